"""Pages of a large timeline: what the service takes beside the bare SQL and serialisation, and how even that is.

    .venv/bin/python -m bench.api [events] [--home FOLDER]

A page of 50 events is asked for by range and by text, from the WSGI application in this process, as one worker answers
it, in a state of the collection in which nothing is counted yet. The same statements are sent again through the driver
alone, all their rows fetched, and the same answer written as JSON by Python's own json: the two are what no service
could do without. Each is taken at its best of three, with the rows in memory for both, so that what else the machine
does counts little. Then pages are asked for at the beginning, along and at the end of a timeline, the facets, counted
and remembered, and a list by a client that has it. A folder keeps the made database for another time.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from flask.testing import FlaskClient
from sqlalchemy import Connection, event, func, select

from bench.loading import fresh, opened, write
from bench.made_timeline import SLUG, Made, make
from timeline.core.line import Sort, TimelineQuery
from timeline.services import keys
from timeline.services.database import Database
from timeline.settings import Settings
from timeline.storage import collections, lines, orders
from timeline.storage.tables import EventRow
from timeline.web import create_app, cursors

_QUERIES: Final = 60
_TIMES: Final = 3
_ALONG: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where on a timeline pages are asked for."""
_LAST: Final = 1000
"""Events that are left behind the last of these places."""
_PAGE: Final = f"/api/v1/collections/{SLUG}/events"

Statement = tuple[str, Any]


@dataclass(frozen=True)
class Taken:
    """Milliseconds of one page: in all, in the database, and writing what it gave as JSON."""

    service: float
    sql: float
    json: float

    @property
    def bare(self) -> float:
        """What no service could do without."""
        return self.sql + self.json


