"""What a collection names, as lists that are given in parts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a kind, as most events spell it, and how many events have it, the undated ones too."""

    name: str
    kind: str
    events: int


@dataclass(frozen=True, slots=True)
class Names:
    """Those with most events first, of these by name; total is how many there are; after is where the list goes on."""

    names: tuple[Named, ...]
    total: int
    after: tuple[int, str, str] | None
