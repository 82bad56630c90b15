"""`timeline sources`: who publishes the articles of a story."""

import json
import shlex
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from timeline.cli import corrected
from timeline.cli.opened import opened
from timeline.core.correction import Corrected

if TYPE_CHECKING:
    from timeline.services.doubts import Clock

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
    """List the sources: name, domain, country, time zone, owner, and the number of articles; and whose time zone is
    probably another, by what their articles call today."""
    from timeline.services import doubts, sources

    with opened() as found:
        listed = sources.listed(found, slug)
        clocks = doubts.of_sources(found, slug)
    for clock in clocks:
        click.echo(_told(clock, slug), err=True)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in listed], default=str, ensure_ascii=False))
        return
    for one in listed:
        known = (one.name, one.domain, one.country, one.zone, one.owner, f"{one.articles} articles")
        click.echo("\t".join(value or _UNKNOWN for value in known))


def _told(clock: "Clock", slug: str) -> str:
    """Which zone would fit a source, and how that is said."""
    from timeline.services import clocks

    remedy = shlex.join(["timeline", "sources", "correct", clock.source, "--collection", slug, "--zone", clock.zone])
    which = f"{clock.articles} articles of {clock.source} call a day today that it was not by their clock"
    return f"{which}; {clock.fitting} fit {clocks.named(clock.zone)}. Set its zone, by that or by its place: {remedy}"


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
