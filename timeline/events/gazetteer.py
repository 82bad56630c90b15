"""The countries, the states of the US, regions and large cities of the world, from gazetteer.tsv.

learn/gazetteer.py makes that file from GeoNames (geonames.org, CC BY 4.0).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_SPACE: Final = re.compile(r"[\s\-‐‑]+")
_SHOUTED: Final = 5
"""Capitals from which a word is a shouted one and no abbreviation: 'LONDON', not 'DPRK'."""

_KEPT: Final = 50_000
_NAME: Final = 4
"""Capitals that may be a place's name where they are no abbreviation of one: 'OSLO'."""


class Sort(StrEnum):
    """What a place is; a metropolis is a capital or has a million people, a city at least 150,000."""

    COUNTRY = "country"
    REGION = "region"
    STATE = "state"
    METROPOLIS = "metropolis"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Location:
    """A place by the name that news uses, and its country, '' where it is in none or in several."""

    name: str
    country: str
    sort: Sort


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """A name as it is compared: without accents, full stops, hyphens and a leading article; shouted words as names."""
    plain = text.replace("’", "'").replace(".", "")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = _SPACE.sub(" ", plain).strip().removeprefix("The ").removeprefix("the ").split(" ")
    return " ".join(spoken(word) for word in words)


def spoken(word: str) -> str:
    """A word as it is written within a sentence: a long one that is all in capitals with only its first."""
    return word.title() if word.isupper() and len(word) >= _SHOUTED else word


def place(text: str) -> Location | None:
    """The place that a name or an abbreviation denotes, the country before the state before the city; else None."""
    places, own = _tables()[0], fold(text)
    found = places.get(own)
    return places.get(own.title()) if found is None and own.isupper() and len(own) >= _NAME else found


def people(text: str) -> Location | None:
    """The place whose adjective or people a word is: Russia for 'Russian' and 'Russians'; else None."""
    return _tables()[1].get(fold(text))


@cache
def _tables() -> tuple[dict[str, Location], dict[str, Location]]:
    places: dict[str, Location] = {}
    adjectives: dict[str, Location] = {}
    order = list(Sort)
    for location, also, people in sorted(_rows(), key=lambda row: order.index(row[0].sort)):
        for form in (location.name, *also):
            places.setdefault(fold(form), location)
        for form in people:
            adjectives.setdefault(fold(form), location)
    return places, adjectives


def _rows() -> Iterator[tuple[Location, list[str], list[str]]]:
    text = files(__package__).joinpath("gazetteer.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            sort, name, country, also, people = [*line.split("\t"), "", "", ""][:5]
            yield Location(name, country, Sort(sort)), _forms(also), _forms(people)


def _forms(field: str) -> list[str]:
    return [form for form in field.split("|") if form]
