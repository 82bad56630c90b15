"""`timeline export`: a timeline, or the articles of one, to take elsewhere."""

from typing import Any

import click

from timeline.cli import asking
from timeline.cli.opened import opened
from timeline.core.line import TimelineQuery
from timeline.services.exports import stories, taking
from timeline.services.exports.forms import FORMS
from timeline.services.exports.stories import STORIES


@click.command("export")
@click.argument("slug")
@click.option("--format", "suffix", type=click.Choice(list(FORMS)), default="ndjson", show_default=True)
@click.option("--articles", "whole", is_flag=True, help="The articles, as `timeline load` takes them.")
@click.option("--base", default="", metavar="URL", help="Where the service stands, for links to its pages.")
@asking.options
def command(slug: str, suffix: str, whole: bool, base: str, **asked: Any) -> None:
    """Write the events of a collection: those on the timeline in their order, then the undated.

    With --articles, its articles instead, all of them: loaded into an empty collection they give the same timeline.
    """
    query = asking.query(slug, **asked)
    if whole:
        _articles(query, suffix)
        return
    with opened() as found:
        taking.write(found, query, FORMS[suffix], base.rstrip("/"), _out)


def _articles(query: TimelineQuery, suffix: str) -> None:
    if suffix not in STORIES:
        raise click.UsageError(f"articles are written as {', '.join(STORIES)}")
    if query != TimelineQuery(query.slug):
        raise click.UsageError("articles are written all or not at all; leave the filters out")
    with opened() as found:
        stories.write(found, query.slug, STORIES[suffix], _out)


def _out(piece: str) -> None:
    """The piece as bytes, so that its line ends are those of the format on every system."""
    click.echo(piece.encode(), nl=False)
