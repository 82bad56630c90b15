"""'40,000 barrels a day', '$2 million a year': after what is counted, a unit with its article is a rate, a set."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.lexicon import context
from timeline.resolve.scan import Scan

_TOKENS = 3
"""The article, a space and the unit."""


def rates(scan: Scan, found: list[Found]) -> list[Found]:
    """Each such length as a set."""
    return [_set(one) if one.end - one.start == _TOKENS and _rate(scan, one) else one for one in found]


def _set(one: Found) -> Found:
    return replace(one, term=a.Every(one.term)) if isinstance(one.term, a.Length) else one


def _rate(scan: Scan, one: Found) -> bool:
    if scan.word(one.start) not in {"a", "an"}:
        return False
    before = scan.before(one.start)
    plural = before.endswith("s") and not before.endswith(("ss", "us", "is")) and before not in context("no_nouns")
    return plural or before.isdigit() or before in context("amounts")
