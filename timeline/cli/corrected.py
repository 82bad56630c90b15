"""What corrections on the terminal share: who corrects, whether it is kept, and what it changes."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Any, Final

import click

from timeline.core.correction import Corrected

if TYPE_CHECKING:
    from timeline.services.revised import By, Changes

_WHO: Final = "cli"
_OPTIONS: Final = (
    click.option("--why", default="", help="The reason, in a line."),
    click.option("--who", help="Who says so; your login name where it is left out."),
    click.option("--dry-run", is_flag=True, help="Only show what would change, and keep nothing."),
    click.option("--json", "as_json", is_flag=True, help="One JSON object."),
)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every correction takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def undoing(fields: Iterable[Corrected]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that takes corrections of these fields back."""
    choice = click.Choice([field.value for field in fields])
    told = "Let what was loaded count again. Can be repeated."
    return click.option("--undo", "undone", multiple=True, type=choice, help=told)


def said(given: Mapping[Corrected, str | None], undone: Iterable[str]) -> dict[Corrected, str | None]:
    """What is corrected, None where it is taken back; a usage error where that is said of one field at once."""
    found = {field: value for field, value in given.items() if value is not None}
    back = {Corrected(field): None for field in undone}
    for field in back.keys() & found.keys():
        raise click.UsageError(f"--{field} and --undo {field} exclude each other.")
    return {**found, **back}


def by(who: str | None, why: str) -> "By":
    """Who corrects, and why, now."""
    from timeline.services.revised import By

    return By(who or _login(), why, datetime.now(UTC))


def show(found: "Changes", *, dry_run: bool, as_json: bool) -> None:
    """Print what changes."""
    from timeline.services import changes

    if as_json:
        click.echo(json.dumps({"dry_run": dry_run, **changes.data(found)}, ensure_ascii=False, indent=1))
    else:
        for line in changes.lines(found):
            click.echo(line)
    told = f"{len(found.articles)} articles and {len(found.events)} events change"
    click.echo(f"{told}; nothing was kept" if dry_run else told, err=True)


def _login() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a user that has no name
        return _WHO
