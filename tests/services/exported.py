"""Timelines to be written, without a database: a test names only what it is about."""

from dataclasses import replace
from typing import Any

from tests.builders import NOW, a_mention, a_report, an_event
from timeline.core import edtf
from timeline.core.article import Article, Publication, Trust
from timeline.core.collection import CollectionView
from timeline.core.event import Certainty, Entity, Event, EventDate
from timeline.core.interval import UNKNOWN
from timeline.core.line import TimelineQuery
from timeline.services.exports.forms import FORMS, Form
from timeline.services.exports.taken import Entry, LeftOut, Taken

BASE = "https://timeline.example"
HOSTILE = (
    "=HYPERLINK(1) </script><script>alert(1)</script> <img src=x onerror=alert(1)> ![x](javascript:alert(1))"
    "\r\nDTSTART:19700101\r\nEND:VEVENT\n# Heading\n\u2028- [a](javascript:alert(2)) \u202e\u2066\x0b\x85\ufffe"
    " ]]> &amp; &#x6a; {{ 7*7 }} `code` $x$ www.evil.example http://evil.example @all"
)


def happened(when: str = "2024-11-05", number: int = 1, **fields: Any) -> Event:
    """An event at a date that EDTF writes, or without one for '', told by the article 'a1'."""
    found = edtf.read(when) if when else UNKNOWN
    date = EventDate(found, fields.pop("certainty", Certainty.CERTAIN), (), fields.pop("claimed", ()))
    event = an_event(a_report("a1", a_mention(fields.pop("quote", "The council voted."))), **{"date": date} | fields)
    return replace(event, id=f"event{number:011}")


def hostile(**fields: Any) -> Event:
    """An event whose every text is hostile."""
    entities = tuple(Entity(HOSTILE, kind) for kind in ("person", "organisation", "place"))
    return happened(**{"title": HOSTILE, "text": HOSTILE, "quote": HOSTILE, "entities": entities} | fields)


def an_article(**fields: Any) -> Article:
    """The article 'a1' as it is stored."""
    given: dict[str, Any] = {
        "collection": "port", "id": "a1", "title": "The port", "text": "", "source": "The Courier",
        "url": "https://courier.example/port", "given": None, "zone": "UTC", "revision": 1, "digest": "", "added": NOW,
        "publication": Publication(edtf.read("2024-11-06"), Trust.GIVEN),
    }  # fmt: skip
    return Article(**given | fields)


def taken(*events: Event, article: Article | None = None, **fields: Any) -> Taken:
    """These events as they are handed to a writer."""
    cited = {"a1": article or an_article()}
    given: dict[str, Any] = {
        "collection": CollectionView("port", "The port", "How it closed", "UTC"),
        "query": TimelineQuery("port"),
        "given": len(events),
        "left_out": LeftOut(),
        "newest": NOW,
        "base": BASE,
        "entries": [Entry(event, None, cited) for event in events],
    }
    return Taken(**given | fields)


def hostile_taken() -> Taken:
    """A story of which every text is hostile, with a filter that is hostile too."""
    article = an_article(source=HOSTILE, title=HOSTILE, url="https://x.example/a?b=(c)[d]<e>\\f|g`h")
    collection = CollectionView("port", HOSTILE, HOSTILE, "UTC")
    return taken(hostile(), article=article, collection=collection, query=TimelineQuery("port", q=HOSTILE))


def written(suffix: str, found: Taken) -> str:
    """The whole export."""
    form: Form = FORMS[suffix]
    return "".join(form.write(found))
