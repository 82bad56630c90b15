"""What events are found by: one inverted index of the words of their reports and of the names that filters ask for.

Beside its words an event's tsvector has lexemes that no text can have, because they begin with "=": one for its
collection, so that a search meets no event of another, and one for each name and kind that a filter may ask for. So
PostgreSQL knows how often each comes, and whether to look it up or to walk along the line until a page is full.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, and_, cast, func, literal, literal_column
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from timeline.core.event import Event
from timeline.core.line import TimelineQuery
from timeline.storage.tables import EventRow

Term = tuple[str, str]
"""A filter and a name for which it lets an event through."""
NAMES: Final = ("entity", "place", "source")
"""Filters by name, which are fields of a query."""
MOST_ORIGINS: Final = 100
"""An event has a lexeme for each number of origins up to its own, or up to this."""
_ORIGINS: Final = "min_origins"
_ENGLISH: Final[ColumnElement[Any]] = literal_column("'english'::regconfig")
_LONGEST: Final = 400
"""Characters of a name: a lexeme holds two thousand bytes at most."""


def of(event: Event) -> tuple[Term, ...]:
    """The names of an event, in lower case, and its kinds, in order."""
    origins = {(_ORIGINS, str(number)) for number in range(2, min(event.corroboration.origins, MOST_ORIGINS) + 1)}
    kinds = {("status", event.status.value), ("precision", event.date.interval.granularity.precision)}
    names = {(kind, known(name)) for kind, name in _names(event)}
    return tuple(sorted(names | origins | kinds))


def spelled(event: Event) -> tuple[str, ...]:
    """The same names as their reports have them, to be counted: "source=The Ledger". Of several spellings of a name the
    first stands for all, so that an event counts once for it."""
    first: dict[Term, str] = {}
    for kind, name in _names(event):
        first.setdefault((kind, known(name)), f"{kind}={name}")
    return tuple(first.values())


def _names(event: Event) -> Iterator[Term]:
    yield from (("source", report.source) for report in event.reports if report.source)
    for entity in event.entities:
        if entity.name:
            yield "entity", entity.name
            if entity.kind == "place":
                yield "place", entity.name


def known(name: str) -> str:
    """A name as it is compared with others: in lower case, and no longer than the index takes."""
    return name.lower()[:_LONGEST]


def lexemes(collection: str, terms: Iterable[Term]) -> list[str]:
    """What stands in the index for the names of an event in a collection."""
    return [f"={collection}", *(_lexeme(collection, kind, name) for kind, name in terms)]


def vector(words: ColumnElement[str], named: ColumnElement[list[str]]) -> ColumnElement[str]:
    """The tsvector of words and lexemes."""
    return func.to_tsvector(_ENGLISH, words).op("||")(func.array_to_tsvector(cast(named, ARRAY(Text))))


def asked(query: TimelineQuery) -> ColumnElement[bool] | None:
    """That an event has the words, names and kinds that a query asks for; None where it asks for none.

    Words that are all too common to be searched for are found nowhere.
    """
    terms = [(kind, str(name)) for kind in (*NAMES, "status", "precision") if (name := getattr(query, kind))]
    if query.min_origins > 1:
        terms.append((_ORIGINS, str(min(query.min_origins, MOST_ORIGINS))))
    if not terms and not query.q:
        return None
    named = cast(literal(_conjunction(query.slug, terms)), TSQUERY)
    if not query.q:
        return EventRow.search.bool_op("@@")(named)
    words = func.websearch_to_tsquery(_ENGLISH, query.q)
    return and_(func.numnode(words) > 0, EventRow.search.bool_op("@@")(words.op("&&")(named)))


def named(collection: str, kind: str, name: str) -> ColumnElement[bool]:
    """That an event of a collection has a name."""
    return EventRow.search.bool_op("@@")(cast(literal(_conjunction(collection, [(kind, name)])), TSQUERY))


def _conjunction(collection: str, terms: Iterable[Term]) -> str:
    """All of some names; each is its collection's own, so that this is named only where they are none: looking up what
    all events have takes as long as all the rest."""
    own = [_lexeme(collection, kind, name) for kind, name in terms] or [f"={collection}"]
    return " & ".join("'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'" for lexeme in own)


def _lexeme(collection: str, kind: str, name: str) -> str:
    return f"={collection}={kind}={known(name)}"
