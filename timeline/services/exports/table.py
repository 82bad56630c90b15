"""CSV: an event a row.

RFC 4180 has no place for remarks, and a first row that is none breaks every reader. So each row says what was asked
for and how many events are left out, in two columns at its end.
"""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlencode

from timeline.core import edtf, rfc3339
from timeline.services import because
from timeline.services.exports import cells, told
from timeline.services.exports.taken import Entry, Taken

COLUMNS: Final = (
    "id", "title", "status", "edtf", "start", "end", "precision", "display", "certainty", "claimed", "earliest",
    "latest", "zone", "text", "persons", "organisations", "places", "articles", "sources", "origins", "cited", "urls",
    "quotes", "contradictions", "because", "page", "collection", "asked", "left_out",
)  # fmt: skip
_JOINT: Final = " | "


def write(taken: Taken) -> Iterator[str]:
    """The header and the rows; those without a date come last, with empty ends and the precision 'unknown'."""
    return cells.written(_rows(taken))


def _rows(taken: Taken) -> Iterator[tuple[object, ...]]:
    yield COLUMNS
    own = {"collection": taken.collection.slug, "asked": urlencode(taken.asked), "left_out": taken.left_out.total}
    for entry in taken.entries:
        found = _what(entry) | _when(entry) | _who(entry) | {"page": taken.event(entry.event)} | own
        yield tuple(found[column] for column in COLUMNS)


def _what(entry: Entry) -> dict[str, Any]:
    event, names = entry.event, told.places(entry.event)
    return {
        "id": event.id,
        "title": event.title,
        "status": event.status.value,
        "text": event.text,
        "persons": _JOINT.join(names.get("person", ())),
        "organisations": _JOINT.join(names.get("organisation", ())),
        "places": _JOINT.join(names.get("place", ())),
        "contradictions": _JOINT.join(
            f"{found.about}: {' or '.join(claim.text for claim in found.claims)}" for found in event.contradictions
        ),
    }


def _when(entry: Entry) -> dict[str, Any]:
    date = entry.event.date
    bounds = rfc3339.bounds(date.interval)
    return {
        "edtf": date.edtf if date.dated else "",
        "start": bounds.start,
        "end": bounds.end,
        "precision": date.interval.granularity.precision,
        "display": because.display(date),
        "certainty": date.certainty.value,
        "claimed": _JOINT.join(map(edtf.write, date.claimed)),
        "earliest": bounds.earliest,
        "latest": bounds.latest,
        "zone": date.interval.zone,
        "because": " ".join(sentence.text for sentence in because.told(entry.event) if sentence.parts),
    }


def _who(entry: Entry) -> dict[str, Any]:
    counts, cited = entry.event.corroboration, told.cited(entry)
    return {
        "articles": counts.articles,
        "sources": counts.sources,
        "origins": counts.origins,
        "cited": _JOINT.join(one.source for one in cited),
        "urls": _JOINT.join(one.url for one in cited if one.url),
        "quotes": _JOINT.join(one.quote for one in cited),
    }
