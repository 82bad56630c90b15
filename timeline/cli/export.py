"""`timeline export`: the events of a collection, to take elsewhere."""

import json
from itertools import pairwise

import click

from timeline.cli.opened import opened
from timeline.services import shown, written


@click.command("export")
@click.argument("slug")
@click.option("--format", "form", type=click.Choice(["ndjson"]), default="ndjson", show_default=True)
def command(slug: str, form: str) -> None:  # noqa: ARG001 - one form so far, named in the command all the same
    """Write one event a line, in the form of the API: those on the timeline in its order, then the undated."""
    with opened() as found:
        whole = shown.whole(found, slug)
    for event, after in pairwise([*whole.events, None]):
        if event:
            click.echo(json.dumps(written.event(event, slug, whole.articles, after), ensure_ascii=False))
