"""The job that polls feeds, on a site of this machine."""

from dataclasses import replace

from tests import made_files
from tests.builders import NOW, a_collection
from tests.ingest.site import reply, serving
from timeline.jobs import feeds as polling
from timeline.services import feeds, fetching, library
from timeline.settings import Settings
from timeline.storage.database import Database

RAIN = "<title>Rain</title><link>https://post.example/rain</link><description>It rained on Monday.</description>"


def test_what_is_due_is_polled_and_loaded_where_fetching_is_on(database: Database, settings: Settings) -> None:
    a_collection(database)
    with serving({"/feed": reply(made_files.rss(RAIN), kind="text/xml")}) as site:
        on = replace(settings, fetch=True, fetch_loopback=True, fetch_ports=frozenset({site.port}))
        wanted = feeds.wanted("port", f"http://127.0.0.1:{site.port}/feed", 30, "", "", "me", NOW)
        feeds.subscribe(database, fetching.policy(on), wanted)
        assert (polling.poll(database, settings), site.requests) == (0, [])
        assert (polling.poll(database, on), polling.poll(database, on)) == (1, 0)
    assert [article.title for article in library.listed(database, "port")] == ["Rain"]