def main() -> None:
    """Make the timeline, and print what its pages take."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=int, nargs="?", default=200_000)
    parser.add_argument("--home", type=Path, help="where the database is kept")
    wanted = parser.parse_args()
    made = Made(wanted.events, wanted.events // 2)
    with opened(wanted.home) if wanted.home else fresh() as found:
        if not _there(found):
            make(found, made)
        _measure(found, made)


def _there(found: Database) -> bool:
    with found.begin() as session:
        return collections.exists(session, SLUG)


def _measure(found: Database, made: Made) -> None:
    write(f"{made.events} events, {made.events * 5} mentions, {made.articles} articles; milliseconds a page of 50")
    client = create_app(Settings(home=Path(), rate_limit=None), found).test_client()
    client.get(_PAGE)
    for name, queries in _asked(made).items():
        _report(name, [_timed(found, client, query) for query in queries])
    for sort in Sort:
        _along(found, client, sort)
    for query in ({}, {"from": "2010", "to": "2012"}, {"q": made.words[300]}, {"source": made.sources[3]}):
        _facets(found, client, query)
    for name in ("events", "articles", "sources"):
        _unchanged(client, f"/api/v1/collections/{SLUG}/{name}")


def _asked(made: Made) -> dict[str, Sequence[dict[str, str]]]:
    """Queries by kind, none of them twice."""
    chance = random.Random(1)
    words = made.words[200:]

    def years() -> dict[str, str]:
        first = chance.randrange(2000, 2024)
        last = chance.randrange(first, min(first + 5, 2025))
        return {"from": f"{first}-{chance.randint(1, 12):02}", "to": f"{last}-12-{chance.randint(1, 31):02}"}

    def text() -> dict[str, str]:
        return {"q": " ".join(chance.sample(words, chance.choice((1, 1, 2))))}

    kinds: dict[str, Callable[[], dict[str, str]]] = {
        "by range": years,
        "by text": text,
        "by range and text": lambda: {**years(), **text()},
        "by source": lambda: {"source": chance.choice(made.sources), **years()},
    }
    return {name: [kind() for _ in range(_QUERIES)] for name, kind in kinds.items()}


def _timed(found: Database, client: FlaskClient, query: dict[str, str]) -> Taken:
    asked = partial(client.get, f"{_PAGE}?{urlencode(query)}")
    _change(found)
    with _noted(found) as statements:
        answer = asked()
    assert answer.status_code == 200, answer.text
    service = min(_anew(found, asked) for _ in range(_TIMES))
    with found.engine.connect() as connection:
        sql = min(_clocked(lambda: _sent(connection, statements)) for _ in range(_TIMES))
    written = partial(json.dumps, answer.get_json(), ensure_ascii=False)
    return Taken(service * 1000, sql * 1000, min(_clocked(written) for _ in range(_TIMES)) * 1000)


def _anew(found: Database, asked: Callable[[], object]) -> float:
    _change(found)
    return _clocked(asked)


def _change(found: Database) -> None:
    """Let what was counted before be true no more."""
    with found.begin() as session:
        collections.changed(session, SLUG)


def _clocked(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _sent(connection: Connection, statements: Sequence[Statement]) -> None:
    """The statements again by psycopg itself, with all that they give."""
    driver: Any = connection.connection.driver_connection
    for statement, parameters in statements:
        driver.execute(statement, parameters).fetchall()


@contextmanager
def _noted(found: Database) -> Iterator[list[Statement]]:
    """What is asked of the database meanwhile."""
    statements: list[Statement] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if statement.lstrip().startswith("SELECT"):
            statements.append((statement, parameters))

    event.listen(found.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(found.engine, "before_cursor_execute", note)


def _report(name: str, taken: Sequence[Taken]) -> None:
    service, bare = [one.service for one in taken], [one.bare for one in taken]
    late = statistics.quantiles(service, n=20)[-1]
    write(
        f"{name:>18}: service {statistics.median(service):5.1f}, p95 {late:5.1f}; "
        f"SQL {statistics.median(one.sql for one in taken):5.1f}, "
        f"JSON {statistics.median(one.json for one in taken):4.1f}; "
        f"service / bare {sum(service) / sum(bare):.2f}"
    )


def _along(found: Database, client: FlaskClient, sort: Sort) -> None:
    """Pages at some places of a timeline: ten from each, each at its best of three, with all that is counted known."""
    taken = []
    for share in _ALONG:
        address = _address(found, sort, share)
        pages = []
        for _ in range(10):
            asked = partial(client.get, address)
            pages.append(min(_clocked(asked) for _ in range(_TIMES)) * 1000)
            address = asked().get_json()["links"]["next"]
        taken.append(statistics.median(pages))
    told = ", ".join(f"{one:.1f}" for one in taken)
    write(f"{sort:>18}: {told} from first to last, last / first {taken[-1] / taken[0]:.2f}")


def _address(found: Database, sort: Sort, share: float) -> str:
    """The page behind a share of a timeline."""
    query = TimelineQuery(SLUG, sort=sort)
    with found.begin() as session:
        dated = select(EventRow).where(lines.asked(session, query))
        many = session.scalar(select(func.count()).select_from(dated.subquery())) or 0
        place = int(share * (many - _LAST))
        row = session.scalars(dated.order_by(*orders.by(sort)).offset(place).limit(1)).one()
        cursor = cursors.write(keys.signing_key(found), orders.position(sort, row), query)
    return f"{_PAGE}?{urlencode({'sort': sort.value, 'cursor': cursor} if place else {'sort': sort.value})}"


def _facets(found: Database, client: FlaskClient, query: dict[str, str]) -> None:
    """Facets of a state in which nothing is counted yet, and again."""
    asked = partial(client.get, f"/api/v1/collections/{SLUG}/facets?{urlencode(query)}")
    cold = min(_anew(found, asked) for _ in range(_TIMES)) * 1000
    warm = min(_clocked(asked) for _ in range(_TIMES)) * 1000
    events = asked().get_json()["total"]
    write(f"{'facets':>18}: {cold:.0f} counted, {warm:.1f} remembered, {query or 'of all'}: {events} events")


def _unchanged(client: FlaskClient, address: str) -> None:
    """A list that is read, and the same where the client has it."""
    whole = min(_clocked(partial(client.get, address)) for _ in range(_TIMES)) * 1000
    asked = partial(client.get, address, headers={"If-None-Match": client.get(address).headers["ETag"]})
    assert asked().status_code == 304
    same = min(_clocked(asked) for _ in range(_TIMES)) * 1000
    write(f"{'unchanged':>18}: {same:.1f}, read {whole:.1f}: {address}")


if __name__ == "__main__":
    main()
