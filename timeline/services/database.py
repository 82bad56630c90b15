"""The database as web/ and cli/ get it: opened, migrated, and asked whether it is well."""

from pathlib import Path

from timeline.errors import Unavailable
from timeline.storage import database as storage
from timeline.storage.database import Database as Database
from timeline.storage.database import Place
from timeline.storage.version import Version as Version
from timeline.storage.version import require


def open(place: Place) -> Database:  # noqa: A001 - modules read with their functions: database.open
    """The database of these settings; where they name no server the embedded one is started, and migrated if need be:
    nobody else looks after it."""
    found = storage.open(place)
    if place.database_url is None:
        _catch_up(found)
    return found


def _catch_up(database: Database) -> None:
    try:
        ready(database)
    except Unavailable:
        known = version(database)
        if known.current is None or known.current < (known.newest or ""):
            upgrade(database)


def version(database: Database) -> Version:
    """Which version of the schema the database has, and which is the newest. Unavailable where it does not answer."""
    from timeline.storage import schema  # Alembic takes a while to load, and few need it.

    return schema.version(database)


def upgrade(database: Database) -> Version:
    """Bring the database to the newest version; nothing happens where it is there already."""
    from timeline.storage import schema

    return schema.upgrade(database)


def check(database: Database) -> None:
    """Conflict where the models differ from what the migrations make, in an empty database made for that."""
    from timeline.storage import schema

    schema.check(database)


def reset(database: Database) -> Version:
    """Drop everything that is stored and begin anew."""
    from timeline.storage import schema

    return schema.reset(database)


def ready(database: Database) -> None:
    """Unavailable where the database does not answer or is not at the newest version."""
    with database.begin() as session:
        require(session)


def dump(database: Database, file: Path) -> None:
    """Write all that is stored to a file; fails as storage.dumps."""
    from timeline.storage import dumps

    dumps.dump(database, file)


def restore(database: Database, file: Path) -> Version:
    """Put what a file has in place of all that is stored, and bring that to the newest version; fails as dumps."""
    from timeline.storage import dumps

    dumps.restore(database, file)
    return upgrade(database)
