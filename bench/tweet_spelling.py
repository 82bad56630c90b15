"""How the tweets of ../shared/bench spell values, which is not the way of TIMEX3: a year as 2014-XX-XX, a week with its
month (2015-03-W13), a named day of the week with its number (2014-06-13-WXX-5). Only to compare meanings: nobody is
served such values."""

import re
from datetime import date, timedelta

from timeline.core import algebra as a
from timeline.core.expression import Resolution

_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def spelled(found: Resolution) -> str:
    """The value of an expression as those annotators would write it."""
    value = found.value
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-XX-XX"
    if week := _WEEK.fullmatch(value):
        sunday = date.fromisocalendar(int(week[1]), int(week[2]), 1) + timedelta(days=6)
        return f"{sunday:%Y-%m}-W{week[2]}"
    weekday = _weekday(found.expression.term)
    if weekday is None or len(value) < len("2014-06-13") or "X" in value:
        return value
    return f"{value[:10]}-WXX-{weekday + 1}{value[10:]}"


def _weekday(term: a.Term) -> int | None:
    """The day of the week that a term names, 0 for Monday."""
    match term:
        case a.Nearest(pattern=a.Weekday(day=day)) | a.In(pattern=a.Weekday(day=day)):
            return day
        case a.PartOf(of=of) | a.Clock(of=of) | a.Modified(of=of) | a.Portion(of=of):
            return _weekday(of)
    return None
