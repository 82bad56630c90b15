"""The words of a language: dateparser's own data, and the few that it lacks, each by the one that it knows.

In words/*.toml the table [as] says which: a key counts as whatever its value is (a month, a weekday, a unit, a number,
else a deictic phrase), and is said to dateparser by its value; an empty value is a filler that is not said at all.
[particles] are said so too, but count as nothing by themselves.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateparser.languages.loader import default_loader

from timeline.resolve.languages.tables import table

_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                  "november", "december")  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS: Final = ("day", "week", "month", "year")
_DEICTIC: Final = re.compile(r"(?:in )?\d (?:day|week|month|year)(?: ago)?")
_FEWEST_LETTERS: Final = 3
_CUT_OFF: Final = 2
"""An abbreviation lacks at least so many letters: 'нояб' is one, 'март' beside 'марта' is none."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language in lower case; the short ones are abbreviations, which only some shapes take."""

    table: dict[str, Any]
    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    units: frozenset[str]
    numbers: dict[str, int]
    deictic: frozenset[str]
    said: dict[str, str]

    def classes(self) -> dict[str, frozenset[str]]:
        """The classes of words that shapes may name."""
        return {
            "MONTH": frozenset(self.months), "MON": frozenset(self.months) | frozenset(self.short_months),
            "WEEKDAY": frozenset(self.weekdays), "UNIT": self.units, "NUM": frozenset(self.numbers),
            "DEICTIC": self.deictic,
        }  # fmt: skip

    def month(self, word: str) -> int:
        """1 to 12."""
        said = plain(word)
        return self.months.get(said) or self.short_months[said]

    def weekday(self, word: str) -> int:
        """0 for Monday to 6 for Sunday."""
        return {**self.short_weekdays, **self.weekdays}[plain(word)]

    def number(self, word: str) -> int:
        """Of figures or a word."""
        return int(word) if word.isdecimal() else self.numbers[plain(word)]

    def knows(self, groups: dict[str, str | None]) -> bool:
        """Whether it knows the words of a match: to regular expressions a long s is a small one, a Kelvin sign a k."""
        found = {name: plain(word) for name, word in groups.items() if word}
        month, weekday, number = found.get("month", found.get("mon")), found.get("weekday"), found.get("number")
        return (
            (month is None or month in self.months or month in self.short_months)
            and (weekday is None or weekday in self.weekdays or weekday in self.short_weekdays)
            and (number is None or number.isdecimal() or number in self.numbers)
        )


def plain(words: str) -> str:
    """Words as the vocabulary has them: lower case, straight apostrophes, single spaces, no full stop."""
    return " ".join(words.lower().replace("’", "'").replace("\u02bc", "'").rstrip(".").split())


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language."""
    own = table(language)
    info = default_loader.get_locale(language).info
    said: dict[str, str] = own["as"]
    without = set(own["without"])
    shortest = own.get("fewest_letters", _FEWEST_LETTERS)
    months, short_months = _named(info, _MONTHS, 1, shortest)
    weekdays, short_weekdays = _named(info, _WEEKDAYS, 0, shortest)
    units = {word.lower() for unit in _UNITS for word in info[unit] if len(word) >= shortest} - without
    deictic = {w.lower() for key, ws in info["relative-type"].items() if _DEICTIC.fullmatch(key) for w in ws} - without
    for word, known in said.items():
        if known in months:
            months[word] = months[known]
        elif known in weekdays:
            weekdays[word] = weekdays[known]
        elif known in units:
            units.add(word)
        elif known and not known.isdecimal():
            deictic.add(word)
    numbers = {word: int(known) for word, known in said.items() if known.isdecimal()}
    return Vocabulary(
        own, months, short_months, weekdays, short_weekdays, frozenset(units), numbers, frozenset(deictic),
        {**said, **own.get("particles", {})},
    )  # fmt: skip


def _named(
    info: dict[str, Any], names: tuple[str, ...], first: int, fewest: int
) -> tuple[dict[str, int], dict[str, int]]:
    """Full names and abbreviations, with their numbers."""
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    for number, name in enumerate(names, first):
        words = {word.lower() for word in info[name]}
        for word in words:
            (short if _abbreviates(word, words, fewest) else full)[word] = number
    return full, short


def _abbreviates(word: str, words: set[str], fewest: int) -> bool:
    longest = max(map(len, words))
    return (len(word) <= fewest and len(word) < longest and not word[0].isdecimal()) or any(
        other.startswith(word) and len(other) >= len(word) + _CUT_OFF for other in words
    )
