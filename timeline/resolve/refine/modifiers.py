"""'early next week', 'the end of 1914', 'about two weeks', 'at least 20 years': words in front that belong to it."""

from dataclasses import replace
from functools import cache

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity

_LONGEST = 9
"""Tokens of the longest phrase, the space after it included."""
_TOPICS = frozenset({"about", "around", "over"})
_NAMED = frozenset({"weekday", "deictic", "unit"})
"""Rules that read 'Friday', 'yesterday' and 'this weekend', about which one talks; nothing is roughly on them."""


def modifiers(scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression with the modifiers that stand before it, the inner one first."""
    taken = 0
    refined = []
    for one in found:
        wider = one
        while (wrapped := _wrapped(scan, wider, taken)) is not None:
            wider = wrapped
        taken = wider.end
        refined.append(wider)
    return refined


def _wrapped(scan: Scan, one: Found, taken: int) -> Found | None:
    last = one.start - 1 if scan.codes[one.start - 1 : one.start] == " " else one.start
    for first in range(max(taken, one.start - _LONGEST), last):
        phrase = scan.between(first, last).lower()
        if phrase not in _phrases() or (last == one.start and phrase[-1] != "-"):
            continue
        kind, mod = _phrases()[phrase]
        term = None if _apart(one, phrase) else _modified(one.term, kind, mod)
        if term is not None and not (phrase == "over" and _spans(scan, one)):
            return replace(one, start=first, term=term)
    return None


def _apart(one: Found, phrase: str) -> bool:
    """'what he said about yesterday', 'Earlier Friday, he left': no part of a day that is named and not counted."""
    if isinstance(one.term, a.Portion):
        return False
    return (phrase in _TOPICS and one.rule in _NAMED) or (phrase == "earlier" and one.rule == "weekday")


def _spans(scan: Scan, one: Found) -> bool:
    """'over the three years', 'over a two-month period': during them, not more than them."""
    return scan.word(one.start) == "the" or scan.word(one.end - 1) in {"period", "span", "stretch"}


@cache
def _phrases() -> dict[str, tuple[str, a.Mod | None]]:
    tables = lexicon.tables()
    found: dict[str, tuple[str, a.Mod | None]] = dict.fromkeys(tables["emphasis"]["words"], ("emphasis", None))
    for kind in ("portions", "sides", "exactness"):
        found |= {phrase: (kind, a.Mod(mod)) for mod, phrases in tables[kind].items() for phrase in phrases}
    return found


def _modified(term: a.Term, kind: str, mod: a.Mod | None) -> a.Term | None:
    dated = granularity(term) is not None
    if kind == "exactness" and mod is a.Mod.MORE_THAN and _vague(term):
        return None
    length = isinstance(term, a.Length) or (isinstance(term, a.Modified) and isinstance(term.of, a.Length))
    if kind == "portions" and mod and dated and not isinstance(term, a.Portion | a.Clock):
        return a.Portion(mod, term)
    if kind == "sides" and mod and dated and not isinstance(term, a.Modified):
        return a.Modified(mod, term)
    if kind == "exactness" and mod and not isinstance(term, a.Modified) and (length or _roughly(term, mod)):
        return a.Modified(mod, term)
    if kind == "emphasis" and (length or isinstance(term, a.Shift)):
        return term
    return None


def _vague(term: a.Term) -> bool:
    """'over several years': no more than some."""
    return isinstance(term, a.Length) and any(amount.count is None for amount in term.amounts)


def _roughly(term: a.Term, mod: a.Mod) -> bool:
    """'about two years ago', 'around Nov. 1', 'around 3 p.m.'."""
    return (mod is a.Mod.APPROX and granularity(term) is not None) or isinstance(term, a.Shift)
