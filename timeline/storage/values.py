"""An event as the values of its rows."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.core.event import Event
from timeline.storage import codec, terms
from timeline.storage.places import Place
from timeline.storage.terms import Term


@dataclass(frozen=True, slots=True)
class Digested:
    """An event's values, without its collection, and a digest of all of them; it is searched by words and terms."""

    id: str
    digest: str
    words: str
    terms: tuple[Term, ...]
    row: dict[str, Any]
    reports: tuple[dict[str, Any], ...]
    entities: tuple[dict[str, Any], ...]


def digested(event: Event, own: str, places: Sequence[Place]) -> Digested:
    """The values of an event under its own id; places are where its reports' mentions are stored."""
    row, reports, entities = _row(event), _reports(event, own, places), _entities(event, own)
    named = terms.of(event)
    digest = _digest([row, *reports, *entities, {"terms": named}])
    words = "\n".join([event.title, *(report.mention.text for report in event.reports)])
    return Digested(own, digest, words, named, {"id": own, "digest": digest, **row}, reports, entities)


def _digest(rows: Iterable[dict[str, Any]]) -> str:
    """Of all values; the mentions are in it by their places, since what is stored there never changes."""
    data = codec.write(tuple(value for row in rows for value in row.values()))
    return hashlib.sha256(data).hexdigest()


def _row(event: Event) -> dict[str, Any]:
    date, interval = event.date, event.date.interval
    first, last = date.order
    return {
        "title": event.title,
        "text": event.text,
        "status": event.status,
        "starts": interval.start,
        "ends": interval.end,
        "granularity": interval.granularity,
        "zone": interval.zone,
        "during": interval if date.dated else None,
        "first": first,
        "last": last,
        "certainty": date.certainty,
        "derivation": date.derivation,
        "claimed": date.claimed,
        "contradictions": event.contradictions,
        "articles": event.corroboration.articles,
        "sources": event.corroboration.sources,
        "origins": event.corroboration.origins,
        "decided": event.decided,
        "named": list(terms.spelled(event)),
    }


def _reports(event: Event, own: str, places: Sequence[Place]) -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "event_id": own,
            "number": number,
            "article_id": place.article,
            "revision": place.revision,
            "rules": place.rules,
            "mention": place.number,
            "interval": report.interval,
            "basis": report.basis,
            "derivation": report.derivation,
        }
        for number, (report, place) in enumerate(zip(event.reports, places, strict=True))
    )


def _entities(event: Event, own: str) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"event_id": own, "number": number, "name": entity.name, "kind": entity.kind}
        for number, entity in enumerate(event.entities)
    )
