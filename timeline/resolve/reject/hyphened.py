"""'COVID-2019', '2000-01-99', '747-1990': a year tied to something else by a hyphen."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_MODIFIERS = frozenset({"mid", "early", "late", "end", "pre", "post"})


def hyphened(scan: Scan, start: int, end: int) -> bool:
    before = scan.word(start - 1) == "-" and scan.word(start - 2).isalnum() and scan.word(start - 2) not in _MODIFIERS
    after = scan.word(end) == "-" and scan.word(end + 1).isdigit()
    return (before or after) and scan.words[start].isdigit()


DOUBT = Doubt("tied to a name or a number", frozenset({"year", "date_iso", "date_numeric", "year_short"}), hyphened)
