"""'the ongoing war', 'the current conflict': a period that goes on; which one, the names in the text must tell."""

from timeline.core import algebra as a
from timeline.resolve.rule import Match, Rule


def read(_match: Match) -> a.Term:
    return a.Reference(a.When.PRESENT)


RULE = Rule(
    "period_open",
    "(the|this|its|their) (ongoing|current|continuing|years-long|years-old) (war|conflict|invasion|fighting)",
    read,
)
