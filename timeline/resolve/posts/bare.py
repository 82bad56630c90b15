"""Bare words of time in a post: 'my day', 'day 2', 'lunch hour', 'Weekly winners', 'the first week', 'Spring hats'."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.find import Candidate
from timeline.resolve.found import Found
from timeline.resolve.posts import small
from timeline.resolve.scan import Scan

_LEADING: Final = frozenset({"the", "this"})
_WHICH: Final = frozenset({"first", "last", "st"})
_UNSHARED: Final = frozenset({"part of a name", "hours of the day", "a verb or a name", "goes on"})
"""Why news leaves a word alone: posts write 'Daily', 'Long Hours' and 'Spring' with capitals, and mean them."""
_UNITS: Final = frozenset({G.HOUR, G.DAY, G.WEEKEND, G.WEEK, G.MONTH, G.YEAR})
_FINE: Final = frozenset({G.SECOND, G.MINUTE})


def unshared(chosen: list[Candidate]) -> list[Candidate]:
    """What was chosen, without the rejections that do not hold for posts."""
    return [one for one in chosen if one.read is not None or one.rule not in _UNSHARED]


def read(scan: Scan, at: int, spoken: set[int]) -> Found | None:
    """What a bare word of the net means in a post, with its article; None where it means nothing there either."""
    glued = scan.word(at - 1)
    if glued in {"#", "@"} or (glued == "-" and scan.word(at) not in lexicon.categories()["WEEKDAY"][0]):
        return None
    if scan.word(at) == "year" and scan.before(at) == "new" and at - 2 not in spoken:
        return Found(at - 2, at + 1, "post", a.Nearest(a.DayOfYear(1, 1)))
    start, said = _start(scan, at, spoken)
    term = _term(scan, at, said)
    if term is None:
        return None
    numbered = scan.word(at) == "day" and scan.after(at + 1).isdigit() and not scan.word(at + 3).isalpha()
    counted = numbered and at + 2 not in spoken
    return Found(start, at + 3 if counted else at + 1, "post", term)


def _start(scan: Scan, at: int, spoken: set[int]) -> tuple[int, set[str]]:
    """Where the expression begins, and which words lead it: 'the', 'this', 'first', 'last'."""
    said: set[str] = set()
    start = at
    for words in (_WHICH, _LEADING):
        word = scan.before(start)
        first = start - (3 if word == "st" else 2)
        if word in words and spoken.isdisjoint(range(first, start)) and (word != "st" or scan.word(first).isdigit()):
            said.add(word)
            start = first
    return start, said


def _term(scan: Scan, at: int, said: set[str]) -> a.Term | None:
    word, categories = scan.word(at), lexicon.categories()
    if word in lexicon.tables()["post"]["days"]:
        return a.This(G.DAY)
    if word in categories["PART"][0]:
        return a.PartOf(lexicon.part(word), a.This(G.DAY))
    if word in categories["PERIODIC"][0]:
        return a.Every(_length(word, 1))
    if word in categories["WEEKDAY"][0]:
        return a.Nearest(a.Weekday(lexicon.weekday(word))) if small.said(scan, at) else None
    if word in categories["SEASON"][0]:
        return a.Nearest(a.SeasonOfYear(lexicon.season(word))) if _a_season(scan, at) else None
    return _unit(word, said) if word in categories["UNIT"][0] or word in categories["UNITS"][0] else None


def _a_season(scan: Scan, at: int) -> bool:
    """'Spring' with a capital in the middle of a sentence; 'Fall' may still be a verb in a title."""
    return scan.words[at].istitle() and scan.word(at) != "fall" and scan.before(at).isalpha()


def _unit(word: str, said: set[str]) -> a.Term | None:
    """A length, or the writer's own day, week or month: 'the day', 'last day to sign up'."""
    _, unit = lexicon.unit(word)
    if word in lexicon.categories()["UNITS"][0]:
        return _length(word, None) if unit in _UNITS | _FINE else None
    if unit is G.WEEKEND:
        return a.Nearest(a.Weekend())
    if unit not in _UNITS or word in lexicon.tables()["post"]["no_units"]:
        return None
    own = (said & _LEADING and not said & _WHICH and unit is not G.HOUR) or (unit is G.DAY and "last" in said)
    return a.This(unit) if own else _length(word, 1)


def _length(word: str, count: int | None) -> a.Length:
    times, unit = lexicon.unit(word)
    return a.Length((a.Amount(None if count is None else count * times, unit),))
