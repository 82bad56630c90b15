"""Pages of a large timeline: what the service takes beside the bare SQL and serialisation, and how even that is.

    .venv/bin/python -m bench.api [events]

A page of 50 events is asked for by range and by text, from the WSGI application in this process, as one worker answers
it, in a state of the collection in which nothing is counted yet. The same statements are sent again through the driver
alone, all their rows fetched, and the same answer written as JSON: the two are what no service could do without. Each
is taken at its best of three, with the rows in memory for both, so that what else the machine does counts little. Then
a timeline is walked from its first page to its last.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from flask.testing import FlaskClient
from sqlalchemy import Connection, event

from bench.loading import fresh, write
from bench.made_timeline import SLUG, Made, make
from timeline.services.database import Database
from timeline.settings import Settings
from timeline.storage import collections
from timeline.web import create_app

_QUERIES: Final = 60
_TIMES: Final = 3
_EVERY: Final = 20
"""Pages between two that are timed."""
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


def main(events: int) -> None:
    """Make the timeline, and print what its pages take."""
    made = Made(events, events // 2)
    with fresh() as found:
        make(found, made)
        write(f"{events} events, {events * 5} mentions, {made.articles} articles; milliseconds a page of 50")
        client = create_app(Settings(home=Path(), rate_limit=None), found).test_client()
        client.get(_PAGE)
        for name, queries in _asked(made).items():
            _report(name, [_timed(found, client, query) for query in queries])
        for sort in ("time", "-time", "corroboration", "arrival"):
            _walk(client, sort)


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


def _walk(client: FlaskClient, sort: str) -> None:
    """From the first page to the last, 200 events at a time and every twentieth page of 50 timed."""
    address = f"{_PAGE}?sort={sort}&limit=200"
    taken: list[float] = []
    pages = 0
    while address:
        small = partial(client.get, address.replace("limit=200", "limit=50"))
        if pages % _EVERY == 0:
            taken.append(min(_clocked(small) for _ in range(3)) * 1000)
        pages += 1
        address = client.get(address).get_json()["links"].get("next", "")
    first, last = (statistics.median(part) for part in (taken[:5], taken[-5:]))
    write(f"{sort:>18}: first pages {first:5.1f}, last pages {last:5.1f}, last / first {last / first:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
