"""'5/11/2024': whether the day or the month is first, by the dates of the document that can be read only one way; where
there are none, both readings are kept, and the publication tells them apart."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan

_MONTHS = 12


def numeric(scan: Scan, found: list[Found]) -> list[Found]:
    """Ambiguous dates with the day first, where the document writes others so and none the other way; as either, where
    it writes no others."""
    slashed = [one for one in found if one.rule == "date_numeric" and scan.words[one.start + 1] in "/-"]
    day_first = any(int(scan.words[one.start]) > _MONTHS for one in slashed)
    month_first = any(int(scan.words[one.start + 2]) > _MONTHS for one in slashed)
    if month_first:
        return found
    order = _swapped if day_first else _either
    ambiguous = {one.start for one in slashed}
    return [replace(one, term=order(scan, one)) if one.start in ambiguous else one for one in found]


def _either(scan: Scan, one: Found) -> a.Term:
    other = _swapped(scan, one)
    return one.term if other == one.term or not isinstance(other, a.Date) else a.Either(one.term, other)


def _swapped(scan: Scan, one: Found) -> a.Term:
    day, month = int(scan.words[one.start]), int(scan.words[one.start + 2])
    match one.term:
        case a.Date(year=year) if month <= _MONTHS:
            return a.Date(year, month, day)
        case a.Nearest(pattern=a.DayOfYear()) if month <= _MONTHS:
            return a.Nearest(a.DayOfYear(month, day))
    return one.term
