"""`timeline feeds`: what is subscribed, listed, paused and polled."""

import json
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result

from tests import made_files
from tests.ingest.site import Site, reply, serving
from timeline.cli import exits, main
from timeline.services import collections, library
from timeline.storage.database import Database

Run = Callable[..., Result]

RAIN = "<title>Rain</title><link>https://post.example/rain</link><description>It rained on Monday.</description>"
ADDRESS = "https://post.example/feed"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with a feed of one entry."""
    with serving({"/feed": reply(made_files.rss(RAIN), kind="text/xml")}) as found:
        yield found


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch, site: Site) -> Run:
    """Run `timeline feeds` where fetching is on, also from the site."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", database_url)
    monkeypatch.setenv("TIMELINE_FETCH", "on")
    monkeypatch.setenv("TIMELINE_FETCH_LOOPBACK", "on")
    monkeypatch.setenv("TIMELINE_FETCH_PORTS", f"443,{site.port}")
    return lambda *arguments: CliRunner().invoke(main, ["feeds", *arguments], catch_exceptions=False)


def url(site: Site, path: str = "/feed") -> str:
    return f"http://127.0.0.1:{site.port}{path}"


def listed(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("list", "--json").stdout)
    return found


def test_a_feed_is_subscribed_listed_and_removed(run: Run, database: Database) -> None:
    added = run("add", ADDRESS, "--collection", "story", "--every", "60", "--source", "Post", "--zone", "Europe/Oslo")
    assert (added.exit_code, added.stdout) == (exits.DONE, "")
    assert added.stderr.startswith("Subscribed; a worker polls it every 60 minutes")
    assert collections.exists(database, "story")
    (feed,) = listed(run)
    assert {name: feed[name] for name in ("collection", "url", "every", "source", "zone", "who", "polled")} == {
        "collection": "story",
        "url": ADDRESS,
        "every": 60,
        "source": "Post",
        "zone": "Europe/Oslo",
        "who": "cli",
        "polled": None,
    }
    assert run("list").stdout.startswith(f"story\t{ADDRESS}\tevery 60 min\tnever polled, next ")
    assert run("add", ADDRESS, "--collection", "story").stderr.startswith("Changed;")
    assert run("remove", ADDRESS).exit_code == exits.DONE
    assert (run("list").stdout, listed(run)) == ("", [])
    assert run("remove", ADDRESS).exit_code == exits.NOT_FOUND


def test_a_feed_rests_and_goes_on(run: Run) -> None:
    run("add", ADDRESS, "--collection", "story")
    assert run("pause", ADDRESS).stderr == "It rests.\n"
    assert "paused" in run("list", "--collection", "story").stdout
    assert run("poll").stderr == ""
    assert run("resume", ADDRESS, "--collection", "story").exit_code == exits.DONE
    assert not listed(run)[0]["paused"]
    assert run("list", "--collection", "nowhere").exit_code == exits.NOT_FOUND


def test_what_is_due_is_polled_and_one_feed_at_any_time(run: Run, site: Site, database: Database) -> None:
    run("add", url(site), "--collection", "story")
    first = run("poll")
    assert (first.exit_code, first.stdout) == (exits.DONE, "")
    assert first.stderr == f"{url(site)}: 1 new, 0 changed, 0 unchanged, 0 failed\n"
    assert run("poll").stderr == ""
    assert run("poll", url(site)).stderr == f"{url(site)}: 0 new, 0 changed, 1 unchanged, 0 failed\n"
    assert [article.title for article in library.listed(database, "story")] == ["Rain"]


def test_a_feed_that_fails_is_named_and_ends_with_three(run: Run, site: Site) -> None:
    run("add", url(site, "/none"), "--collection", "story")
    found = run("poll")
    assert found.exit_code == exits.SOME_FAILED
    assert found.stderr == f"{url(site, '/none')}: 127.0.0.1 answered 404 (Not Found)\n"
    assert "answered 404" in run("list").stdout


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["add", "ftp://post.example/feed", "--collection", "story"], "does not begin with http"),
        (["add", ADDRESS, "--collection", "story", "--every", "1"], "every 5 to 10,080 minutes"),
        (["add", ADDRESS, "--collection", "story", "--zone", "Mars"], "no time zone 'Mars'"),
        (["add", ADDRESS], "--collection"),
    ],
)
def test_what_cannot_be_polled_is_a_matter_of_usage(
    run: Run, database: Database, arguments: list[str], why: str
) -> None:
    found = run(*arguments)
    assert found.exit_code == exits.USAGE
    assert why in found.stderr
    assert not collections.exists(database, "story")


@pytest.mark.parametrize("arguments", [["add", ADDRESS, "--collection", "story"], ["poll"]])
def test_where_fetching_is_off_the_remedy_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("TIMELINE_FETCH", "off")
    found = run(*arguments)
    assert found.exit_code == exits.FAILED
    assert "Set TIMELINE_FETCH=on" in found.stderr
