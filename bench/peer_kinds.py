"""Why a case is missed: 'theirs is another convention' or 'ours is wrong', by the first predicate that holds."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from bench.peer_cases import Moment
from bench.peer_match import Read, agree
from timeline.core import algebra as a
from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval

Predicate = Callable[[Read], bool]
_WEEK: Final = 8 * calendar.DAY
"""Weekends and weeks that begin a day earlier or later than ours."""

_TIME_WORD: Final = re.compile(
    r"\b(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b[ap]\.?m\b|:\d\d"
    r"|\b(today|tomorrow|yesterday|noon|midnight|morning|evening|afternoon|(to)?night|week|month|year|quarter|decade"
    r"|century|day|hour|minute|second|spring|summer|autumn|fall|winter|christmas|easter|thanksgiving)[a-z]*\b"
    r"|\b\d{4}\b|\d[-/.]\d+[-/.]\d",
    re.IGNORECASE,
)
_SHORTHAND: Final = re.compile(
    r"@|\b(t[mo]+r+w|tmw|tomm?orr?ow?s|at[m]|asap|[eb]o[dmy]|qtr|yr|mins?|hrs?|secs?|ish|sat|sun|mon|wed)\b|\d'|\dish"
    r"|(^|\s)[-+−] ?\d|\d\s?(h|m|s|d|y|mo|w|a|p|hr|min|sec)\b|\dh\d|\bo'?clock\b|\boclock\b|[a-z]'s$|\b(last|next)[a-z]"
    r"|\b(el|lunch|dinner|school|work|wkend)\b",
    re.IGNORECASE,
)
_EDGE: Final = re.compile(
    r"\b(beginning|start|end|early|late|mid|middle|rest|remainder|half|earlier|later|past|upcoming|coming)\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(r"((at|around|about|approximately) )?(\d\d?:\d\d|\d{4})")
"""In news '3:30' alone is a result as well, and 1030 a year."""
_FEAST: Final = re.compile(
    r"ramadan|\beid\b|diwali|deepavali|hanukkah|chanukah|passover|kippur|rosh ha|new year|purim|\bholi\b|lent\b"
    r"|orthodox|sukkot|vesak|halloween|patrick|mother|father|martin luther|easter|christmas|thanksgiving|friday|monday",
    re.IGNORECASE,
)
_MONTH: Final = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_FIGURES: Final = (
    rf"\b{_MONTH}\.? \d\d$|\b\d{{4}}[-./]\d\d?$|\b\d\d?-\d{{4}}$"
    r"|\d\d[./,]\d\d[.,]\d{4}|/\d\d/\d|\d{4}[-/]13|\d,\d{4}-"
)
_OFFSET: Final = r"\b(days?|weeks?|months?|years?|\w+days) (before|after|from|since)\b"
_NTH: Final = (
    r"\b(first|second|third|fourth|fifth|last|\d+(st|nd|rd|th)) "
    r"((mon|tues|wednes|thurs|fri|satur|sun)?day|week|week-?end|quarter)s? (of|in|after|before)\b"
)
_SEVERAL: Final = r"\d (year|month|week|day).*\d.* (ago|later|earlier)"
_DAY_OF_MONTH: Final = r"day,? (the )?(\d+(st|nd|rd|th)|[a-z]+(th|first|second|third)\b)"
_INCOMPLETE: Final = (
    r"^\W*(the |this |last |past |my |next )?\w+\W*$| (past|last|this|my|the) \w+\W*$"
    r"|\b(end|beginning|start|rest) of (month|year|week)|\b\w+ upcoming \w+|\b\d day (before|after)"
    r"|(second|third|fifth|\d(nd|rd|th)) last|\bmy day\b"
)


def _theirs(read: Read) -> tuple[Moment, ...]:
    futures = tuple(wanted.future for wanted in read.case.wanted if wanted.future)
    return futures + tuple(first for wanted in read.case.wanted for first in wanted.firsts)


def _filled(theirs: Moment, ours: Interval) -> Moment:
    """Their moment, with our day where it gives a time of day alone."""
    if theirs[0] is not None or theirs[3] is None:
        return theirs
    return *calendar.fields(ours.start)[:3], *theirs[3:]


def _civil(moment: Moment) -> float | None:
    year, month, day, hour, minute, second = moment
    if year is None:
        return None
    try:
        start = calendar.at(year, month or 1, day or 1)
    except ValueError:
        return None
    return start + (hour or 0) * calendar.HOUR + (minute or 0) * calendar.MINUTE + (second or 0)


def another_occurrence(read: Read) -> bool:
    """The same weekday, day of the year, month, season, feast or clock time, but its next or last occurrence."""
    if read.case.holiday and any(_A_YEAR[0] < abs(days) < _A_YEAR[1] for days in _days_apart(read)):
        return True
    return any(_recurs(each, theirs) for each in read.intervals if each.bounded for theirs in _theirs(read))


_A_YEAR: Final = 340, 400
"""Days from a feast that another calendar fixes to the next, at least and at most."""


def _days_apart(read: Read) -> Iterator[float]:
    """How many days later than ours what they expect begins, where one thing alone was found."""
    if len(read.found) == 1 and read.intervals[0].bounded:
        moments = (civil for theirs in _theirs(read) if (civil := _civil(theirs)) is not None)
        yield from ((civil - read.intervals[0].start) / calendar.DAY for civil in moments)


def _begins_beside(pattern: str, days: set[int]) -> Predicate:
    """Whether the words have this form, and theirs begins so many days later than ours."""
    says = _says(pattern)
    return lambda read: _of_another_calendar(read) and says(read) and not days.isdisjoint(_days_apart(read))


def _of_another_calendar(read: Read) -> bool:
    terms = (each.expression.term for each in read.found)
    return any(isinstance(term, a.In | a.Nearest) and isinstance(term.pattern, a.Feast | a.LongFeast) for term in terms)


def _recurs(ours: Interval, theirs: Moment) -> bool:
    civil = _civil(theirs)
    if civil is None:
        return False
    if calendar.fields(ours.start)[1:4] == calendar.fields(civil)[1:4]:
        return ours.granularity is not G.YEAR
    apart = civil - ours.start
    if ours.granularity is G.DAY or ours.granularity.within_day:
        return apart % (7 * calendar.DAY) == 0 or (ours.granularity.within_day and apart % (12 * calendar.HOUR) == 0)
    return ours.granularity in {G.WEEKEND, G.WEEK} and (apart % (7 * calendar.DAY) == 0 or abs(apart) <= _WEEK)


def precision(read: Read) -> bool:
    """Ours is the calendar unit that the words name, and holds their moment."""
    return any(
        each.start <= civil < each.end
        for each in read.intervals
        if each.bounded and each.end - each.start > 1
        for theirs in _theirs(read)
        if (civil := _civil(_filled(theirs, each))) is not None
    )


def _whole(read: Read) -> bool:
    """Whether the words were read as they should be, and only placed or bounded otherwise."""
    if len(read.found) > 1 + _range(read) or all(each.text.isdigit() for each in read.found):
        return False
    return another_occurrence(read) or precision(read)


def _says(pattern: str) -> Predicate:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda read: bool(compiled.search(read.case.text))


def _unread(pattern: str) -> Predicate:
    """Whether the words have this form, and none that we marked has it."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def holds(read: Read) -> bool:
        marked = any(compiled.search(each.text) for each in read.found)
        return bool(compiled.search(read.case.text)) and not marked and not _whole(read)

    return holds


