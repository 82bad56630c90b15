"""How much is read of what comes in: the numbers that keep a hostile file from filling the memory."""

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1 << 20

SMALL: Final = 64 * MEGABYTE
"""What an archive may hold whatever its ratio: a few pages of blanks are no bomb."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one file; an article itself is bounded by drafts.MAX_TEXT."""

    item: int = 32 * MEGABYTE
    """Bytes of one item: a line, a row, a message, a page, a feed."""

    expanded: int = 16 * 1024 * MEGABYTE
    """Bytes that one archive may hold, unpacked."""

    ratio: int = 200
    """How many times larger than itself an archive may be, unpacked; text packs to a tenth, logs to a fiftieth."""

    members: int = 250_000
    """Files in one archive: the list of a zip is in memory."""

    levels: int = 3
    """Archives inside one another: a .tar.gz is two, one in a zip three."""

    nesting: int = 100
    """Objects and arrays inside one another in JSON."""


def size(count: int) -> str:
    """A number of bytes for a person."""
    return f"{count / MEGABYTE:,.0f} MB" if count >= MEGABYTE else f"{count:,} bytes"
