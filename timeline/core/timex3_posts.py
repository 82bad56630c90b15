"""TIMEX3 values as annotated posts spell them: a year 2014-XX-XX, a week with its month (2015-03-W13), a named day of
the week with its number (2014-06-13-WXX-5), 'two years ago' as a day. The spelling differs, the interval does not."""

from timeline.core import algebra as a
from timeline.core import calendar, timex3
from timeline.core.derivation import Derivation
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval

_ISO_DAY = len("2014-06-13")
_COUNTED = frozenset({G.WEEK, G.MONTH, G.YEAR})


def value(term: a.Term, interval: Interval, steps: Derivation) -> str:
    """The value of an expression in a post; steps are those of its term."""
    plain = timex3.value(term, interval)
    match term:
        case a.Modified(of=of) | a.Portion(of=of) if not isinstance(of, a.Modified | a.Portion):
            return value(of, interval, steps) if timex3.value(of, interval) == plain else plain
        case a.Date(year=year, month=None) if year > 0:
            return f"{plain}-XX-XX"
        case a.Shift(count=count, unit=unit, of=a.Now()) if unit in _COUNTED and interval.bounded:
            return _counted(steps, count, unit) or plain
    if interval.granularity is G.WEEK and interval.bounded:
        return _week(plain, interval)
    weekday = _weekday(term)
    return plain if weekday is None else _with_weekday(plain, weekday)


def _counted(steps: Derivation, count: float, unit: G) -> str | None:
    """'Two years ago' in a post is the day two years before it."""
    now = next((step.gave for step in steps if step.rule == "Now"), None)
    if now is None or not now.bounded:
        return None
    year, month, day, *_ = calendar.fields(calendar.add(calendar.floor(now.start, G.DAY), count, unit))
    return f"{year:04}-{month:02}-{day:02}" if year > 0 else None


def _week(plain: str, interval: Interval) -> str:
    """The month is that of the week's Sunday; before our era, there is no such spelling."""
    year, month, *_ = calendar.fields(interval.last)
    return f"{year:04}-{month:02}-W{plain.partition('-W')[2]}" if year > 0 else plain


def _with_weekday(plain: str, weekday: int) -> str:
    day, rest = plain[:_ISO_DAY], plain[_ISO_DAY:]
    return plain if "X" in day or len(day) < _ISO_DAY else f"{day}-WXX-{weekday + 1}{rest}"


def _weekday(term: a.Term) -> int | None:
    """The day of the week that a term names, 0 for Monday."""
    match term:
        case a.Nearest(pattern=a.Weekday(day=day)) | a.In(pattern=a.Weekday(day=day)):
            return day
        case a.Nearest(pattern=a.DayOfMonth(weekday=day)):
            return day
        case a.PartOf(of=of) | a.Clock(of=of) | a.Modified(of=of) | a.Portion(of=of):
            return _weekday(of)
    return None