def _found(read: Read, kind: str) -> bool:
    return any(each.type == kind for each in read.found)


def _reference(read: Read) -> bool:
    return any(each.value.endswith("_REF") for each in read.found)


def _clock(read: Read) -> bool:
    return any(first[3] is not None for wanted in read.case.wanted for first in wanted.firsts)


def _range(read: Read) -> bool:
    return any(wanted.last for wanted in read.case.wanted)


def _more(read: Read) -> bool:
    return not read.case.wanted and not read.case.present


def _digits(read: Read) -> bool:
    return any(re.search(r"\d\W\d", each.text) for each in read.found)


def _rare_feast(read: Read) -> bool:
    return read.case.holiday and not _FEAST.search(read.case.text) and not _whole(read)


def _without_day(read: Read) -> bool:
    return bool(read.case.wanted) and not any(wanted.values or wanted.firsts for wanted in read.case.wanted)


def _length_wanted(read: Read) -> bool:
    """Whether they give the length in words of which ours gives the day to which it leads."""
    values = [value for wanted in read.case.wanted for value in wanted.values]
    leads = any(re.search(r"\b(from|hence|after)\b", each.text) and each.type == "DATE" for each in read.found)
    return leads and bool(values) and all(value.startswith("P") for value in values)


def _no_such_day(read: Read) -> bool:
    return any(value.startswith("0001") for wanted in read.case.wanted for value in wanted.values) or any(
        agree(0, first) for wanted in read.case.wanted for first in wanted.firsts
    )


