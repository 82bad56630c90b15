"""'the fall in prices', 'the fall of the regime', 'halt the fall': going down, where no preposition makes it autumn."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def going_down(scan: Scan, start: int, end: int) -> bool:
    first = start - 2 if scan.before(start) == "the" else start
    if scan.word(end - 1) != "fall" or scan.word(first) != "the" or end - first != len(("the", " ", "fall")):
        return False
    follows = scan.after(end)
    if follows in {"in", "of", "from", "to"}:
        return not scan.after(end + 2).isdigit()
    return scan.before(first) not in context("before_a_season")


DOUBT = Doubt("going down", frozenset({"season"}), going_down)
