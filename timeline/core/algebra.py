"""The time algebra: terms that say what words mean before any anchor is known.

After SCATE (Bethard & Parker, LREC 2016): calendar dates, repeating patterns, and operators over them. A term is read
from words once (resolve/) and evaluated as often as its anchor changes (core/evaluate).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from timeline.core.granularity import Granularity
from timeline.core.repeating import DayOfMonth as DayOfMonth
from timeline.core.repeating import DayOfYear as DayOfYear
from timeline.core.repeating import Easter as Easter
from timeline.core.repeating import Feast as Feast
from timeline.core.repeating import HalfOfYear as HalfOfYear
from timeline.core.repeating import LongFeast as LongFeast
from timeline.core.repeating import MonthOfYear as MonthOfYear
from timeline.core.repeating import Pattern as Pattern
from timeline.core.repeating import QuarterOfYear as QuarterOfYear
from timeline.core.repeating import Season as Season
from timeline.core.repeating import SeasonOfYear as SeasonOfYear
from timeline.core.repeating import Weekday as Weekday
from timeline.core.repeating import WeekdayOfMonth as WeekdayOfMonth
from timeline.core.repeating import Weekend as Weekend


class Toward(StrEnum):
    """Which occurrence of a pattern is meant, seen from its base."""

    TENSE = "tense"
    """Past or future by the tense of the clause, without one the past; for a date the nearest, for a quarter
    the past."""
    PAST = "past"
    """The latest that has begun; the base's own unit counts."""
    FUTURE = "future"
    """The first that has not ended; the base's own unit counts."""
    BEFORE = "before"
    """The latest that ended before the base's day."""
    AFTER = "after"
    """The first that begins after the base's day."""
    NEAREST = "nearest"


class Part(StrEnum):
    """A part of a day, by its TIMEX3 code."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


class Mod(StrEnum):
    """A TIMEX3 modifier."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class When(StrEnum):
    """What a bare reference points to: TIMEX3 PRESENT_REF, PAST_REF, FUTURE_REF."""

    PRESENT = "PRESENT_REF"
    PAST = "PAST_REF"
    FUTURE = "FUTURE_REF"


class Term:
    """What an expression means, before any anchor."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Now(Term):
    """The publication, the anchor of what is said without another one."""


@dataclass(frozen=True, slots=True)
class Mentioned(Term):
    """The last date mentioned before the expression."""


@dataclass(frozen=True, slots=True)
class Date(Term):
    """A year, a month of it or a day of that, as given; the year is astronomical (0 is 1 BC)."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Week(Term):
    """An ISO week."""

    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Decade(Term):
    """The tens of years: 199 for the 1990s."""

    number: int


@dataclass(frozen=True, slots=True)
class Century(Term):
    """The hundreds of years: 19 for 1900 to 1999, as TIMEX3 and EDTF count."""

    number: int


@dataclass(frozen=True, slots=True)
class Named(Term):
    """A period known by name, such as a war; last is None while it lasts."""

    name: str
    first: Date
    last: Date | None


@dataclass(frozen=True, slots=True)
class This(Term):
    """The calendar unit that holds of: 'this week', 'that year', 'the week of 4 March'."""

    unit: Granularity
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class Last(Term):
    """The calendar unit before the one that holds of."""

    unit: Granularity
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class Next(Term):
    """The calendar unit after the one that holds of."""

    unit: Granularity
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class Shift(Term):
    """The unit that lies count units from of; granularity follows the unit ('four years ago' is a year)."""

    count: float
    unit: Granularity
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class Nearest(Term):
    """One occurrence of a pattern, chosen from of."""

    pattern: Pattern
    toward: Toward = Toward.TENSE
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class In(Term):
    """The number-th occurrence of a pattern inside of; -1 is the last: 'Monday of last week'."""

    pattern: Pattern
    of: Term
    number: int = 1


@dataclass(frozen=True, slots=True)
class Nth(Term):
    """The number-th unit inside of; -1 is the last: 'the first week of March'."""

    number: int
    unit: Granularity
    of: Term


@dataclass(frozen=True, slots=True)
class PartOf(Term):
    """A part of the day of."""

    part: Part
    of: Term


@dataclass(frozen=True, slots=True)
class Portion(Term):
    """The early, middle or late third of of, in the sense of news ('early November': its first ten days)."""

    mod: Mod
    of: Term


@dataclass(frozen=True, slots=True)
class Modified(Term):
    """of, with a modifier that leaves its interval alone: 'about three weeks ago'."""

    mod: Mod
    of: Term


@dataclass(frozen=True, slots=True)
class Clock(Term):
    """A time of day on the day of; zone where the words name one."""

    hour: int
    minute: int | None
    second: int | None
    of: Term
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Between(Term):
    """From the beginning of first to the end of last, both included."""

    first: Term
    last: Term


@dataclass(frozen=True, slots=True)
class Either(Term):
    """One of two dates that the same words can name: the one that lies near the publication, first where that does not
    tell them apart."""

    first: Term
    second: Term


@dataclass(frozen=True, slots=True)
class Reference(Term):
    """The present, the past or the future of of, without more: 'now', 'recently', 'soon', 'at the time'."""

    to: When
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class Amount:
    """A count of units; None is 'some'."""

    count: float | None
    unit: Granularity


@dataclass(frozen=True, slots=True)
class Length(Term):
    """A duration, in the units in which it was written."""

    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Run(Term):
    """A length that ends (sign -1) or begins (sign 1) at of: 'the last three weeks'."""

    length: Length
    sign: int
    of: Term = field(default_factory=Now)


@dataclass(frozen=True, slots=True)
class Every(Term):
    """A set: of a pattern ('every Friday') or of a length ('every two weeks'), quant and freq as TIMEX3 has them; part
    of the day where only that comes back ('every night')."""

    of: Pattern | Length
    quant: str = ""
    freq: str = ""
    part: Part | None = None
