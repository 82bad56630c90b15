"""`timeline doctor`: what is wrong here, and what to do about it."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import click

from timeline.cli import exits
from timeline.cli.opened import opened
from timeline.errors import Unavailable
from timeline.settings import Settings


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check the installation, the model and the database; exit code 0 if all is well."""
    settings = Settings.from_environment()
    found = [(exits.DONE, f"timeline {_version()} on Python {platform.python_version()}")]
    found += [*_model(settings), *_database(settings)]
    for code, line in found:
        click.echo(f"{'ok ' if code == exits.DONE else 'bad'} {line}")
    ctx.exit(max(code for code, _ in found))


def _version() -> str:
    try:
        return version("timeline")
    except PackageNotFoundError:
        return "(a checkout that is not installed)"


def _model(settings: Settings) -> Iterator[tuple[int, str]]:
    if find_spec(settings.model) is None:
        remedy = "install it, or name an installed pipeline in TIMELINE_MODEL"
        yield exits.FAILED, f"the spaCy pipeline {settings.model} is not installed. Remedy: {remedy}."
    else:
        yield exits.DONE, f"the spaCy pipeline {settings.model} is installed"


def _database(settings: Settings) -> Iterator[tuple[int, str]]:
    from timeline.services import database

    where = "TIMELINE_DATABASE_URL" if settings.database_url else f"the embedded PostgreSQL in {settings.home}"
    try:
        with opened(settings) as found:
            database.ready(found)
    except Unavailable as error:
        yield exits.NO_DATABASE, f"{where}: {error.message}"
    else:
        yield exits.DONE, f"{where} answers and is migrated"
