"""Every error that a caller of the service can meet; web/ and cli/ each map them in one table."""


class TimelineError(Exception):
    """An error with a sentence for a person and, where one is to blame, the name of a field."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Invalid(TimelineError):
    """A field has a value that cannot be accepted."""


class TooLarge(TimelineError):
    """A text or a request is larger than the service reads."""


class NotFound(TimelineError):
    """No collection, article or event has this name."""


class Conflict(TimelineError):
    """The request is sound but contradicts what is stored."""


class Changed(Conflict):
    """What is to be changed is not any more what was seen."""


class NotAllowed(TimelineError):
    """The key is missing, unknown, revoked or expired."""


class Forbidden(TimelineError):
    """The key is known but lacks the scope."""


class TooMany(TimelineError):
    """This was asked too often in too short a time."""


class Unavailable(TimelineError):
    """The database cannot be reached or is not migrated."""
