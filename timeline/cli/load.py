"""`timeline load`: articles from files and folders."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Final

import click

from timeline.cli import exits, workers
from timeline.cli.opened import opened
from timeline.cli.progress import Progress, Stopped
from timeline.core.article import DoubtKind
from timeline.services import batches, doubts, fetching, queued
from timeline.services.database import Database
from timeline.settings import Settings

if TYPE_CHECKING:
    from timeline.services.fetching import Run

_ADDRESS: Final = re.compile("https?://", re.IGNORECASE)
_TOLD: Final = 20
"""Failed items that are told of; --errors has all."""
_DOUBTS: Final = {
    DoubtKind.FUTURE: "in the future",
    DoubtKind.BEFORE_ITS_EVENTS: "before what is told as past",
    DoubtKind.CLOCK: "on a day that the text does not call today",
}
_POLL: Final = 0.2
"""Seconds between two looks at what the workers have left."""


def _named(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The files and addresses; usage errors for files that are not there."""
    paths = click.Path(exists=True, allow_dash=True)
    for name in names:
        if not _ADDRESS.match(name):
            paths.convert(name, parameter, context)
    return names


@click.command("load")
@click.argument("files", nargs=-1, required=True, metavar="FILES", callback=_named)
@click.option("--collection", "slug", required=True, help="The story; it is made where there is none of this name.")
@click.option("--published", help="When the articles appeared, for those that do not say it themselves.")
@click.option("--source", help="Who published them, likewise.")
@click.option("--zone", help="Their time zone, such as Europe/London, likewise.")
@click.option("--form", type=click.Choice([form.value for form in batches.Form]), help="What the files are.")
@click.option("--encoding", default="", help="The encoding of their texts, such as windows-1252.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=COLUMN", help="Which column of a table is a field.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read the articles.")
@click.option("--dry-run", is_flag=True, help="Say what would be new, and store nothing.")
@click.option("--errors", type=click.Path(dir_okay=False, writable=True), help="Write failed items there, one a line.")
def command(
    files: tuple[str, ...],
    slug: str,
    published: str | None,
    source: str | None,
    zone: str | None,
    form: str | None,
    encoding: str,
    columns: tuple[str, ...],
    jobs: int,
    dry_run: bool,
    errors: str | None,
) -> None:
    """Load articles: files, folders of files and archives of files, addresses, or standard input for '-'.

    JSON, NDJSON, CSV and TSV, plain text, Markdown, HTML pages, RSS, Atom and JSON feeds, NewsML, WARC, mails, PDF, and
    zip, tar and gz of these; the form is recognised by the content. The fields of an article are "id", "title", "text",
    "source", "url", "published", "zone"; only text is needed, and with TIMELINE_FETCH=on only an address: what is there
    is fetched then, and so is what feeds and sitemaps name.

    Ctrl-C stops after what has begun; the same command then goes on from there.
    """
    options = batches.Options(batches.Form(form) if form else None, _mapped(columns), encoding)
    progress, settings = Progress(files), Settings.from_environment()
    defaults = {"published": published, "source": source, "zone": zone}
    items = _items(files, options, progress, fetching.run(settings))
    batch = batches.Batch(slug, items, defaults, datetime.now(UTC), settings.max_text)
    with opened(settings) as found, progress.stoppable():
        try:
            with progress.shown("Trying" if dry_run else "Loading"):
                outcome = _load(found, settings, batch, progress, 0 if dry_run else jobs)
        except Stopped as stopped:
            told = f"Stopped after {stopped.where}. What was loaded is stored; the same command goes on from there."
            click.echo(told, err=True)
            sys.exit(exits.STOPPED)
        doubtful = None if dry_run else doubts.summary(found, slug)
    _tell(outcome, errors, "would be " if dry_run else "")
    if doubtful and doubtful.articles:
        click.echo(_doubted(slug, doubtful), err=True)
    sys.exit(exits.SOME_FAILED if outcome.failures else exits.DONE)


def _load(found: Database, settings: Settings, batch: batches.Batch, progress: Progress, jobs: int) -> batches.Outcome:
    """Load in this process, or have so many others read what it stores; with none only see what would be."""
    if not jobs:
        return batches.rehearse(found, batch, progress.count)
    if jobs == 1:
        return batches.load(found, batch, settings.model, progress.count)
    with workers.running(jobs):
        outcome = batches.hand_over(found, batch, progress.count)
        while queued.left(found, batch.slug):
            sleep(_POLL)
            progress.wait()
    return outcome


def _tell(outcome: batches.Outcome, errors: str | None, would: str) -> None:
    """Say what was done, and which items failed."""
    for failure in outcome.failures[:_TOLD]:
        click.echo(f"{failure.where}: {failure.why}", err=True)
    if more := len(outcome.failures[_TOLD:]):
        click.echo(f"and {more:,} more{'' if errors else '; --errors FILE has them all'}", err=True)
    if errors:
        written = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in outcome.failures)
        Path(errors).write_text(written, "utf-8")
    counts = ", ".join(f"{outcome.states.get(state, 0):,} {would}{state}" for state in batches.State)
    click.echo(f"{counts}, {len(outcome.failures):,} {would and 'would have '}failed", err=True)


def _doubted(slug: str, found: doubts.Doubtful) -> str:
    """How many publication dates may be wrong, and why."""
    kinds = ", ".join(f"{count:,} {_DOUBTS[kind]}" for kind, count in sorted(found.kinds.items()))
    dates = "one publication date is" if found.articles == 1 else f"{found.articles:,} publication dates are"
    return f"In {slug} {dates} in doubt ({kinds}); the articles' pages say why."


def _mapped(columns: tuple[str, ...]) -> Mapping[str, str]:
    """{'title': 'Headline'} for 'title=Headline'."""
    pairs = [column.partition("=") for column in columns]
    for field, _, column in pairs:
        if field not in batches.FIELDS or not column:
            known = ", ".join(batches.FIELDS)
            raise click.BadParameter(f"'{field}' must be one of {known}, with '=' and a column", param_hint="--column")
    return {field: column for field, _, column in pairs}


def _items(
    files: tuple[str, ...], options: batches.Options, progress: Progress, run: "Run | None"
) -> Iterator[batches.Item]:
    for name in files:
        if _ADDRESS.match(name):
            yield from fetching.items(name, run, options)
        elif name == "-":
            with click.open_file(name, "rb") as stream:
                yield from fetching.completed(batches.items(name, stream, options), run, options)
        else:
            yield from fetching.completed(batches.walked(name, options, progress.watch), run, options)
