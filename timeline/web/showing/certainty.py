"""How sure a date is, in a word and how precisely; what the reports say of the event itself is in claims.py."""

from typing import Final

from timeline.core import calendar
from timeline.core.derivation import Kind
from timeline.core.event import Certainty, Event, EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.portions import portion_of
from timeline.core.precision import Precision

_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_UNITS: Final = {
    G.SECOND: "to the minute", G.MINUTE: "to the minute", G.HOUR: "to the hour", G.PART_OF_DAY: "to a part of the day",
    G.DAY: "to the day", G.WEEKEND: "to the weekend", G.WEEK: "to the week", G.MONTH: "to the month",
    G.QUARTER: "to the quarter", G.HALF: "to the half-year", G.SEASON: "to the season", G.YEAR: "to the year",
    G.DECADE: "to the decade", G.CENTURY: "to the century",
}  # fmt: skip
PRECISIONS: Final = (
    (Precision.DAY.value, "To the day"),
    (Precision.WEEK.value, "To the week"),
    (Precision.MONTH.value, "To the month"),
    (Precision.QUARTER.value, "To the quarter"),
    (Precision.SEASON.value, "To the season"),
    (Precision.YEAR.value, "To the year"),
    (Precision.MINUTE.value, "To the minute"),
    (Precision.HOUR.value, "To the hour"),
    (Precision.PART_OF_DAY.value, "To a part of the day"),
    (Precision.INTERVAL.value, "A span"),
)
"""What the filter offers, with its value there."""


def sign(event: Event) -> str:
    """The name of the symbol that stands for an event."""
    return event.date.certainty.value if event.date.dated else "undated"


def word(date: EventDate) -> str:
    """'Date certain', 'Date likely', 'Date disputed', 'Undated': never just 'certain', which would be of the claim; and
    'Date certain by decision' where a person said it, whatever the reports say."""
    by = " by decision" if date.derivation and date.derivation[-1].kind is Kind.DECISION else ""
    return f"Date {date.certainty.value}{by}" if date.dated else "Undated"


def precision(date: EventDate) -> str:
    """'to the day', 'to ten days', 'a span of six days', 'latest day only'; empty for the undated."""
    if not date.dated:
        return ""
    if date.claimed:
        return f"{number(len(date.claimed))} dates claimed"
    if date.interval.start == calendar.BEGINNING:
        return "latest day only"
    if date.interval.end == calendar.END:
        return "first day only"
    return _bounded(date.interval, date.certainty)


def _bounded(found: Interval, certainty: Certainty) -> str:
    if found.granularity is not G.INTERVAL and not portion_of(found):
        return _UNITS.get(found.granularity, "")
    days = -int(-(found.end - found.start) // calendar.DAY)
    if days <= 1:
        return "to the day"
    return f"a span of {_length(days)}" if certainty is Certainty.CERTAIN else f"to {_length(days)}"


def _length(days: int) -> str:
    """'ten days', 'three months', 'two years', rounded: from a month on nobody counts days."""
    for unit, length in (("year", 365.2), ("month", 30.4)):
        if days >= length:
            count = round(days / length)
            return f"about {number(count)} {unit}{'' if count == 1 else 's'}"
    return f"{number(days)} days"


def number(count: int) -> str:
    """A small number in words, a larger one in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, noun: str) -> str:
    """'1 article', '5 articles', '1,267 articles'."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
