"""Loads that run as jobs, as they are shown: how far they are, and what could not be loaded."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class LoadState(StrEnum):
    """How a load stands."""

    WAITING = "waiting"
    STORING = "storing"
    READING = "reading"
    """All that could be is stored; articles are still to be read, or events to be derived."""
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of the articles of a load: what their files are, and fields for those that lack them."""

    form: str = ""
    encoding: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    address: bool = False
    """Whether the load is an address to be fetched, and not content that was handed over."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An address that a load leads to: in which list, how many lists deep, whether it may be a list itself, and what
    is known of the article there."""

    url: str
    of: str = ""
    depth: int = 0
    lists: bool = False
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items a load had until now: those that were new, changed, unchanged or failed; articles that are not
    read yet; and addresses that are still to be asked."""

    items: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    unread: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Load:
    """A load: its number, what was handed over by whom, and how far it is. failure says why it was given up."""

    number: int
    collection: str
    name: str
    who: str
    added: datetime
    counts: Counts
    state: LoadState
    ended: datetime | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """An item that was not loaded: its place among the problems, where it stood, and why. again is when its address
    is asked next."""

    number: int
    where: str
    why: str
    again: datetime | None = None
