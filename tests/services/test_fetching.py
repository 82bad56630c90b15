"""Fetching as the settings allow it, and the calls for what is loaded."""

from pathlib import Path

import pytest

from tests import made_files
from tests.ingest.site import reply, serving
from timeline.errors import Invalid
from timeline.ingest import files
from timeline.services import fetching
from timeline.settings import Settings

HOME = Path("/nowhere")
FEED = made_files.rss("<title>A</title><link>https://post.example/a</link>")


def test_nothing_is_fetched_unless_it_was_turned_on() -> None:
    assert fetching.policy(Settings(HOME)) is None
    run = fetching.run(Settings(HOME))
    (item,) = fetching.items("https://post.example/a", run)
    assert item.problem == "fetching is off; set TIMELINE_FETCH=on, or save the page and load that"
    read = list(files.items("feed.xml", [FEED]))
    assert list(fetching.completed(read, run)) == read
    assert "TIMELINE_FETCH=on" in read[0].problem


def test_the_settings_say_what_may_be_fetched() -> None:
    said = fetching.policy(Settings(HOME, fetch=True, fetch_contact="desk@paper.example"))
    assert said
    assert (said.contact, said.loopback, said.ports) == ("desk@paper.example", False, frozenset({80, 443}))
    with pytest.raises(Invalid, match="contact"):
        fetching.run(Settings(HOME, fetch=True, fetch_contact="two words"))


def test_this_machine_is_asked_only_where_the_settings_say_so() -> None:
    with serving({"/mill": reply(made_files.page())}) as site:
        url, ports = f"http://127.0.0.1:{site.port}/mill", frozenset({site.port})
        (item,) = fetching.items(url, fetching.run(Settings(HOME, fetch=True, fetch_ports=ports)))
        assert "127.0.0.1 is not a public address" in item.problem
        here = fetching.run(Settings(HOME, fetch=True, fetch_ports=ports, fetch_loopback=True))
        (item,) = fetching.items(url, here)
        assert (item.problem, item.fields["title"]) == ("", "Mill closes")
        table = f"url\n{url}?from=table\n".encode()
        (item,) = fetching.completed(files.items("a.csv", [table], files.Options(files.Form.CSV)), None)
        assert "fetching is off" in item.problem
