"""What holds of pages while articles are loaded between them."""

import random
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.builders import NOW, a_mention, a_record, a_report, an_article, an_event, store
from tests.storage import lots
from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.line import Position, Sort, TimelineQuery
from timeline.core.mention import Mention
from timeline.storage import events, lines, orders, readings
from timeline.storage.database import Database, Session
from timeline.storage.tables import CollectionRow, EventRow

COUNT = 30
MENTIONS = [a_mention(f"Event {number} happened.", number * 100) for number in range(COUNT)]


def loaded(session: Session, chance: random.Random, intervals: dict[int, Event]) -> None:
    """Make other events of some of the mentions: new ones, redated ones, merged ones; some are gone."""
    for number in chance.sample(range(COUNT), 6):
        own = _event(chance, [MENTIONS[number]])
        if intervals.pop(number, None) is None or chance.random() < 0.5:
            intervals[number] = own
    merged = chance.sample(sorted(intervals), 2)
    if chance.random() < 0.3:
        one, two = (intervals.pop(number) for number in merged)
        intervals[merged[0]] = _event(chance, [*(r.mention for r in one.reports), *(r.mention for r in two.reports)])
    events.replace(session, "port", list({id(event): event for event in intervals.values()}.values()))


def _event(chance: random.Random, mentions: list[Mention]) -> Event:
    interval = lots.an_interval(chance)
    own = sorted({mention.start: mention for mention in mentions}.values(), key=lambda mention: mention.start)
    return an_event(*(a_report("a1", mention, interval) for mention in own), interval=interval)


def places(session: Session, sort: Sort) -> dict[str, Position]:
    """Where each event on the line stands."""
    rows = session.scalars(select(EventRow).where(EventRow.first < calendar.END))
    return {row.id: orders.position(sort, row) for row in rows}


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), limit=st.integers(1, 6), sort=st.sampled_from(Sort))
def test_an_event_that_keeps_its_place_is_given_once_whatever_is_loaded_between_pages(
    database: Database, seed: int, limit: int, sort: Sort
) -> None:
    chance, wanted = random.Random(seed), {n: _event(random.Random(n), [MENTIONS[n]]) for n in range(0, COUNT, 2)}
    with database.begin() as session:
        if not session.get(CollectionRow, "port"):
            store(session, "port", [an_article("a1", text="\n".join(one.text for one in MENTIONS))])
            readings.add(session, "port", a_record("a1", *MENTIONS), NOW)
        events.replace(session, "port", list(wanted.values()))
        kept = places(session, sort)
    seen: list[str] = []
    query = TimelineQuery("port", sort=sort, limit=limit)
    while True:
        with database.begin() as session:
            page = lines.page(session, query)
            seen += [event.id for event in page.events]
            if page.after is None:
                break
            query = replace(query, after=page.after)
            loaded(session, chance, wanted)
            now = places(session, sort)
            kept = {own: place for own, place in kept.items() if now.get(own) == place}
    assert {own: seen.count(own) for own in kept} == dict.fromkeys(kept, 1)
