"""The filter of a timeline page: what the form holds, what of it can be used, and what is wrong with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from timeline.core import edtf, words
from timeline.core.interval import Interval
from timeline.core.line import Match, TimelineQuery
from timeline.core.mention import Status
from timeline.web import cursors, ranges
from timeline.web.state import state

FIELDS: Final = ("q", "from", "to", "entity", "source", "status", "match")
_LONGEST: Final = 200
_LABELS: Final = {"q": "Words", "entity": "Names", "source": "Source", "status": "Status"}
_PAGE: Final = 60
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
        return sum(1 for name in self.values if name != "match")

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The fields in use, each with the way to drop it."""
        return tuple(
            Chip(_label(name, value), _encoded(self.values, leave=name))
            for name, value in self.values.items()
            if name != "match" and name not in self.complaints
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
        slug, within, _match(values, complaints), values.get("q", ""), values.get("entity", ""),
        values.get("source", ""), _status(values, complaints),
    )  # fmt: skip
    cursor = arguments.get("cursor")
    return Filter(values, complaints, cursors.followed(state().signing_key, query, cursor, _PAGE), bool(cursor))


def _date(values: Mapping[str, str], name: str, complaints: dict[str, str]) -> Interval | None:
    if name not in values:
        return None
    try:
        return edtf.read(values[name])
    except ValueError as error:
        complaints[name] = f"{error}."
        return None


def _match(values: Mapping[str, str], complaints: dict[str, str]) -> Match:
    return Match(_one_of(values, "match", [match.value for match in Match], complaints) or Match.MAY)


def _status(values: Mapping[str, str], complaints: dict[str, str]) -> Status | None:
    found = _one_of(values, "status", [status.value for status in Status], complaints)
    return Status(found) if found else None


def _one_of(values: Mapping[str, str], name: str, known: list[str], complaints: dict[str, str]) -> str | None:
    value = values.get(name)
    if value is not None and value not in known:
        complaints[name] = f"This is one of {', '.join(known)}."
        return None
    return value


def _label(name: str, value: str) -> str:
    if name in {"from", "to"}:
        return f"{name.capitalize()} {words.in_words(edtf.read(value))}"
    return f"{_LABELS[name]}: {value}"


def _encoded(values: Mapping[str, str], leave: str = "") -> str:
    return urlencode({name: value for name, value in values.items() if name != leave})
