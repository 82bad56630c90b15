"""'the ongoing war': the open period whose parties the text names; without one, nothing."""

from dataclasses import replace
from functools import cache

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan

_RULE = "period_open"


def ongoing(scan: Scan, found: list[Found]) -> list[Found]:
    """Each description of an open period with that period; it is dropped where none or several fit."""
    if not any(one.rule == _RULE for one in found):
        return found
    words = set(scan.words)
    fits = [period for parties, period in _open() if parties <= words]
    if len(fits) != 1:
        return [one for one in found if one.rule != _RULE]
    return [replace(one, term=fits[0]) if one.rule == _RULE else one for one in found]


@cache
def _open() -> tuple[tuple[frozenset[str], a.Named], ...]:
    entries = (entry for entry in lexicon.entries("periods") if "parties" in entry)
    return tuple((frozenset(entry["parties"]), lexicon.period(entry)) for entry in entries)
