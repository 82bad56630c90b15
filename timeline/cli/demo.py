"""`timeline demo`: everything at once, from an empty folder to a page to look at."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from timeline.cli.opened import opened
from timeline.cli.serve import serve
from timeline.errors import Unavailable
from timeline.settings import Settings

if TYPE_CHECKING:
    from timeline.services.database import Database

_SEEDS: Final = Path(__file__).parents[2] / "seeds"


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; PORT, or 8000, without it.")
@click.option("--seeds", type=click.Path(path_type=Path), default=_SEEDS, help="The stories to load.")
def command(host: str, port: int | None, seeds: Path) -> None:
    """Make the database, load the stories that come with the project, and serve them."""
    settings = Settings.from_environment()
    with opened(settings) as found:
        _migrate(found)
        _load(found, settings, seeds)
        serve(host, port or settings.port)


def _migrate(found: "Database") -> None:
    from timeline.services import database

    try:
        database.ready(found)
    except Unavailable:
        database.upgrade(found)


def _load(found: "Database", settings: Settings, folder: Path) -> None:
    from timeline.services import seeds

    click.echo(f"Loading {folder}", err=True)
    stored = seeds.load(found, folder, datetime.now(UTC), settings.model)
    new = sum(article.state != "unchanged" for article in stored)
    click.echo(f"{len(stored)} articles, {new} of them new", err=True)
