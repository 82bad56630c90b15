"""`timeline feeds`: what is subscribed."""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from timeline.cli import exits
from timeline.cli.opened import opened
from timeline.settings import Settings

if TYPE_CHECKING:
    from timeline.services.batches import Item, Outcome
    from timeline.services.database import Database
    from timeline.services.feeds import Feed, Load, Result

_WHO: Final = "cli"
_HALF_AN_HOUR: Final = 30
_in = click.option("--collection", "slug", help="The story; all that read the feed without it.")


@click.group("feeds")
def command() -> None:
    """Subscribe to feeds and sitemaps, which workers then poll; TIMELINE_FETCH=on is needed for that."""


@command.command()
@click.argument("url")
@click.option("--collection", "slug", required=True, help="The story; it is made where there is none of this name.")
@click.option("--every", default=_HALF_AN_HOUR, show_default=True, help="Minutes between two polls, 5 to 10080.")
@click.option("--source", default="", help="Who published its articles, for those that do not say it themselves.")
@click.option("--zone", default="", help="Their time zone, such as Europe/London, likewise.")
def add(url: str, slug: str, every: int, source: str, zone: str) -> None:
    """Subscribe to a feed, or change how one is polled; it is due at once."""
    from timeline.services import collections, feeds, fetching

    settings = Settings.from_environment()
    wanted = feeds.wanted(slug, url, every, source, zone, _WHO, _now())
    with opened(settings) as found:
        feeds.check(fetching.policy(settings), wanted)
        if not collections.exists(found, slug):
            collections.create(found, slug)
        _, new = feeds.subscribe(found, fetching.policy(settings), wanted)
    said = "Subscribed" if new else "Changed"
    click.echo(f"{said}; a worker polls it every {every} minutes, and `timeline feeds poll` does so now.", err=True)


@command.command("list")
@click.option("--collection", "slug", help="The story; all without it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def list_(slug: str | None, as_json: bool) -> None:
    """List what is subscribed, with when it was polled and what is wrong."""
    from timeline.services import feeds

    with opened() as found:
        listed = feeds.listed(found, slug)
    if as_json:
        click.echo(json.dumps([_plain(feed) for feed in listed]))
        return
    for feed in listed:
        told = [feed.collection, feed.url, f"every {feed.every} min", _state(feed), feed.problem]
        click.echo("\t".join(told).rstrip())


@command.command()
@click.argument("url")
@_in
def remove(url: str, slug: str | None) -> None:
    """Poll a feed no more; its articles stay."""
    from timeline.services import feeds

    with opened() as found:
        feeds.remove(found, url, slug)
    click.echo("It is polled no more.", err=True)


@command.command()
@click.argument("url")
@_in
def pause(url: str, slug: str | None) -> None:
    """Let a feed rest until it is resumed."""
    _pause(url, slug, paused=True)


@command.command()
@click.argument("url")
@_in
def resume(url: str, slug: str | None) -> None:
    """Poll a feed again that was paused, or that fails and would wait."""
    _pause(url, slug, paused=False)


@command.command()
@click.argument("url", required=False)
@_in
def poll(url: str | None, slug: str | None) -> None:
    """Poll a feed now, or without URL all that are due."""
    from timeline.services import feeds, fetching

    settings = Settings.from_environment()
    run = fetching.run(settings)
    if run is None:
        raise feeds.off()
    bad = False
    with opened(settings) as found:
        load = _loading(found, settings)
        due = feeds.poll(found, url, slug, run, load, _now) if url else feeds.poll_due(found, run, load, _now)
        for result in due:
            bad |= _tell(result)
    sys.exit(exits.SOME_FAILED if bad else exits.DONE)


def _loading(found: "Database", settings: Settings) -> "Load":
    """What loads the items of a feed and reads them at once."""
    from timeline.services import batches

    def load(slug: str, items: Iterable["Item"], defaults: Mapping[str, object]) -> "Outcome":
        batch = batches.Batch(slug, items, defaults, _now(), settings.max_text)
        return batches.load(found, batch, settings.model)

    return load


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(result: "Result") -> bool:
    """Say what a poll brought; whether anything failed."""
    from timeline.services.batches import State

    outcome = result.outcome
    for failure in outcome.failures if outcome else ():
        click.echo(f"{failure.where}: {failure.why}", err=True)
    said = result.problem or "nothing new"
    if outcome:
        counts = ", ".join(f"{outcome.states.get(state, 0)} {state}" for state in State)
        said = f"{counts}, {len(outcome.failures)} failed"
    click.echo(f"{result.feed.url}: {said}", err=True)
    return bool(result.problem or (outcome and outcome.failures))


def _pause(url: str, slug: str | None, *, paused: bool) -> None:
    from timeline.services import feeds

    with opened() as found:
        feeds.pause(found, url, slug, _now(), paused=paused)
    click.echo("It rests." if paused else "It is due at once.", err=True)


def _plain(feed: "Feed") -> dict[str, object]:
    """A feed as JSON has it, instants as RFC 3339."""
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(feed).items()}


def _state(feed: "Feed") -> str:
    if feed.paused:
        return "paused"
    polled = f"polled {feed.polled:%Y-%m-%d %H:%M}" if feed.polled else "never polled"
    return f"{polled}, next {feed.next:%Y-%m-%d %H:%M} UTC"
