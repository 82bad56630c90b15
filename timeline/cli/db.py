"""`timeline db`: the schema of the database."""

import click

from timeline.cli import exits
from timeline.cli.opened import opened


@click.group("db")
def command() -> None:
    """Migrate the database, or ask how it stands."""


@command.command()
def upgrade() -> None:
    """Bring the database to the newest version; nothing happens where it is there."""
    from timeline.services import database

    with opened() as found:
        click.echo(f"The database is at version {database.upgrade(found).current}.", err=True)


@command.command()
@click.pass_context
def status(ctx: click.Context) -> None:
    """Say which version the database has; exit code 5 if it is not the newest."""
    from timeline.services import database

    with opened() as found:
        version = database.version(found)
    click.echo(f"current {version.current or 'none'}\nnewest {version.newest}")
    if not version.migrated:
        click.echo("Run `timeline db upgrade`.", err=True)
        ctx.exit(exits.NO_DATABASE)


@command.command()
def check() -> None:
    """Compare the models with the migrations, on a database made for that and dropped again."""
    from timeline.services import database

    with opened() as found:
        database.check(found)
    click.echo("The models are what the migrations make.", err=True)


@command.command()
@click.confirmation_option("--yes", prompt="Everything that is stored will be lost. Go on?")
def reset() -> None:
    """Drop everything that is stored and begin anew."""
    from timeline.services import database

    with opened() as found:
        click.echo(f"The database is empty, at version {database.reset(found).current}.", err=True)
