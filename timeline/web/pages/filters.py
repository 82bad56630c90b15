"""The filter of a timeline page: what the form holds, what of it can be used, and what is wrong with the rest."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar
from urllib.parse import urlencode

from timeline.core import edtf, words
from timeline.core.interval import Interval
from timeline.core.line import Match, Position, Sort, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.web import cursors, ranges
from timeline.web.problems import Malformed
from timeline.web.state import state

FIELDS: Final = (
    *("q", "from", "to", "entity", "place", "source", "status", "precision", "min_origins"),
    *("match", "sort"),
)
_SETTLED: Final = {"match", "sort"}
"""What has a value always, and narrows nothing by itself."""
_LONGEST: Final = 200
_Word = TypeVar("_Word", bound=StrEnum)
_LABELS: Final = {
    "q": "Words",
    "entity": "Names",
    "place": "Place",
    "source": "Source",
    "status": "Status",
    "precision": "Precision",
    "min_origins": "Origins, at least",
}
_MANY: Final = 1_000_000
PAGE: Final = 60
"""Events: with every derivation folded in, some 300 kB."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the query without it."""

    label: str
    without: str


@dataclass(frozen=True, slots=True)
class Filter:
    """The form's values by field, the complaints by field, and the query that the good ones make."""

    values: Mapping[str, str]
    complaints: Mapping[str, str]
    query: TimelineQuery
    later: bool = False
    """Whether this is a later page than the first."""

    @property
    def used(self) -> int:
        """How many fields narrow the list."""
        return sum(1 for name in self.values if name not in _SETTLED)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The fields in use, each with the way to drop it."""
        return tuple(
            Chip(_label(name, value), _encoded(self.values, leave=name))
            for name, value in self.values.items()
            if name not in _SETTLED and name not in self.complaints
        )

    def encoded(self, **more: str) -> str:
        """The filter as a query string, with more in it."""
        return _encoded({**self.values, **more})


def read(slug: str, arguments: Mapping[str, str]) -> Filter:
    """The filter that a page was asked for. What cannot be read does not narrow; what is not known is left alone."""
    values = {name: arguments[name].strip()[:_LONGEST] for name in FIELDS if arguments.get(name, "").strip()}
    complaints: dict[str, str] = {}
    first, last = (_date(values, name, complaints) for name in ("from", "to"))
    within = ranges.between(first, last)
    if within and within.empty:
        complaints["to"] = "The range ends before it begins."
        within = None
    query = TimelineQuery(
        slug,
        within=within,
        match=_word(values, "match", Match, complaints) or Match.MAY,
        q=values.get("q", ""),
        entity=values.get("entity", ""),
        source=values.get("source", ""),
        status=_word(values, "status", Status, complaints),
        place=values.get("place", ""),
        min_origins=_origins(values, complaints),
        precision=_word(values, "precision", Precision, complaints),
        sort=_word(values, "sort", Sort, complaints) or Sort.TIME,
    )
    begun, later = _begun(query, arguments)
    return Filter(values, complaints, begun, later)


def _begun(query: TimelineQuery, arguments: Mapping[str, str]) -> tuple[TimelineQuery, bool]:
    """The query from the cursor, or from the date "at" on, and whether either was given."""
    cursor, at = arguments.get("cursor"), arguments.get("at", "").strip()[:_LONGEST]
    if cursor or not at:
        return cursors.followed(state().signing_key, query, cursor, PAGE), bool(cursor)
    return replace(query, after=_place(at, query.sort), limit=PAGE), True


def _place(at: str, sort: Sort) -> Position | None:
    """Just before everything that begins in a date, in the order of time or against it; others are not by dates."""
    try:
        found = edtf.read(at)
    except ValueError as error:
        raise Malformed(f"{error}.", field="at") from error
    if sort not in {Sort.TIME, Sort.BACKWARDS}:
        return None
    return Position((found.start if sort is Sort.TIME else found.end, -math.inf, "", ""))


def _date(values: Mapping[str, str], name: str, complaints: dict[str, str]) -> Interval | None:
    if name not in values:
        return None
    try:
        return edtf.read(values[name])
    except ValueError as error:
        complaints[name] = f"{error}."
        return None


def _origins(values: Mapping[str, str], complaints: dict[str, str]) -> int:
    value = values.get("min_origins", "1")
    if value.isascii() and value.isdigit() and 1 <= int(value) <= _MANY:
        return int(value)
    complaints["min_origins"] = "This is a whole number above zero."
    return 1


def _word(values: Mapping[str, str], name: str, known: type[_Word], complaints: dict[str, str]) -> _Word | None:
    """The word of an enumeration that a field has; None where it has none, or one that is not known."""
    value = values.get(name)
    if value is None:
        return None
    if value in {word.value for word in known}:
        return known(value)
    complaints[name] = f"This is one of {', '.join(word.value for word in known)}."
    return None


def _label(name: str, value: str) -> str:
    if name in {"from", "to"}:
        return f"{name.capitalize()} {words.in_words(edtf.read(value))}"
    return f"{_LABELS[name]}: {value}"


def _encoded(values: Mapping[str, str], leave: str = "") -> str:
    return urlencode({name: value for name, value in values.items() if name != leave})
