"""'from May to July 2023', '10 May 2013 to 3 June', '9 a.m. to 5 p.m. Tuesday': the halves of a range complete each
other."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import THE_DAY, granularity

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
            refined[index + 1] = _after(left, replace(right, term=_continued(left.term, right.term)))
        elif between in {" and ", " or ", ", ", ", and "}:
            refined[index] = replace(left, term=_completed(left.term, right.term))
    return refined


def _alike(left: a.Term, right: a.Term) -> bool:
    return granularity(left) is not None and granularity(right) is not None


def _completed(left: a.Term, right: a.Term) -> a.Term:
    """'May' before 'July 2023' is of 2023, as 'spring' before 'summer of 2023'; 'November' before 'February 2024' is of
    the year before."""
    if isinstance(left, a.Clock) and isinstance(right, a.Clock) and left.of == THE_DAY:
        return replace(left, of=right.of)
    if isinstance(left, a.Nearest) and isinstance(right, a.In) and isinstance(right.of, a.Date):
        return a.In(left.pattern, right.of) if type(left.pattern) is type(right.pattern) else left
    if not isinstance(right, a.Date) or right.month is None or not isinstance(left, a.Nearest):
        return left
    match left.pattern:
        case a.MonthOfYear(month=month):
            return a.Date(_year(month, right), month)
        case a.DayOfYear(month=month, day=day) if right.day and (month, day) != (2, 29):
            return a.Date(_year(month, right), month, day)
    return left


def _after(left: Found, right: Found) -> Found:
    """'to May' after 'from December', 'to Sunday' after 'Friday': the first one that follows the beginning."""
    first, last = left.term, right.term
    if not isinstance(first, a.Nearest) or not isinstance(last, a.Nearest) or not isinstance(last.of, a.Now):
        return right
    if type(first.pattern) is not type(last.pattern) or first.pattern == last.pattern:
        return right
    return replace(right, term=a.Nearest(last.pattern, a.Toward.AFTER, a.Mentioned()), refers=left.start)


def _continued(left: a.Term, right: a.Term) -> a.Term:
    """'3 June' after '10 May 2013' is of 2013, '3 January' of 2014; '4 p.m.' after '5 May, 3 p.m.' is of that day."""
    if isinstance(left, a.Clock) and isinstance(right, a.Clock) and right.of == THE_DAY:
        return replace(right, of=left.of)
    if not isinstance(left, a.Date) or left.month is None or not isinstance(right, a.Nearest):
        return right
    match right.pattern:
        case a.MonthOfYear(month=month):
            return a.Date(left.year + (month < left.month), month)
        case a.DayOfYear(month=month, day=day) if left.day and (month, day) != (2, 29):
            return a.Date(left.year + ((month, day) < (left.month, left.day)), month, day)
    return right


def _year(month: int, right: a.Date) -> int:
    return right.year - (1 if month > (right.month or month) else 0)
