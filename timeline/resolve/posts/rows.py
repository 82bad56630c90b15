"""'This Sat & Sun', 'Mon-Fri', 'on Friday, Saturday': days of the week in a row, each the next after the one before."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan

_BETWEEN: Final = frozenset({"-", "&", "and", ",", "/", "to", "or", ", and", "–"})


def rows(scan: Scan, found: list[Found]) -> list[Found]:
    """Each day of the week that follows another one directly, counted from that."""
    return [_after(scan, left, right) for left, right in zip([None, *found], found, strict=False)]


def _after(scan: Scan, left: Found | None, right: Found) -> Found:
    if left is None or scan.between(left.end, right.start).strip().lower() not in _BETWEEN:
        return right
    pattern = _weekday(right.term)
    if pattern is None or _weekday(left.term) is None:
        return right
    return replace(right, term=a.Nearest(pattern, a.Toward.AFTER, a.Mentioned()), refers=left.start)


def _weekday(term: a.Term) -> a.Weekday | None:
    """The day of the week that a term names, where it names a whole day."""
    return term.pattern if isinstance(term, a.Nearest) and isinstance(term.pattern, a.Weekday) else None
