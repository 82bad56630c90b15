"""`timeline load`: articles from files."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import click

from timeline.cli import exits
from timeline.cli.opened import opened
from timeline.services import batches
from timeline.settings import Settings


@click.command("load")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--collection", "slug", required=True, help="The story; it is made where there is none of this name.")
@click.option("--published", help="When the articles appeared, for those that do not say it themselves.")
@click.option("--source", help="Who published them, likewise.")
@click.option("--zone", help="Their time zone, such as Europe/London, likewise.")
def command(files: tuple[str, ...], slug: str, published: str | None, source: str | None, zone: str | None) -> None:
    """Load articles: .txt (one each), .json, .ndjson, or NDJSON on standard input for '-'.

    An article is {"id", "title", "text", "source", "url", "published", "zone"}; only text is needed.
    """

    defaults = {"published": published, "source": source, "zone": zone}
    settings = Settings.from_environment()
    with opened(settings) as found:
        outcome = batches.load(
            found, slug, _items(files), defaults, datetime.now(UTC), settings.max_text, settings.model
        )
    for failure in outcome.failures:
        click.echo(f"{failure.where}: {failure.why}", err=True)
    counts = ", ".join(f"{outcome.states.get(state, 0)} {state}" for state in batches.State)
    click.echo(f"{counts}, {len(outcome.failures)} failed", err=True)
    sys.exit(exits.SOME_FAILED if outcome.failures else exits.DONE)


def _items(files: tuple[str, ...]) -> Iterator[batches.Item]:

    for name in files:
        with ExitStack() as stack:
            stream = stack.enter_context(click.open_file(name, "rb"))
            yield from batches.items(name, stream)
