"""How PostgreSQL answers queries of a timeline: by its indexes, however the rows are spread."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from bench.made_timeline import SLUG, Made, make
from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.line import Match, Sort, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.services import shown
from timeline.storage.database import Database

MADE = Made(events=6000, articles=30_000)
LARGE = {"events", "event_reports", "event_entities", "mentions", "articles", "publications"}
YEAR = unit_at(calendar.at(2010), G.YEAR)
QUERIES: dict[str, dict[str, Any]] = {
    "all": {},
    "backwards": {"sort": Sort.BACKWARDS},
    "by corroboration": {"sort": Sort.CORROBORATION},
    "by arrival": {"sort": Sort.ARRIVAL},
    "a year": {"within": YEAR},
    "a year, certainly": {"within": YEAR, "match": Match.MUST},
    "a year, backwards": {"within": YEAR, "sort": Sort.BACKWARDS},
    "until a year": {"within": Interval(calendar.BEGINNING, YEAR.end)},
    "from a year on": {"within": Interval(YEAR.start, calendar.END)},
    "an hour": {"within": unit_at(calendar.at(2010, 5, 3) + 7200, G.HOUR)},
    "a word": {"q": MADE.words[900]},
    "a frequent word": {"q": MADE.words[20]},
    "words in order": {"q": f'"{MADE.words[20]} {MADE.words[30]}"'},
    "words and a year": {"q": MADE.words[20], "within": YEAR},
    "a name": {"entity": MADE.names[4].name},
    "a place": {"place": MADE.names[5].name},
    "a source": {"source": MADE.sources[3]},
    "a source and a year": {"source": MADE.sources[3], "within": YEAR},
    "a status": {"status": Status.DENIED},
    "a precision": {"precision": Precision.WEEK},
    "origins": {"min_origins": 5},
    "several": {"source": MADE.sources[3], "status": Status.OCCURRED, "within": Interval(YEAR.start, calendar.END)},
}


@pytest.fixture
def made(database: Database) -> Database:
    """A made collection, analysed."""
    make(database, MADE)
    return database


def test_no_kind_of_query_reads_a_whole_table(made: Database, subtests: pytest.Subtests) -> None:
    for name, asked in QUERIES.items():
        with subtests.test(name):
            assert read_whole(made, TimelineQuery(SLUG, limit=10, **asked)) == set()


def read_whole(database: Database, query: TimelineQuery) -> set[str]:
    """The large tables of which all rows are read for a first and for a later page, or for the shelf beside them."""
    statements: list[tuple[str, Any]] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        statements.append((statement, parameters))

    page = shown.page(database, query)
    assert page.page.total > 0
    if page.page.after:
        shown.page(database, TimelineQuery(**{**_fields(query), "after": page.page.after}))
    shown.undated(database, query)
    shown.contradicted(database, query)
    event.remove(database.engine, "before_cursor_execute", note)
    with database.engine.connect() as connection:
        return {table for own in statements for table in _scanned(connection, *own)} & LARGE


def _fields(query: TimelineQuery) -> dict[str, Any]:
    return {name: getattr(query, name) for name in TimelineQuery.__slots__}


def _scanned(connection: Connection, statement: str, parameters: Any) -> Iterator[str]:
    if statement.lstrip().startswith("SELECT"):
        connection.execute(text("SET plan_cache_mode = force_custom_plan"))
        (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar_one()
        yield from _sequential(plan["Plan"])


def _sequential(plan: dict[str, Any]) -> Iterator[str]:
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from _sequential(part)
