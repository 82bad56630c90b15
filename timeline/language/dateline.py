"""Datelines: 'SEOUL, Oct. 18 (Northern Wire) - ' before the first words of a report."""

import re
from typing import Final

_DATELINE: Final = re.compile(
    r"[A-Z][A-Z.'’ -]+(?:, [A-Z][\w.]+)?(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?)?"
    r"(?: \([^)\n]{2,40}\))?\s*[-–—]{1,2}\s+"
)


def length(paragraph: str) -> int:
    """How many characters of a paragraph are its dateline; 0 where it has none."""
    found = _DATELINE.match(paragraph)
    return found.end() if found else 0
