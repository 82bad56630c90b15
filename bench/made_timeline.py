"""A made collection, large and without meaning: 200,000 events that a million mentions in 100,000 articles report.

Words are syllables put together by a seeded generator; a few are in most sentences and most in few, as in any language.
Rows go straight into the tables, by the same code that writes those of real articles.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import accumulate
from typing import Any, Final

from sqlalchemy import bindparam, insert, text

from timeline.core import calendar
from timeline.core.article import Trust
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.event import Certainty, Claim, Contradiction, Corroboration, Entity, Event, EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, unit_at
from timeline.core.mention import Basis, Mention, Report, Status, When
from timeline.core.text import Imprint, Name
from timeline.storage import copying, terms
from timeline.storage.database import Database, Session
from timeline.storage.places import Place
from timeline.storage.tables import (
    ArticleRow,
    CollectionRow,
    EntityRow,
    EventRow,
    MentionRow,
    PublicationRow,
    ReadingRow,
    ReportRow,
    RevisionRow,
)
from timeline.storage.values import Digested, digested

SLUG: Final = "made"
_RULES: Final = "made"
_NOW: Final = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS: Final = (calendar.at(2000) // calendar.DAY, calendar.at(2025) // calendar.DAY)
_REPORTS: Final = 5
_PRECISIONS: Final = ((G.DAY, 70), (G.MONTH, 10), (G.WEEK, 5), (G.YEAR, 5), (G.HOUR, 5), (G.UNKNOWN, 5))
_STATUSES: Final = ((Status.OCCURRED, 80), (Status.PLANNED, 12), (Status.POSSIBLE, 5), (Status.DENIED, 3))
_SYLLABLES: Final = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
_KINDS: Final = ("person", "organisation", "place")


@dataclass(frozen=True)
class Made:
    """How much is made; every event has five mentions, each in another article."""

    events: int = 200_000
    articles: int = 100_000
    seed: int = 7

    @cached_property
    def random(self) -> random.Random:
        """Where all choices come from."""
        return random.Random(self.seed)

    @cached_property
    def words(self) -> Sequence[str]:
        """The vocabulary, the most frequent first."""
        made = {"".join(self.random.choices(_SYLLABLES, k=self.random.choice((2, 3, 4)))) for _ in range(6000)}
        return sorted(made, key=lambda word: (len(word), word))

    @cached_property
    def weights(self) -> Sequence[float]:
        """How often each word comes, summed up."""
        return list(accumulate(1 / (rank + 50) for rank in range(len(self.words))))

    @cached_property
    def names(self) -> Sequence[Entity]:
        """People, bodies and places."""
        drawn = ("".join(self.random.choices(_SYLLABLES, k=3)).title() for _ in range(900))
        return [Entity(name, _KINDS[number % 3]) for number, name in enumerate(dict.fromkeys(drawn))]

    @cached_property
    def sources(self) -> Sequence[str]:
        """Who publishes."""
        return [f"The {word.title()} Times" for word in self.random.sample(self.words, 40)]

    def sentence(self) -> str:
        """Some twenty words."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=self.random.randint(14, 26))) + "."

    def interval(self) -> Interval:
        """When an event is."""
        precision = self._one(_PRECISIONS)
        if precision is G.UNKNOWN:
            return UNKNOWN
        day = calendar.DAY * self.random.randrange(int(_DAYS[0]), int(_DAYS[1]))
        return unit_at(day + 3600 * self.random.randrange(24), precision)

    def _one(self, weighted: Sequence[tuple[Any, int]]) -> Any:
        values, weights = zip(*weighted, strict=True)
        return self.random.choices(values, weights)[0]

    def event(self, number: int) -> tuple[Event, list[Place]]:
        """An event and where its reports' mentions are."""
        interval, status = self.interval(), self._one(_STATUSES)
        named = self.random.sample(self.names, 3)
        own = [self._report(number * _REPORTS + turn, interval, status, named) for turn in range(_REPORTS)]
        reports, places = tuple(report for report, _ in own), [place for _, place in own]
        claims = (Claim("12 people", (0, 1)), Claim("14 people", (2,)))
        return Event(
            id="",
            title=reports[0].mention.title,
            text=reports[0].mention.text,
            status=status,
            date=EventDate(interval, Certainty.CERTAIN, tuple(s for r in reports[:3] for s in r.derivation)),
            entities=tuple(named),
            corroboration=Corroboration(_REPORTS, len({r.source for r in reports}), self.random.randint(1, 5)),
            reports=reports,
            contradictions=(Contradiction("how many", claims),) if number % 50 == 0 else (),
        ), places

    def _report(self, number: int, when: Interval, status: Status, named: Sequence[Entity]) -> tuple[Report, Place]:
        article, place = number % self.articles, number // self.articles
        told, start = self.sentence(), place * 200
        words = told.split()
        mention = Mention(
            start=start, end=start + len(told), text=told, title=" ".join(words[:7]).capitalize(), act=words[1],
            actor=words[0], objects=(words[2],), stems=frozenset(words[:8]), quotations=(), numbers=(), status=status,
            names=tuple(Name(start, start + len(one.name), one.name, one.kind) for one in named),
            tense=Tense.PAST, speaker="", statement=False, narrates=True,
            when=(When(start, Basis.EXPLICIT, "same clause"),),
        )  # fmt: skip
        own = name(article)
        step = Step(Kind.EXPRESSION, "date", when, Evidence(start, start + len(words[0]), words[0], own), ())
        anchored = Step(Kind.ANCHOR, "publication", None, None, ("publication=2024-11-06",))
        source = self.sources[article % len(self.sources)]
        return Report(own, source, mention, when, Basis.EXPLICIT, (step, anchored)), Place(own, 1, _RULES, place)


