"""Things to test with, complete and plain: a test names only what it is about."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from timeline.core.algebra import This
from timeline.core.article import Draft
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.event import Certainty, Contradiction, Corroboration, Entity, Event, EventDate
from timeline.core.expression import Expression, Reading, Rejected
from timeline.core.granularity import Granularity
from timeline.core.interval import Interval, day
from timeline.core.mention import Basis, Figure, Mention, Report, Status, When
from timeline.core.profile import Profile
from timeline.core.text import Imprint, Name
from timeline.storage import articles, collections, readings
from timeline.storage.database import Database, Session

NOW = datetime(2024, 11, 6, 12, tzinfo=UTC)
RULES = "test"


def a_day(text: str = "2024-11-05", zone: str = "UTC") -> Interval:
    """The whole of a day."""
    return day(date.fromisoformat(text), zone)


def an_article(article: str = "a1", **fields: Any) -> Draft:
    """A draft; its text is its own."""
    given: dict[str, Any] = {
        "title": "Council votes",
        "text": f"The council voted today. This is {article}.",
        "source": "The Courier",
        "url": None,
        "published": None,
        "zone": "UTC",
    }
    return Draft(article, **(given | fields))


def a_mention(text: str = "The council voted today.", start: int = 0, **fields: Any) -> Mention:
    """A mention of a sentence."""
    given: dict[str, Any] = {
        "title": text.rstrip("."),
        "act": "vote",
        "actor": "council",
        "objects": ("port",),
        "stems": frozenset({"council", "vote"}),
        "names": (Name(start + 4, start + 11, "council", "organisation"),),
        "quotations": ("so be it",),
        "numbers": (Figure(12.0, "vote", "votes"), Figure(2.5, "million", "million")),
        "status": Status.OCCURRED,
        "tense": Tense.PAST,
        "speaker": "",
        "statement": False,
        "narrates": True,
        "when": (When(start + 18, Basis.EXPLICIT, "same sentence"),),
    }
    return Mention(start, start + len(text), text, **(given | fields))


def an_expression(start: int = 18, text: str = "today", **fields: Any) -> Expression:
    """'today'."""
    given: dict[str, Any] = {"rule": "deictic day", "term": This(Granularity.DAY)}
    return Expression(start, start + len(text), text, **(given | fields))


def a_record(article: str = "a1", *mentions: Mention, **fields: Any) -> readings.Record:
    """A reading of an article with these mentions and one expression."""
    given: dict[str, Any] = {
        "revision": 1,
        "rules": RULES,
        "imprint": Imprint(bylines=((0, 5),), year=2024),
        "reading": Reading((an_expression(),), (Rejected(0, 3, "may", "a verb"),)),
        "profile": Profile(b"", b"", frozenset({"Reuters"})),
    }
    return readings.Record(article, mentions=mentions, **(given | fields))


def a_report(article: str, mention: Mention, interval: Interval | None = None, source: str = "The Courier") -> Report:
    """A report of a mention, dated by an expression."""
    found = interval or a_day()
    return Report(article, source, mention, found, Basis.EXPLICIT, (a_step(found, article),))


def a_step(gave: Interval, article: str = "a1") -> Step:
    """A step of a derivation."""
    return Step(Kind.EXPRESSION, "deictic day", gave, Evidence(18, 23, "today", article), ("day",))


def an_event(*reports: Report, interval: Interval | None = None, **fields: Any) -> Event:
    """An event of these reports."""
    found = interval or (reports[0].interval if reports else a_day())
    given: dict[str, Any] = {
        "title": reports[0].mention.title if reports else "Something happens",
        "text": reports[0].mention.text if reports else "",
        "status": Status.OCCURRED,
        "date": EventDate(found, Certainty.CERTAIN, (a_step(found),)),
        "entities": (Entity("The Council", "organisation"),),
        "corroboration": Corroboration(len(reports), len({report.source for report in reports}), 1),
        "contradictions": (),
    }
    given |= fields
    contradictions: tuple[Contradiction, ...] = given.pop("contradictions")
    return Event(id="", reports=reports, contradictions=contradictions, **given)


def store(session: Session, slug: str, drafts: Iterable[Draft]) -> None:
    """A collection with these articles."""
    collections.add(session, slug, f"The story of {slug}")
    for draft in drafts:
        articles.add(session, slug, draft, NOW)


def events_of(session: Session, slug: str, *told: tuple[str, Interval, dict[str, Any]]) -> tuple[Event, ...]:
    """Events to be stored, one for each (sentence, interval, fields of an_event), all told by one article, read."""
    sentences = [sentence for sentence, _, _ in told]
    store(session, slug, [an_article("a1", text="\n".join(sentences))])
    mentions = [a_mention(sentence, number * 100) for number, sentence in enumerate(sentences)]
    readings.add(session, slug, a_record("a1", *mentions), NOW)
    return tuple(
        an_event(a_report("a1", mention, interval), **fields)
        for mention, (_, interval, fields) in zip(mentions, told, strict=True)
    )


def a_collection(database: Database, slug: str = "port", *drafts: Draft) -> str:
    """A stored collection with these articles, unread; its slug."""
    with database.begin() as session:
        store(session, slug, drafts)
    return slug
