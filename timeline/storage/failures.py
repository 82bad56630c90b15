"""What the database refuses, as errors of the service: connections, migrations, and the promises it keeps by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from psycopg import Error
from psycopg import errors as pg
from sqlalchemy import exc

from timeline.errors import Conflict, Invalid, NotFound, TimelineError, Unavailable

_UNREACHABLE: Final = (
    "The database does not answer. See that the PostgreSQL server runs that TIMELINE_DATABASE_URL names; "
    "where it names none, start the service again."
)
_UNMIGRATED: Final = "The database is not migrated. Run `timeline db upgrade`."
_BUSY: Final = "The database is busy with another change of the same rows. Try again."
_UNREADABLE: Final = "The text holds a character that cannot be stored: U+0000 or half of a surrogate pair."

_PROMISES: Final[dict[str, tuple[type[TimelineError], str, str | None]]] = {
    "pk_collections": (Conflict, "A collection of this name exists already.", "slug"),
    "ck_collections_slug": (
        Invalid,
        "A collection's name is up to 64 of a-z, 0-9 and -, and begins with none.",
        "slug",
    ),
    "fk_articles_collections": (NotFound, "There is no such collection.", "collection"),
    "pk_articles": (Conflict, "An article with this id exists already.", "id"),
    "ck_articles_id": (Invalid, "An article's id has 1 to 512 characters.", "id"),
    "fk_revisions_articles": (NotFound, "There is no such article.", "article"),
    "pk_api_keys": (Conflict, "A key of this name exists already.", "name"),
    "ck_api_keys_name": (Invalid, "A key's name has 1 to 100 characters.", "name"),
}


@contextmanager
def translated() -> Iterator[None]:
    """Raise errors of the service in place of the database's; what is our own mistake stays what it is."""
    try:
        yield
    except exc.TimeoutError as error:
        raise Unavailable(_BUSY) from error
    except UnicodeEncodeError as error:
        raise Invalid(_UNREADABLE) from error
    except (exc.DBAPIError, Error) as error:  # the driver's own where it is used directly, as by copying
        found = _meaning(error.orig if isinstance(error, exc.DBAPIError) else error)
        if found is None:
            raise
        raise found from error


def _meaning(error: BaseException | None) -> TimelineError | None:
    match error:
        case pg.DeadlockDetected() | pg.LockNotAvailable() | pg.SerializationFailure():
            return Unavailable(_BUSY)
        case pg.UndefinedTable() | pg.UndefinedColumn() | pg.UndefinedFunction():
            return Unavailable(_UNMIGRATED)
        case pg.OperationalError() | pg.InterfaceError():
            return Unavailable(_UNREACHABLE)
        case pg.IntegrityError(diag=diag) if diag.constraint_name in _PROMISES:
            kind, message, field = _PROMISES[diag.constraint_name]
            return kind(message, field=field)
        case pg.UntranslatableCharacter() | pg.CharacterNotInRepertoire():
            return Invalid(_UNREADABLE)
        case pg.DataError() if "NUL" in str(error):
            return Invalid(_UNREADABLE)
    return None
