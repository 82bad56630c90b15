"""`timeline keys`: who may write."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from timeline.cli.opened import opened

if TYPE_CHECKING:
    from timeline.services.keys import Key


@click.group("keys")
def command() -> None:
    """Make, list and revoke the keys of the admin interface."""


@command.command()
@click.option("--name", required=True, help="What the key is for; `revoke` goes by it.")
@click.option("--scope", "scopes", multiple=True, required=True, help="read, load, curate or admin. Can be repeated.")
@click.option("--days", type=click.IntRange(1), help="How long it is good for; for ever without it.")
def create(name: str, scopes: tuple[str, ...], days: int | None) -> None:
    """Make a key and print it: this once, for only a hash of it is stored."""
    from timeline.services import keys

    now = datetime.now(UTC)
    with opened() as found:
        secret = keys.create(found, name, scopes, now, now + timedelta(days) if days else None)
    click.echo("Keep it; it is not shown again.", err=True)
    click.echo(secret)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def list_(as_json: bool) -> None:
    """List the keys, the revoked ones too."""
    from timeline.services import keys

    with opened() as found:
        listed = keys.listed(found)
    if as_json:
        click.echo(json.dumps([asdict(key) for key in listed], default=str))
        return
    for key in listed:
        click.echo("\t".join([key.name, ",".join(key.scopes), f"created {key.created:%Y-%m-%d}", _state(key)]))


@command.command()
@click.argument("name")
def revoke(name: str) -> None:
    """Let the key of this name be good for nothing from now on."""
    from timeline.services import keys

    with opened() as found:
        keys.revoke(found, name, datetime.now(UTC))
    click.echo(f"The key {name!r} is revoked.", err=True)


def _state(key: "Key") -> str:
    if key.revoked:
        return f"revoked {key.revoked:%Y-%m-%d}"
    used = f"used {key.last_used:%Y-%m-%d}" if key.last_used else "never used"
    return used + (f", until {key.expires:%Y-%m-%d}" if key.expires else "")
