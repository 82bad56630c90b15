"""'60 Minutes', 'This Week', 'The Daily Mail': a unit with a capital in the middle of a sentence is part of a name, and
so is a number after a quotation mark and before a unit."""

from functools import cache

from timeline.resolve import lexicon
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_OPENING = frozenset({".", "!", "?", ":", '"', "“", "'", "‘", "-", "–", "—", "*", "•"})


@cache
def _units() -> frozenset[str]:
    return frozenset(word for name in ("UNIT", "UNITS", "PERIODIC") for word in lexicon.categories()[name][0])


def titled(scan: Scan, start: int, end: int) -> bool:
    word = scan.words[end - 1]
    if word.isdigit():
        return scan.after(end) in _units()
    if word.lower() not in _units():
        return False
    return word.istitle() and len(word) > 1 and (end - start > 1 or not _begins(scan, start))


def _begins(scan: Scan, start: int) -> bool:
    """Whether a token is the first of a sentence or a line."""
    before = scan.words[start - 1] if start else "\n"
    return (
        "\n" in before or before in _OPENING or (start > 1 and before.isspace() and scan.words[start - 2] in _OPENING)
    )


DOUBT = Doubt("part of a name", frozenset({"unit", "duration", "run", "unit_bare", "repeated", "year_short"}), titled)
