"""Two expressions that stand side by side: what lies between them."""

from functools import lru_cache

from timeline.resolve.found import Found
from timeline.resolve.scan import Scan

_FARTHEST = 6
"""Tokens between two expressions that can still belong together."""


def gap(scan: Scan, left: Found, right: Found) -> str | None:
    """The words between, in lower case, white space as single spaces; None where they lie too far apart."""
    if not 0 <= right.start - left.end <= _FARTHEST:
        return None
    return _plain(scan.between(left.end, right.start))


@lru_cache(maxsize=4096)
def _plain(words: str) -> str | None:
    """Most of what lies between is one of a few: a space, a comma, 'and'."""
    return None if "\n\n" in words else " ".join(f"|{words.lower()}|".split())[1:-1]
