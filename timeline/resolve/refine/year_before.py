"""'a year earlier', 'the latest quarter', 'last year' in a report: of the quarter or month that is spoken of."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.lexicon import context
from timeline.resolve.refine.narrative import is_narrative
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity, rebased
from timeline.resolve.vocabulary import BREAK

_IN_A_YEAR: Final = {G.QUARTER: 4, G.MONTH: 12}
_QUARTERS: Final = 4
_REACH: Final = {G.QUARTER: 400, G.MONTH: 30}
"""Tokens back to what is spoken of: a report is about one quarter, a month is compared in its own sentence."""
_SUMMED: Final = {G.MONTH: (6, 12), G.QUARTER: (2, 4), G.YEAR: (1, 1)}
"""Lengths over which reports add up, 'the nine months', by their unit: a year earlier is then a year."""
_PARAGRAPH: Final = 200
"""Tokens after which a paragraph is taken to have ended."""
_COMPARING: Final = 24
"""Tokens before 'last year' among which 'compared with' or 'from' stands."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a comparison is with: the first quarter told, the quarter or month told last, and what was added up."""

    first: Found | None = None
    last: Found | None = None
    summed: Found | None = None

    def after(self, one: Found) -> "Topic":
        """The topic after an expression; a quarter that follows the first one told is an outlook and no topic."""
        if _summed(one.term):
            return replace(self, summed=one)
        if not _leads(one.term) or _next_quarter(self.first, one):
            return self
        return Topic(self.first or (one if _number(one) else None), one)


def year_before(scan: Scan, found: list[Found]) -> list[Found]:
    """Each year ago or earlier with the unit of what it is compared with."""
    refined: list[Found] = []
    topic = Topic()
    history = is_narrative(found)
    for one in found:
        spoken_of = _spoken_of(scan, topic, one)
        if _a_year_before(one.term):
            told = _compared(one, spoken_of) if spoken_of else _plain(one, history=history)
        elif spoken_of and _compares(scan, one):
            told = _compared(one, spoken_of)
        else:
            told = _same_quarter(one, spoken_of) if spoken_of else one
            topic = topic.after(one)
        refined.append(told)
    return refined


def _spoken_of(scan: Scan, topic: Topic, one: Found) -> Found | None:
    """What an expression may be compared with: near enough, and no longer time was added up in the paragraph."""
    last = topic.last
    if last is None or one.start - last.start >= _REACH[granularity(last.term) or G.QUARTER]:
        return None
    return None if topic.summed and _same_paragraph(scan, topic.summed.end, one.start) else last


def _same_paragraph(scan: Scan, start: int, end: int) -> bool:
    return end - start < _PARAGRAPH and scan.codes.find(BREAK, start, end) < 0


def _leads(term: a.Term) -> bool:
    """Whether what follows is compared with this: not with what is itself a comparison ('the year-ago quarter')."""
    return granularity(term) in _IN_A_YEAR and not isinstance(term, a.Shift)


def _summed(term: a.Term) -> bool:
    length = term.length if isinstance(term, a.Run) else term
    if not isinstance(length, a.Length):
        return False
    amount = length.amounts[0]
    least, most = _SUMMED.get(amount.unit, (1, 0))
    return amount.count is not None and least <= amount.count <= most


def _number(one: Found | None) -> int:
    """Which quarter of a year an expression names; 0 for anything else."""
    pattern = one.term.pattern if one and isinstance(one.term, a.Nearest) else None
    return pattern.number if isinstance(pattern, a.QuarterOfYear) else 0


def _next_quarter(first: Found | None, one: Found) -> bool:
    return bool(_number(first)) and _number(one) == _number(first) % _QUARTERS + 1


def _same_quarter(one: Found, spoken_of: Found) -> Found:
    """'the latest quarter', 'the 1988 period' after 'the fourth quarter': that quarter, that quarter of 1988."""
    match one.rule, one.term, spoken_of.term:
        case "quarter_latest", a.Last(unit=G.QUARTER, of=a.Now()), a.Nearest(pattern=a.QuarterOfYear()):
            return replace(one, term=a.This(G.QUARTER, a.Mentioned()), refers=spoken_of.start)
        case "quarter_latest", a.Date(month=None), a.Nearest(pattern=a.QuarterOfYear() as quarter):
            return replace(one, term=a.In(quarter, one.term))
    return one


def _compares(scan: Scan, one: Found) -> bool:
    """'compared with a loss of $3 million last year', 'from last year's 2%': said of a quarter, of its quarter."""
    if one.term != a.Last(G.YEAR):
        return False
    words = scan.words[max(0, one.start - _COMPARING) : one.start]
    since = next((back for back, word in enumerate(reversed(words)) if word in context("comparing")), None)
    if since is None:
        return False
    between = words[len(words) - since :]
    return since <= 1 or (any(word.isdigit() for word in between) and not _ends(between))


def _ends(words: list[str]) -> bool:
    """Whether a sentence ends among the words: a full stop before white space."""
    return any(word in {".", "!", "?"} and after.isspace() for word, after in pairwise(words))


def _compared(one: Found, spoken_of: Found) -> Found:
    unit = granularity(spoken_of.term) or G.QUARTER
    return replace(one, term=a.Shift(-_IN_A_YEAR[unit], unit, a.Mentioned()), refers=spoken_of.start)


def _plain(one: Found, *, history: bool) -> Found:
    return one if history else replace(one, term=rebased(one.term, a.Now()))


def _a_year_before(term: a.Term) -> bool:
    return isinstance(term, a.Shift) and term.count == -1 and term.unit is G.YEAR
