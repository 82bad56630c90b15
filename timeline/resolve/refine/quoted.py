"""'“You will follow us tomorrow”, he warned', 'Today it is a museum': in a history, what a quotation counts from is the
day of the speech, and 'today' outside of one is the present in its loose sense."""

import re
from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.refine.narrative import is_narrative
from timeline.resolve.scan import Scan
from timeline.resolve.terms import THE_DAY, base, rebased
from timeline.resolve.vocabulary import BREAK

_OPENING = frozenset({"“", "«", "„"})
_MARKS = frozenset({*_OPENING, "”", "»", '"'})
_BREAKS = re.compile(re.escape(BREAK))
_SPOKEN = frozenset({"deictic", "reference"})
"""Rules of the words that count from the day of the speech: 'tomorrow', 'now'."""


def quoted(scan: Scan, found: list[Found]) -> list[Found]:
    """Each word that would count from the day of publication: in quotation marks its anchor is left open."""
    counting = [one.start for one in found if _counts(one)]
    if not counting or not is_narrative(found):
        return found
    spoken = _spoken(scan, counting)
    return [_told(one, spoken=one.start in spoken) if _counts(one) else one for one in found]


def _counts(one: Found) -> bool:
    return one.rule in _SPOKEN and base(one.term) == a.Now()


def _told(one: Found, *, spoken: bool) -> Found:
    if spoken:
        return replace(one, term=rebased(one.term, a.Mentioned()))
    return replace(one, term=a.Reference(a.When.PRESENT)) if one.term == THE_DAY else one


def _spoken(scan: Scan, places: list[int]) -> set[int]:
    """Those tokens that stand in quotation marks, as far as their paragraph shows."""
    marks = [at for at, word in enumerate(scan.words) if word in _MARKS]
    ends = [found.start() for found in _BREAKS.finditer(scan.codes)]
    found, inside, asked = set[int](), False, frozenset(places)
    for at in sorted({*marks, *ends, *places}):
        if at in asked:
            found |= {at} if inside else set()
        else:
            inside = scan.words[at] in _OPENING or (scan.words[at] == '"' and not inside)
    return found
