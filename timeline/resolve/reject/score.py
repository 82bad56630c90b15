"""'won 3:12', 'at a scale of 1:18': digits with a colon are a time of day only where something says so."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def no_clock(scan: Scan, start: int, end: int) -> bool:
    bare = end - start == len(("3", ":", "12")) and scan.word(start + 1) == ":" and len(scan.words[start]) == 1
    return bare and scan.before(start) not in context("before_a_clock")


DOUBT = Doubt("a score or a ratio", frozenset({"clock"}), no_clock)
