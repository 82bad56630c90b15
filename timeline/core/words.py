"""Dates in words for people: '5 November 2024', 'week of 4 November 2024', 'on or before 5 November 2024'.

A day is never padded to midnight and never moved to another zone; what is cut by an instant says so.
"""

from collections.abc import Callable
from typing import Final

from timeline.core import calendar
from timeline.core.algebra import Mod, Part
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.patterns import season_of
from timeline.core.portions import part_of, portion_of

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOT_KNOWN: Final = "date not known"

_ORDINALS: Final = ("first", "second", "third", "fourth")
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS: Final = {
    Part.MORNING: "the morning of", Part.MIDDAY: "midday on", Part.AFTERNOON: "the afternoon of",
    Part.EVENING: "the evening of", Part.NIGHT: "the night of", Part.DAYTIME: "the daytime of",
}  # fmt: skip
_PORTIONS: Final = {Mod.START: "early", Mod.MID: "mid", Mod.END: "late"}
_JOINED: Final = {G.MONTH, G.SEASON, G.YEAR, G.DECADE, G.CENTURY}
"""Units before which 'early' stands without 'in': 'early October', but 'early in the week of 4 November'."""
_FIRST_PLAIN_YEAR: Final = 1000


def in_words(interval: Interval) -> str:
    """An interval in words; where nothing is known, 'date not known'."""
    if interval.unknown:
        return NOT_KNOWN
    if interval.start == calendar.BEGINNING:
        return f"on or before {_last(interval.end)}"
    if interval.end == calendar.END:
        return f"from {_first(interval.start)}, end not known"
    return _unit(interval) or _part(interval) or _portion(interval) or span(interval)


def one_of(intervals: tuple[Interval, ...]) -> str:
    """'4 or 5 November 2024': one of these, it is not known which."""
    ordered = sorted(set(intervals), key=lambda found: (found.start, found.end))
    if all(found.granularity is G.DAY for found in ordered):
        return _shared([calendar.fields(found.start)[:3] for found in ordered], "or")
    return _listed(list(dict.fromkeys(map(in_words, ordered))), "or")


def with_weekday(interval: Interval) -> str:
    """'Tuesday, 5 November 2024' for a day, else the words as they are."""
    words = in_words(interval)
    whole = interval.granularity is G.DAY and not portion_of(interval)
    return f"{WEEKDAYS[calendar.weekday(interval.start)]}, {words}" if whole else words


def year(number: int) -> str:
    """'2024', 'AD 79', '45 BC' for an astronomical year."""
    if number < 1:
        return f"{1 - number} BC"
    return str(number) if number >= _FIRST_PLAIN_YEAR else f"AD {number}"


def day(civil: float) -> str:
    """'5 November 2024' for the day of a civil time."""
    own, month, number, *_ = calendar.fields(civil)
    return f"{number} {MONTHS[month - 1]} {year(own)}"


def month(civil: float) -> str:
    """'November 2024'."""
    own, number, *_ = calendar.fields(civil)
    return f"{MONTHS[number - 1]} {year(own)}"


def clock(civil: float) -> str:
    """'14:05', with seconds only where there are some."""
    _, _, _, hour, minute, second = calendar.fields(civil)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")


def span(interval: Interval) -> str:
    """A bounded interval by its ends: '8 to 13 October 2024', 'October to November 2024', '2019 to 2021'."""
    start, end = interval.start, interval.end
    if _whole(start, G.YEAR) and _whole(end, G.YEAR):
        return _to(year(calendar.fields(start)[0]), year(calendar.fields(end - 1)[0]))
    if _whole(start, G.MONTH) and _whole(end, G.MONTH):
        return _months(start, end - 1)
    if _whole(start, G.DAY):
        days = _shared([calendar.fields(start)[:3], calendar.fields(end - 1)[:3]], "to")
        return days if _whole(end, G.DAY) else f"{days}, before {_before(end)}"
    return _cut(start, end)


def _cut(start: float, end: float) -> str:
    """A span that begins at an instant inside a day."""
    same = calendar.floor(start, G.DAY) == calendar.floor(end - 1, G.DAY)
    if _whole(end, G.DAY):
        return f"{day(start)}, after {clock(start)}" if same else f"{day(start)}, {clock(start)}, to {day(end - 1)}"
    return f"{day(start)}, {clock(start)} to {'' if same else f'{day(end)}, '}{_before(end)}"


