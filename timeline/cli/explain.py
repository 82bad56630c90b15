"""`timeline explain`: why an event has its date."""

import json

import click

from timeline.cli.opened import opened
from timeline.services import because, events


@click.command("explain")
@click.argument("event")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(event: str, as_json: bool) -> None:
    """Tell, step by step, how the date of an event was found."""
    with opened() as found:
        one, slug = events.get(found, event)
    sentences = [sentence.text for sentence in because.told(one) if sentence.text]
    if as_json:
        told = {"event": one.id, "collection": slug, "edtf": one.date.edtf, "because": sentences}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(one.title)
    for number, sentence in enumerate(sentences, start=1):
        click.echo(f"{number}. {sentence}")
