"""`timeline db`: the schema of the database, and all that is stored as a file."""

from pathlib import Path

import click

from timeline.cli import exits
from timeline.cli.opened import opened


@click.group("db")
def command() -> None:
    """Migrate the database, ask how it stands, write it to a file or read it back."""


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


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def dump(file: Path) -> None:
    """Write all that is stored to FILE, as it is at this instant; the service can go on meanwhile.

    FILE is what PostgreSQL's own pg_restore reads. It has the service's secrets and the hashes of its keys.
    """
    from timeline.services import database

    with opened() as found:
        database.ready(found)
        database.dump(found, file)
    click.echo(f"All that is stored is in {file}, {file.stat().st_size:,} bytes.", err=True)


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option("--yes", prompt="Everything that is stored now will be lost. Go on?")
def restore(file: Path) -> None:
    """Put what `timeline db dump` wrote to FILE in place of all that is stored. Stop the service before.

    Read only files that you trust: what is in them is run by the database.
    """
    from timeline.services import database

    with opened() as found:
        click.echo(f"The database is what {file} has, at version {database.restore(found, file).current}.", err=True)
