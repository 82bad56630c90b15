"""`timeline load`: articles from files and folders."""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import click

from timeline.cli import exits
from timeline.cli.opened import opened
from timeline.services import batches
from timeline.settings import Settings


@click.command("load")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--collection", "slug", required=True, help="The story; it is made where there is none of this name.")
@click.option("--published", help="When the articles appeared, for those that do not say it themselves.")
@click.option("--source", help="Who published them, likewise.")
@click.option("--zone", help="Their time zone, such as Europe/London, likewise.")
@click.option("--form", type=click.Choice([form.value for form in batches.Form]), help="What the files are.")
@click.option("--encoding", default="", help="The encoding of their texts, such as windows-1252.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=COLUMN", help="Which column of a table is a field.")
def command(
    files: tuple[str, ...],
    slug: str,
    published: str | None,
    source: str | None,
    zone: str | None,
    form: str | None,
    encoding: str,
    columns: tuple[str, ...],
) -> None:
    """Load articles: files, folders of files and archives of files, or standard input for '-'.

    JSON, NDJSON, CSV and TSV, plain text, Markdown, HTML pages, RSS, Atom and JSON feeds, WARC, mails, PDF, and zip,
    tar and gz of these; the form is recognised by the content. The fields of an article are "id", "title", "text",
    "source", "url", "published", "zone"; only text is needed.
    """
    defaults = {"published": published, "source": source, "zone": zone}
    options = batches.Options(batches.Form(form) if form else None, _mapped(columns), encoding)
    settings = Settings.from_environment()
    with opened(settings) as found:
        outcome = batches.load(
            found, slug, _items(files, options), defaults, datetime.now(UTC), settings.max_text, settings.model
        )
    for failure in outcome.failures:
        click.echo(f"{failure.where}: {failure.why}", err=True)
    counts = ", ".join(f"{outcome.states.get(state, 0)} {state}" for state in batches.State)
    click.echo(f"{counts}, {len(outcome.failures)} failed", err=True)
    sys.exit(exits.SOME_FAILED if outcome.failures else exits.DONE)


def _mapped(columns: tuple[str, ...]) -> Mapping[str, str]:
    """{'title': 'Headline'} for 'title=Headline'."""
    pairs = [column.partition("=") for column in columns]
    for field, _, column in pairs:
        if field not in batches.FIELDS or not column:
            known = ", ".join(batches.FIELDS)
            raise click.BadParameter(f"'{field}' must be one of {known}, with '=' and a column", param_hint="--column")
    return {field: column for field, _, column in pairs}


def _items(files: tuple[str, ...], options: batches.Options) -> Iterator[batches.Item]:
    for name in files:
        if name == "-":
            with click.open_file(name, "rb") as stream:
                yield from batches.items(name, stream, options)
        else:
            yield from batches.walked(name, options)
