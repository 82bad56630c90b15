"""'from May to July 2023', '8 March until 3 April 1917', '1990 to 1993': the halves of a range complete each other."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity

_JOINTS = frozenset({"-", " - ", "–", " – ", " to ", " through ", " until ", " till ", " -- ", "--", " thru ", "/"})


def ranges(scan: Scan, found: list[Found]) -> list[Found]:
    """Each first half linked to its second, with the year that only the second names."""
    refined = list(found)
    for index in range(len(refined) - 1):
        left, right = refined[index], refined[index + 1]
        between = gap(scan, left, right)
        joint = between in _JOINTS or (between == " and " and scan.before(left.start) == "between")
        if joint and _alike(left.term, right.term):
            refined[index] = replace(left, until=right.start, term=_completed(left.term, right.term))
        elif between in {" and ", " or ", ", ", ", and "}:
            refined[index] = replace(left, term=_completed(left.term, right.term))
    return refined


def _alike(left: a.Term, right: a.Term) -> bool:
    return granularity(left) is not None and granularity(right) is not None


def _completed(left: a.Term, right: a.Term) -> a.Term:
    """'May' before 'July 2023' is of 2023; 'November' before 'February 2024' of 2023."""
    if not isinstance(right, a.Date) or right.month is None or not isinstance(left, a.Nearest):
        return left
    match left.pattern:
        case a.MonthOfYear(month=month):
            return a.Date(_year(month, right), month)
        case a.DayOfYear(month=month, day=day) if right.day and (month, day) != (2, 29):
            return a.Date(_year(month, right), month, day)
    return left


def _year(month: int, right: a.Date) -> int:
    return right.year - (1 if month > (right.month or month) else 0)
