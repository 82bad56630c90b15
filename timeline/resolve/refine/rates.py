"""'40,000 barrels a day', '$2 million a year': after what is counted, a unit with its article is a rate, a set."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.lexicon import context
from timeline.resolve.scan import Scan

_TOKENS = 3
"""The article, a space and the unit."""
_OF_WHAT = 4
"""Words between what is counted and its rate: '300 barrels of crude oil a day'."""


def rates(scan: Scan, found: list[Found]) -> list[Found]:
    """Each such length as a set."""
    return [_set(one) if one.end - one.start == _TOKENS and _rate(scan, one) else one for one in found]


def _set(one: Found) -> Found:
    return replace(one, term=a.Every(one.term)) if isinstance(one.term, a.Length) else one


def _rate(scan: Scan, one: Found) -> bool:
    if scan.word(one.start) not in {"a", "an"}:
        return False
    before = scan.before(one.start)
    return _plural(before) or before.isdigit() or before in context("amounts") or _of(scan, one.start)


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in context("no_nouns")


def _of(scan: Scan, start: int) -> bool:
    """'barrels of oil a day': what is counted stands before 'of'."""
    words = [word for word in scan.words[max(0, start - 2 * _OF_WHAT) : start] if not word.isspace()]
    return "of" in words[1:] and _plural(words[words.index("of") - 1]) and words[-1].isalpha()