def name(article: int) -> str:
    """The id of an article."""
    return f"a{article:06}"


def make(database: Database, made: Made) -> None:
    """Put the collection into a migrated database in which it is not."""
    with database.begin() as session:
        session.execute(text("SET LOCAL session_replication_role = replica"))  # No keys are checked a million times.
        session.add(CollectionRow(id=SLUG, title="Made", about="", zone="UTC", version=1))
        session.flush()
        for row, values in _articles(made):
            copying.add(session, row, values)
        for first in range(0, made.events, 10_000):
            _events(session, made, range(first, min(first + 10_000, made.events)))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _articles(made: Made) -> Iterator[tuple[type[Any], Iterator[dict[str, Any]]]]:
    yield ArticleRow, (_article(made, number) for number in range(made.articles))
    own = [{"collection_id": SLUG, "article_id": name(number)} for number in range(made.articles)]
    told = "\n".join(made.sentence() for _ in range(20))
    text_of = {"number": 1, "title": "Made", "text": told, "recorded": _NOW}
    yield RevisionRow, (key | text_of | {"digest": key["article_id"]} for key in own)
    read = {"revision": 1, "rules": _RULES, "imprint": Imprint(), "words": b"", "signature": b"", "credits": []}
    yield ReadingRow, (key | read | {"recorded": _NOW} for key in own)
    when = unit_at(calendar.at(2024, 11, 6), G.DAY)
    step = Step(Kind.ANCHOR, "given", when, None, ())
    known = {"interval": when, "trust": Trust.GIVEN, "derivation": (step,), "lost": (), "doubts": ()}
    yield PublicationRow, (key | known for key in own)


def _article(made: Made, number: int) -> dict[str, Any]:
    source = made.sources[number % len(made.sources)]
    return {
        "collection_id": SLUG, "id": name(number), "url": f"https://made.example/{number}", "address": None,
        "source": source, "told": source, "title": "Made", "zone": None, "given": None, "zoned": False, "stated": (),
        "revision": 1, "added": _NOW,
    }  # fmt: skip


def _events(session: Session, made: Made, numbers: range) -> None:
    found = [(number, *made.event(number)) for number in numbers]
    every = [digested(event, f"e{number:015}", places) for number, event, places in found]
    key = {"collection_id": SLUG}
    copying.add(session, MentionRow, (row for _, event, places in found for row in _mentions(event, places)))
    _searchable(session, every)
    copying.add(session, ReportRow, (key | part for one in every for part in one.reports))
    copying.add(session, EntityRow, (key | part for one in every for part in one.entities))


def _mentions(event: Event, places: Sequence[Place]) -> Iterator[dict[str, Any]]:
    for report, place in zip(event.reports, places, strict=True):
        found = report.mention
        yield {
            "collection_id": SLUG, "article_id": place.article, "revision": 1, "rules": _RULES, "number": place.number,
            "recorded": _NOW, "start": found.start, "end": found.end, "mention": found,
        }  # fmt: skip


def _searchable(session: Session, every: Sequence[Digested]) -> None:
    statement = insert(EventRow).values(search=terms.vector(bindparam("words"), bindparam("lexemes")))
    named = [{"words": one.words, "lexemes": terms.lexemes(SLUG, one.terms)} for one in every]
    session.execute(
        statement, [{"collection_id": SLUG, **one.row, **own} for one, own in zip(every, named, strict=True)]
    )
