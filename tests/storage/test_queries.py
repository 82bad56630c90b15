"""What the database answers is what the events themselves say, for queries of all kinds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage import lots
from timeline.core.event import Event
from timeline.core.line import Sort, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.services import faceted
from timeline.storage import events, lines
from timeline.storage.database import Database, Session

PATIENT = settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ORDERS: dict[Sort, Callable[[Event], tuple[object, ...]]] = {
    Sort.TIME: lambda one: (*one.date.order, one.title, one.id),
    Sort.CORROBORATION: lambda one: (
        *(-one.corroboration.origins, -one.corroboration.articles),
        *(*one.date.order, one.title, one.id),
    ),
}


@pytest.fixture
def stored(database: Database) -> tuple[Database, tuple[Event, ...]]:
    """Many events, as they were stored."""
    with database.begin() as session:
        events.replace(session, "port", lots.put(session))
        return database, events.whole(session, "port")


def walked(session: Session, query: TimelineQuery) -> Iterator[Event]:
    """All pages."""
    while True:
        page = lines.page(session, query)
        yield from page.events
        if page.after is None:
            return
        query = replace(query, after=page.after)


@PATIENT
@given(query=lots.queries(), limit=st.integers(1, 40))
def test_pages_have_what_is_asked_for_in_its_order_and_counts_are_exact(
    stored: tuple[Database, tuple[Event, ...]], query: TimelineQuery, limit: int
) -> None:
    database, whole = stored
    expected = lots.answered(query, whole)
    with database.begin() as session:
        found = list(walked(session, replace(query, limit=limit)))
        page = lines.page(session, replace(query, limit=1))
    assert sorted(found, key=attrgetter("id")) == sorted(expected, key=attrgetter("id"))
    if query.sort in ORDERS:
        assert found == sorted(expected, key=ORDERS[query.sort])
    if query.sort is Sort.BACKWARDS:
        assert found == sorted(expected, key=ORDERS[Sort.TIME], reverse=True)
    undated = [one for one in whole if not one.date.dated and lots.keeps(query, one) and lots.says(query, one)]
    unsure = [
        one
        for one in whole
        if one.date.dated and lots.keeps(query, one) and lots.says(query, one)
        if lots.may(query, one) and not lots.must(query, one)
    ]
    assert (page.total, page.undated, page.possible) == (len(expected), len(undated), len(unsure))


@settings(PATIENT, max_examples=12)
@given(query=lots.queries())
def test_a_facet_has_exactly_the_count_that_its_value_gives(
    stored: tuple[Database, tuple[Event, ...]], query: TimelineQuery
) -> None:
    database, _ = stored
    found = faceted.of(database, query, 100)

    def total(**value: object) -> int:
        with database.begin() as session:
            return lines.page(session, replace(query, limit=0, **value)).total  # type: ignore[arg-type]

    assert found.total == total()
    assert all(total(status=Status(one.value)) == one.events for one in found.statuses)
    assert all(total(precision=Precision(one.value)) == one.events for one in found.precisions)
    assert all(total(min_origins=int(one.value)) == one.events for one in found.origins)
    for kind, values in (("source", found.sources), ("entity", found.entities), ("place", found.places)):
        assert all(total(**{kind: one.value}) == one.events > 0 for one in values)
    assert all(total(within=one.within) == one.events for one in found.periods)


def test_the_events_that_arrived_last_come_first(stored: tuple[Database, tuple[Event, ...]]) -> None:
    database, _ = stored
    with database.begin() as session:
        before = [event.id for event in walked(session, TimelineQuery("port", sort=Sort.ARRIVAL, limit=7))]
        assert len(before) == len(set(before))
        events.replace(session, "later", lots.put(session, "later", 3))
        after = [event.id for event in walked(session, TimelineQuery("port", sort=Sort.ARRIVAL, limit=50))]
    assert after == before


def test_facets_name_every_status_that_comes(stored: tuple[Database, tuple[Event, ...]]) -> None:
    database, whole = stored
    found = faceted.of(database, TimelineQuery("port", status=Status.DENIED), 100)
    assert {one.value for one in found.statuses} == {one.status.value for one in whole if one.date.dated}
    assert found.total == sum(one.status is Status.DENIED for one in whole if one.date.dated)
