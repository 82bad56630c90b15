"""'1500 troops', 'more than 2000', 'some 1,900 people': a number of four digits that counts something."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_EARLIEST = 1400
"""An earlier year is only believed after 'in' and the like: most are amounts."""


def counts(scan: Scan, start: int, end: int) -> bool:
    if end - start > 1:
        return False
    before, after = scan.before(start), scan.after(end)
    if before in context("before_an_amount") or after in context("counted"):
        return True
    return int(scan.words[start]) < _EARLIEST and before not in context("before_a_year")


DOUBT = Doubt("a number, not a year", frozenset({"year"}), counts)
