"""Fetching of addresses as the settings allow it: off unless somebody turned it on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from timeline.ingest.item import Item, Options

if TYPE_CHECKING:  # what fetches takes a tenth of a second to import, and is off for most
    from timeline.ingest.fetching.policy import Policy
    from timeline.ingest.fetching.runs import Run as Run

OFF: Final = "fetching is off; set TIMELINE_FETCH=on, or save the page and load that"
_DEFAULT: Final = Options()


class Allowed(Protocol):
    """What says what may be fetched: timeline.settings.Settings, which services/ may not import."""

    @property
    def fetch(self) -> bool:
        """Whether anything is."""

    @property
    def fetch_contact(self) -> str:
        """What hosts are told of who asks."""

    @property
    def fetch_ports(self) -> frozenset[int]:
        """The ports that may be asked."""

    @property
    def fetch_loopback(self) -> bool:
        """Whether this machine may be."""


def policy(allowed: Allowed) -> "Policy | None":
    """What may be fetched; None where fetching is off, Invalid for a contact that cannot be sent."""
    if not allowed.fetch:
        return None
    from timeline.ingest.fetching.policy import Policy

    return Policy(allowed.fetch_contact, allowed.fetch_ports, allowed.fetch_loopback)


def run(allowed: Allowed) -> "Run | None":
    """One run of fetching, which keeps what hosts ask for: made once for a command or a job. None where it is off."""
    found = policy(allowed)
    if found is None:
        return None
    from timeline.ingest.fetching.runs import Run

    return Run(found)


def items(url: str, run: "Run | None", options: Options = _DEFAULT) -> Iterator[Item]:
    """The articles that an address leads to; the one item has a problem where fetching is off, or nothing comes."""
    if run is None:
        yield Item(url, {}, OFF)
        return
    from timeline.ingest import followed

    yield from followed.items(url, run, options)


def step(item: Item, run: "Run", options: Options = _DEFAULT, depth: int = 0) -> Iterator[Item]:
    """What the address of one item leads to; links of a list that is there are left to be followed (followed.step)."""
    from timeline.ingest import followed

    yield from followed.step(item, run, options, depth)


def completed(found: Iterable[Item], run: "Run | None", options: Options = _DEFAULT) -> Iterator[Item]:
    """Items of files, those that have only an address fetched; as they are where fetching is off."""
    if run is None:
        yield from found
        return
    from timeline.ingest import followed

    yield from followed.each(found, run, options)
