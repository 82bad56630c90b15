"""The heading of a day in the list: a large figure with the words around it, and what the ear needs besides."""

from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, edtf, words
from timeline.core.event import EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.portions import portion_of

_EN_DASH: Final = "–"


@dataclass(frozen=True, slots=True)
class Heading:
    """'on or before' (lead) '5' (big) 'November' (rest) '2024' (hidden), and a note below it.

    datetime is for <time>, where HTML has a form for the date; long says that big is words and not a figure.
    """

    big: str
    rest: str = ""
    hidden: str = ""
    lead: str = ""
    note: str = ""
    datetime: str | None = None
    long: bool = False


def heading(date: EventDate) -> Heading:
    """The heading for a dated event."""
    if date.claimed:
        return _claimed(date.claimed)
    found = date.interval
    if found.start == calendar.BEGINNING:
        return _day(found.end - 1, "on or before", "first day not known")
    if found.end == calendar.END:
        return _day(found.start, "from", "end not known")
    return _bounded(found)


def machine(interval: Interval) -> str | None:
    """The value of <time datetime>: HTML has forms for a month, a day, a week and an instant, from year 1 on."""
    if not interval.bounded or not calendar.at(1) <= interval.start < calendar.at(9999):
        return None
    unit = interval.granularity
    if unit in {G.SECOND, G.MINUTE}:
        return calendar.to_instant(interval.start, interval.zone).isoformat()
    if unit not in {G.DAY, G.WEEK, G.MONTH} or interval != unit_at(interval.start, unit, interval.zone):
        return None
    year, week = calendar.iso_week(interval.start)
    return f"{year:04}-W{week:02}" if unit is G.WEEK else edtf.write(interval)


def _bounded(found: Interval) -> Heading:
    if found.granularity is G.WEEK and machine(found):
        return _day(found.start, "week of", _from_to(found), machine(found))
    if found.end - found.start > calendar.DAY:
        return _span(found)
    weekday = words.WEEKDAYS[calendar.weekday(found.start)]
    said = words.in_words(found)
    if found.granularity is G.DAY and not portion_of(found):
        return _day(found.start, "", weekday, machine(found))
    return _day(found.start, "", f"{weekday}, {_time(said)}", machine(found))


def _time(said: str) -> str:
    """'14:05' of '5 November 2024, 14:05'; 'the morning' of 'the morning of 5 November 2024'."""
    return said.partition(", ")[2] or said.partition(" o")[0]


def _span(found: Interval) -> Heading:
    """Several days: '8–13' where they share a month, a name for a unit, else the words."""
    if mod := portion_of(found):
        whole = words.in_words(unit_at(found.start, found.granularity, found.zone))
        lead = words.in_words(found).removesuffix(whole).rstrip("- ")
        return _worded(whole, lead if mod else "", _from_to(found))
    if found.granularity is not G.INTERVAL and found == unit_at(found.start, found.granularity, found.zone):
        return _worded(words.in_words(found), "", "day not known", machine(found))
    first, last = (calendar.fields(at) for at in (found.start, found.end - 1))
    if first[:2] != last[:2]:
        return _worded(words.span(found), "", "")
    days = " to ".join(words.WEEKDAYS[calendar.weekday(at)] for at in (found.start, found.end - 1))
    return Heading(f"{first[2]}{_EN_DASH}{last[2]}", words.MONTHS[first[1] - 1], words.year(first[0]), note=days)


def _worded(said: str, lead: str, note: str, datetime: str | None = None) -> Heading:
    """A heading in words; the year at its end is heard and not seen where something else is left to see."""
    name, _, last = said.rpartition(" ")
    if name and _is_year(last) and not any(map(_is_year, name.split(" "))):
        return Heading(name, hidden=last, lead=lead, note=note, datetime=datetime, long=True)
    return Heading(said, lead=lead, note=note, datetime=datetime, long=True)


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) > 2


def _claimed(claimed: tuple[Interval, ...]) -> Heading:
    said = words.one_of(claimed)
    if any(found.granularity is not G.DAY for found in claimed) or len({_month(found) for found in claimed}) > 1:
        return _worded(said, "", "")
    days, _, year = said.rpartition(" ")
    big, _, month = days.rpartition(" ")
    weekdays = " or ".join(words.WEEKDAYS[calendar.weekday(found.start)] for found in claimed)
    return Heading(big, month, year, note=weekdays)


def _month(found: Interval) -> tuple[int, int]:
    return calendar.fields(found.start)[:2]


def _day(civil: float, lead: str, note: str, datetime: str | None = None) -> Heading:
    day, month, *year = words.day(civil).split(" ")
    return Heading(day, month, " ".join(year), lead, note, datetime)


def _from_to(found: Interval) -> str:
    """'1 to 10 October', '4 to 10 November': the days, without a year that the group has already."""
    said = words.span(Interval(found.start, found.end, zone=found.zone))
    name, _, year = said.rpartition(" ")
    return name if year.isdigit() and " to " in name else said
