"""`timeline sources`: who publishes the articles of a story."""

import json
from dataclasses import asdict

import click

from timeline.cli import corrected
from timeline.cli.opened import opened
from timeline.core.correction import Corrected

_FIELDS = (Corrected.DOMAIN, Corrected.COUNTRY, Corrected.ZONE, Corrected.OWNER)
_UNKNOWN = "-"
_in = click.option("--collection", "slug", required=True, help="The story.")


@click.group("sources")
def command() -> None:
    """List and correct who publishes the articles of a story."""


@command.command("list")
@_in
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def list_(slug: str, as_json: bool) -> None:
    """List the sources: name, domain, country, time zone, owner, and the number of articles."""
    from timeline.services import sources

    with opened() as found:
        listed = sources.listed(found, slug)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in listed], default=str, ensure_ascii=False))
        return
    for one in listed:
        known = (one.name, one.domain, one.country, one.zone, one.owner, f"{one.articles} articles")
        click.echo("\t".join(value or _UNKNOWN for value in known))


@command.command("correct")
@click.argument("name")
@_in
@click.option("--domain", help="Under which it publishes, such as ledger.example; '' where that is not known.")
@click.option("--country", help="Where it is based, in the two letters of ISO 3166, such as SE; '' likewise.")
@click.option("--zone", help="The time zone of its articles that name none, such as Europe/Stockholm; '' likewise.")
@click.option("--owner", help="Who owns it: sources of one owner are one origin; '' likewise.")
@corrected.undoing(_FIELDS)
@corrected.options
def correct(
    name: str,
    slug: str,
    domain: str | None,
    country: str | None,
    zone: str | None,
    owner: str | None,
    undone: tuple[str, ...],
    why: str,
    who: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Correct what is known of the source of this NAME, and show which dates change because of it."""
    from timeline.services import sources

    given = dict(zip(_FIELDS, (domain, country, zone, owner), strict=True))
    said = corrected.said(given, undone)
    with opened() as found:
        changes = sources.correct(found, slug, name, said, corrected.by(who, why), dry_run=dry_run)
    corrected.show(changes, dry_run=dry_run, as_json=as_json)
