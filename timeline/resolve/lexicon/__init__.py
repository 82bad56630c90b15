"""The words that the resolver knows, from the TOML files of this folder, and what they mean.

A table is a category of words; "any" words count in every case, "cased" ones only with a capital.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final

from timeline.core.algebra import Date, Named, Part, Season
from timeline.core.granularity import Granularity

Value = str | int

_SPECIAL_UNITS: Final = {
    "night": (1, Granularity.DAY), "fortnight": (2, Granularity.WEEK), "millennium": (10, Granularity.CENTURY),
    "generation": (25, Granularity.YEAR),
}  # fmt: skip


@cache
def tables() -> dict[str, Any]:
    """Every table of every file, by its name."""
    found: dict[str, Any] = {}
    for file in sorted(resources.files(__name__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            found.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return found


@cache
def categories() -> dict[str, tuple[dict[str, Value], frozenset[str]]]:
    """Each category of single words: the values of its words, and those that need a capital."""
    return {
        name: ({**table.get("any", {}), **table.get("cased", {})}, frozenset(table.get("cased", ())))
        for name, table in tables().items()
        if isinstance(table, dict) and ("any" in table or "cased" in table)
    }


@cache
def shapes() -> dict[str, str]:
    """Named pieces of patterns."""
    return dict(tables()["shapes"])


@cache
def context(name: str) -> frozenset[str]:
    """A list of words that stand beside expressions."""
    return frozenset(tables()["context"][name])


def entries(name: str) -> list[dict[str, Any]]:
    """The entries of an array of tables: holidays, periods."""
    return list(tables()[name])


def period(entry: dict[str, Any]) -> Named:
    """The period of an entry, as the algebra has it."""
    return Named(entry["name"], _date(entry["first"]), _date(entry["last"]) if "last" in entry else None)


def _date(text: str) -> Date:
    sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, *others = map(int, rest.split("-"))
    return Date(sign * year, *others)


def _value(category: str, word: str) -> Value:
    return categories()[category][0][word]


def month(word: str) -> int:
    """1 to 12."""
    return int(_value("MONTH", word))


def weekday(word: str) -> int:
    """0 for Monday to 6 for Sunday; also of 'Mondays'."""
    return int(_value("WEEKDAYS" if word in categories()["WEEKDAYS"][0] else "WEEKDAY", word))


def season(word: str) -> Season:
    """Of 'summer' and 'summers'."""
    return Season(str(_value("SEASONS" if word in categories()["SEASONS"][0] else "SEASON", word)))


def part(word: str) -> Part:
    """Of 'morning' and 'mornings'."""
    return Part(str(_value("PARTS" if word in categories()["PARTS"][0] else "PART", word)))


def zone(word: str) -> str:
    """The IANA name of an abbreviation."""
    return str(_value("ZONE", word))


def unit(word: str) -> tuple[int, Granularity]:
    """How many of which unit a word is: (1, week) of 'weeks', (2, week) of 'fortnight'."""
    for category in ("UNIT", "UNITS", "PERIODIC"):
        if word in categories()[category][0]:
            name = str(_value(category, word))
            return _SPECIAL_UNITS[name] if name in _SPECIAL_UNITS else (1, Granularity(name))
    raise KeyError(word)
