"""JSON-LD with the words of schema.org: an ItemList of Events, each with the NewsArticles that it is the subject of."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from timeline.core import rfc3339
from timeline.services.exports import told
from timeline.services.exports.document import dumped
from timeline.services.exports.taken import Entry, Taken
from timeline.services.exports.told import Cited

_KINDS: Final = {"person": "Person", "organisation": "Organization", "place": "Place"}
_ISO: Final = re.compile(r"\d{4}(-\d\d){0,2}(T.+)?")
"""Dates of schema.org are ISO 8601: an open interval of EDTF is none."""
_ESCAPES: Final = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029"})


def write(taken: Taken) -> Iterator[str]:
    """The list in pieces, an item each; those without a date come last, without a beginning."""
    return _listed(taken, _whole)


def embedded(taken: Taken) -> str:
    """The list for a <script> element of a page, without what the page's own text tells of each event: nothing in it
    ends the element, and JSON reads it as before."""
    return "".join(_listed(taken, _event)).translate(_ESCAPES)


def _listed(taken: Taken, write: Callable[[Entry, Taken], dict[str, Any]]) -> Iterator[str]:
    yield dumped(_head(taken))[:-1] + ', "itemListElement": ['
    for position, entry in enumerate(taken.entries, start=1):
        item = {"@type": "ListItem", "position": position, "item": write(entry, taken)}
        yield (",\n" if position > 1 else "\n") + dumped(item)
    yield "\n]}\n"


def _head(taken: Taken) -> dict[str, Any]:
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": taken.title,
            "description": f"{told.asked(taken)} {told.left_out(taken)}",
            "url": taken.page,
            "numberOfItems": taken.given,
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
        }
    )


def _event(entry: Entry, taken: Taken) -> dict[str, Any]:
    event = entry.event
    bounds = rfc3339.bounds(event.date.interval)
    return _known(
        {
            "@type": "Event",
            "@id": taken.event(event),
            "url": taken.event(event),
            "name": told.title(event),
            "disambiguatingDescription": f"{told.when(event)} ({told.corroboration(event)})",
            "startDate": bounds.start,
            "endDate": bounds.end,
            "location": [_named(one.name, one.kind) for one in event.entities if one.kind == "place"],
        }
    )


def _whole(entry: Entry, taken: Taken) -> dict[str, Any]:
    event = entry.event
    return _event(entry, taken) | _known(
        {
            "identifier": event.id,
            "description": event.text,
            "about": [_named(one.name, one.kind) for one in event.entities if one.kind != "place"],
            "subjectOf": [_article(one) for one in told.cited(entry)],
        }
    )


def _named(name: str, kind: str) -> dict[str, str]:
    return {"@type": _KINDS.get(kind, "Thing"), "name": name}


def _article(one: Cited) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": one.title,
            "url": one.url,
            "datePublished": one.published if _ISO.fullmatch(one.published or "") else None,
            "publisher": {"@type": "Organization", "name": one.source},
            "abstract": one.quote,
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that have something in them."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
