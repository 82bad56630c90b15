"""Events of all kinds, and which of them a query lets through, said without a database."""

import random
from typing import Any

from hypothesis import strategies as st

from tests.builders import events_of
from timeline.core import calendar
from timeline.core.event import Contradiction, Corroboration, Entity, Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, unit_at, until
from timeline.core.line import Match, Sort, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.storage.database import Session

ZONES = ("UTC", "America/New_York", "Asia/Seoul")
WORDS = ("harbour", "bridge", "council", "fire")
NAMES = (
    *(Entity("Ann Lee", "person"), Entity("ANN LEE", "person"), Entity("Norwood", "place")),
    *(Entity("Norwood", "organisation"), Entity("Ystad", "place"), Entity("Émile Åberg", "person")),
)
GRAINS = (G.DAY, G.MONTH, G.YEAR, G.HOUR, G.WEEKEND)
DAYS = 120


def put(session: Session, slug: str = "port", count: int = 70, seed: int = 3) -> tuple[Event, ...]:
    """Events to be stored, told by one article, which is stored and read."""
    chance = random.Random(seed)
    return events_of(session, slug, *(_told(chance, number) for number in range(count)))


def _told(chance: random.Random, number: int) -> tuple[str, Interval, dict[str, Any]]:
    interval, origins = an_interval(chance), chance.randint(1, 4)
    return (
        f"A {chance.choice(WORDS)} and a {chance.choice(WORDS)} are in report {number}.",
        interval,
        {
            "title": f"Event {number % 50}",
            "status": chance.choice(list(Status)),
            "entities": tuple(chance.sample(NAMES, chance.randint(0, 3))),
            "corroboration": Corroboration(chance.randint(origins, 5), origins, origins),
            "contradictions": (Contradiction("the day", ()),) if number % 9 == 0 else (),
        },
    )


def an_interval(chance: random.Random) -> Interval:
    """A time of any kind, mostly within four months, so that many are at once."""
    at = calendar.at(2024, 9) + chance.randrange(DAYS * 24) * 3600
    found = unit_at(at, chance.choice(GRAINS), chance.choice(ZONES))
    return chance.choice((found, found, found, until(found), since(found), UNKNOWN))


@st.composite
def queries(draw: st.DrawFn, slug: str = "port") -> TimelineQuery:
    """A query, most often of several filters, in any order."""
    return TimelineQuery(
        slug,
        within=draw(st.none() | _ranges()),
        match=draw(st.sampled_from(Match)),
        q=draw(
            st.sampled_from(("", "", *WORDS, "fires", '"a bridge and a fire"', "-council", "fire or harbour", "the"))
        ),
        entity=draw(st.sampled_from(("", "", "ann lee", "Norwood", "émile åberg", "nobody", "it's & |!"))),
        place=draw(st.sampled_from(("", "", "norwood", "Ann Lee"))),
        source=draw(st.sampled_from(("", "", "the courier", "Nobody"))),
        status=draw(st.none() | st.sampled_from(Status)),
        min_origins=draw(st.sampled_from((1, 1, 2, 4, 5, 200))),
        precision=draw(st.none() | st.none() | st.sampled_from(Precision)),
        sort=draw(st.sampled_from(Sort)),
    )


@st.composite
def _ranges(draw: st.DrawFn) -> Interval:
    start = calendar.at(2024, 8, 15) + draw(st.integers(0, DAYS + 60)) * calendar.DAY
    end = start + draw(st.sampled_from((1, 1, 7, 30, 365))) * calendar.DAY
    fine = draw(st.booleans())
    moved = draw(st.integers(0, 23)) * 3600 if fine else 0
    zone = draw(st.sampled_from(ZONES)) if fine else "UTC"
    open_at = draw(st.sampled_from((None, None, "start", "end")))
    return Interval(
        calendar.BEGINNING if open_at == "start" else start + moved,
        calendar.END if open_at == "end" else end + moved,
        G.SECOND if fine else G.INTERVAL,
        zone,
    )


def keeps(query: TimelineQuery, event: Event) -> bool:
    """Whether a query keeps an event, whatever its time and words."""
    names = {(one.name.lower(), one.kind) for one in event.entities}
    return (
        (not query.entity or query.entity.lower() in {name for name, _ in names})
        and (not query.place or (query.place.lower(), "place") in names)
        and (not query.source or query.source.lower() in {report.source.lower() for report in event.reports})
        and (query.status is None or event.status is query.status)
        and event.corroboration.origins >= query.min_origins
        and (query.precision is None or event.date.interval.granularity.precision == query.precision.value)
    )


def says(query: TimelineQuery, event: Event) -> bool:
    """Whether an event has the words of a query, of those that queries has."""
    told = event.reports[0].mention.text.lower()
    if query.q.startswith('"'):
        return query.q.strip('"') in told
    if query.q.startswith("-"):
        return query.q[1:] not in told
    return query.q != "the" and any(word.rstrip("s") in told for word in query.q.split(" or "))


def may(query: TimelineQuery, event: Event) -> bool:
    """Whether an event on the line may lie within what a query asks for."""
    return query.within is None or event.date.interval.overlaps(query.within.seen_from(event.date.interval))


def must(query: TimelineQuery, event: Event) -> bool:
    """Whether it must."""
    return query.within is None or event.date.interval.within(query.within)


def answered(query: TimelineQuery, events: tuple[Event, ...]) -> list[Event]:
    """The events on the line that a query asks for, in the order of time."""
    lies = may if query.match is Match.MAY else must
    return [one for one in events if one.date.dated and keeps(query, one) and says(query, one) and lies(query, one)]