CONVENTIONS: Final[tuple[tuple[str, Predicate], ...]] = (
    ("the case sets options: strict, forward, a zone, latent words", lambda read: read.case.settings),
    ("not English", _says(r"[^\W\da-z]|\b(de|pouvez)\b")),
    ("names of feasts are marked and given no day", _without_day),
    (
        "Jewish feasts begin with the evening before",
        _begins_beside(r"kippur|rosh ha|hann?ukk?ah|passover|shavu|sukk|succ|omer|atzeret|b'av", {-1}),
    ),
    ("feasts that the sight of the moon, or a country, moves by a day", _begins_beside("", {-1, 1})),
    (
        "'in a year' after a month or feast: 'the first Easter in a year' is a span",
        _says(r"^\w+ in (a|\d+) (year|month)s?$"),
    ),
    ("feasts that news in English seldom names", _rare_feast),
    ("days that do not exist are given a value", _no_such_day),
    ("years before Christ are counted otherwise", _says(r"\bb\.?c\b")),
    ("years from 2200 on are counts in news", _says(r"\b(2[2-9]|[3-9]\d)\d\d\b")),
    ("units with a capital are names in news", _unread(r"(?-i:(\d|one) (Minute|Hour|Day|Week|Month|Year)s?\b)")),
    ("quarterly: a kind of figures or payments in news", _unread("quarterly")),
    ("numbered weeks are those of a season or a course in news", _unread(r"\bweek \d+\b")),
    ("years of two digits, months of figures", _says(_FIGURES)),
    ("zones in small letters", _says(r"(?-i:\b(gmt|pst|ist|cst|est|bst)\b)")),
    ("working days and hours", _says(r"\b(business|working|work|trading)[ -]?(days?|hours?|weeks?)\b|\bweekdays?\b")),
    ("shorthand of chats and calendars", lambda read: bool(_SHORTHAND.search(read.case.text))),
    ("a number alone is a time or a day", lambda read: bool(_ALONE.fullmatch(read.case.text))),
    ("a number alone is a time or a day", lambda read: not _more(read) and not _TIME_WORD.search(read.case.text)),
    ("day and month in figures without a year", _says(r"(^|\s)\d\d?\s?[-/.]\s?\d\d?(\s|$|\W(?!\d))")),
    ("months and feasts in small letters: march, sep, lent", _unread(r"(?-i:\b(march|sep|jan|lent)\b)")),
    ("vague words and years alone are marked", lambda read: _more(read) and not _digits(read)),
)
"""Asked first: what the case or its writing settles."""

MISTAKES: Final[tuple[tuple[str, Predicate], ...]] = (
    ("a number is taken for a date", _more),
    ("a length counted from a named day", _unread(_OFFSET)),
    ("lengths of several units with 'ago' or 'later'", _unread(_SEVERAL)),
    ("the nth day, weekday or week of something", _unread(_NTH)),
    ("a weekday with its day of the month", _unread(_DAY_OF_MONTH)),
    ("a weekday with its week", _unread(r"day,? (of )?(next|this|last) week|(next|this|last) week,? (on )?\w+day")),
    ("days of a month named by its place", _unread(r"\d.* (of |in )?(next|this|last|the) month")),
    ("a month's name between strokes or hyphens", _unread(rf"[-/]{_MONTH}|\b{_MONTH}[-/.]?\d")),
    ("a holiday that is not known", lambda read: read.case.holiday and not _whole(read)),
    ("days and years in words", _unread(r"\b(nineteen|twenty|thousand|hundred|noughties|eighties)\b")),
)
"""Asked next: kinds of our own mistakes that their words tell."""

LATER_CONVENTIONS: Final[tuple[tuple[str, Predicate], ...]] = (
    ("a length from a day is the length, not the day", _length_wanted),
    ("a deadline is all the time until then", _says(r"^by \d")),
    ("sets are written or placed otherwise", lambda read: _found(read, "SET")),
    ("another occurrence of the same weekday, date or time", another_occurrence),
    ("a coarser unit: ours is the unit that the words name", precision),
    ("references: now, soon, recently", _reference),
    ("lengths are placed in the calendar", lambda read: _found(read, "DURATION")),
    ("bounds of early, late, end, rest", lambda read: bool(_EDGE.search(read.case.text)) and bool(read.found)),
    (
        "bounds of parts of days, weekends, seasons",
        _says(r"morning|noon|evening|night|lunchtime|week-?end|season|summer|winter"),
    ),
    ("calendar words alone or incomplete", _says(_INCOMPLETE)),
)
"""Asked of what was read: where it is placed, and how precisely."""

LAST_MISTAKES: Final[tuple[tuple[str, Predicate], ...]] = (
    ("a range of clock times", lambda read: _clock(read) and _range(read)),
    ("a clock time", _clock),
    ("a range of days or months", _range),
    ("nothing is found", lambda read: not read.found),
    ("another value", lambda _read: True),
)
"""What is left."""

ORDER: Final = ((False, CONVENTIONS), (True, MISTAKES), (False, LATER_CONVENTIONS), (True, LAST_MISTAKES))


def kind(read: Read) -> tuple[bool, str]:
    """(whether ours is wrong, the category) of a miss."""
    return next((wrong, name) for wrong, categories in ORDER for name, holds in categories if holds(read))
