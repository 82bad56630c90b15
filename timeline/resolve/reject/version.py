"""'version 1.10.30': figures that count editions, not days."""

from timeline.resolve.rule import Rejection

RULE = Rejection("a version", ("(version|release|build)(:)? <DIGITS>.<DIGITS>.<DIGITS>",))