def _unit(interval: Interval) -> str | None:
    """The name of a whole calendar unit."""
    unit = interval.granularity
    if unit in {G.SECOND, G.MINUTE}:
        return f"{day(interval.start)}, {clock(interval.start)}"
    name = _UNITS.get(unit)
    whole = name is not None and interval == unit_at(interval.start, unit, interval.zone)
    return name(interval.start) if name and whole else None


def _quarter(civil: float) -> str:
    own, number, *_ = calendar.fields(civil)
    return f"{_ORDINALS[(number - 1) // 3]} quarter of {year(own)}"


def _half(civil: float) -> str:
    own, number, *_ = calendar.fields(civil)
    return f"{_ORDINALS[(number - 1) // 6]} half of {year(own)}"


def _season(civil: float) -> str:
    own, season = season_of(civil)
    return f"{_SEASONS[season]} {year(own)}" + (f" to {year(own + 1)}" if season == "WI" else "")


def _century(civil: float) -> str:
    number = int(calendar.fields(civil)[0]) // 100 + 1
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


_UNITS: Final[dict[G, Callable[[float], str]]] = {
    G.HOUR: lambda at: f"{day(at)}, {clock(at)} to {clock(at + calendar.HOUR)}",
    G.DAY: day,
    G.WEEKEND: lambda at: f"weekend of {day(at)}",
    G.WEEK: lambda at: f"week of {day(at)}",
    G.MONTH: month,
    G.QUARTER: _quarter,
    G.HALF: _half,
    G.SEASON: _season,
    G.YEAR: lambda at: year(calendar.fields(at)[0]),
    G.DECADE: lambda at: f"{year(calendar.fields(at)[0])}s",
    G.CENTURY: _century,
}


def _part(interval: Interval) -> str | None:
    part = part_of(interval) if interval.granularity is G.PART_OF_DAY else None
    return f"{_PARTS[part]} {day(interval.start)}" if part else None


def _portion(interval: Interval) -> str | None:
    """'early October 2024', 'mid-October 2024', 'late on 5 November 2024', 'early in the week of 4 November 2024'."""
    unit, mod = interval.granularity, portion_of(interval)
    name = _UNITS.get(unit)
    if mod is None or name is None:
        return None
    whole, word = name(calendar.floor(interval.start, unit)), _PORTIONS[mod]
    if unit in _JOINED:
        return f"{word}-{whole}" if mod is Mod.MID else f"{word} {whole}"
    joint = "on" if unit is G.DAY else "in the"
    return f"{word}way {joint} {whole}" if mod is Mod.MID else f"{word} {joint} {whole}"


def _whole(civil: float, unit: G) -> bool:
    return calendar.floor(civil, unit) == civil


def _first(civil: float) -> str:
    return day(civil) if _whole(civil, G.DAY) else f"{day(civil)}, {clock(civil)}"


def _last(end: float) -> str:
    """The last moment before an end, by the minute: an article of 14:05 ends at 14:05:01 or at 14:06."""
    last = calendar.floor(end - 1, G.MINUTE)
    return day(last) if _whole(end, G.DAY) else f"{day(last)}, {clock(last)}"


def _before(end: float) -> str:
    """The end as a clock's time; that of an article of 14:05:00 is 14:05:01, which nobody wants to read."""
    return clock(end - 1 if end % calendar.MINUTE == 1 else end)


def _to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _months(start: float, last: float) -> str:
    if calendar.fields(start)[0] == calendar.fields(last)[0]:
        first = MONTHS[calendar.fields(start)[1] - 1]
        return month(start) if month(start) == month(last) else f"{first} to {month(last)}"
    return _to(month(start), month(last))


def _shared(days: list[tuple[int, int, int]], word: str) -> str:
    """Days that name their month and year once, where they share it: '30 October to 2 November 2024'."""
    days = list(dict.fromkeys(days))
    written = [f"{days[-1][2]} {MONTHS[days[-1][1] - 1]} {year(days[-1][0])}"]
    for own, after in zip(days[-2::-1], days[:0:-1], strict=True):
        tail = "" if own[:2] == after[:2] else f" {MONTHS[own[1] - 1]}"
        written.append(f"{own[2]}{tail}" + (f" {year(own[0])}" if own[0] != after[0] else ""))
    return _listed(written[::-1], word)


def _listed(words: list[str], word: str) -> str:
    return f" {word} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
