"""The tense of the clause, read cheaply from the words around an expression, for those whose direction it decides."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.evaluate import Tense
from timeline.resolve import lexicon
from timeline.resolve.found import Found
from timeline.resolve.refine.telling import first, nearest, tells
from timeline.resolve.scan import Scan
from timeline.resolve.terms import open_choice
from timeline.resolve.vocabulary import BREAK

_BACK: Final = 36
_AHEAD: Final = 24
"""Tokens that are looked at on either side, white space counted."""
_AS_EARLY_AS: Final = frozenset({"early", "soon", "late"})
_IS: Final = frozenset({"is", "are"})
"""'The game is on Sunday', 'the vote is Tuesday': the present tense of a plan."""
_APOSTROPHES: Final = frozenset({"'", "’"})
"""Of 'Monday's ruling' the verb before it tells nothing: 'they will appeal against Monday's ruling'."""
_WAS: Final = frozenset({"was", "were", "had"})
_LIMITS: Final = frozenset({"until", "till", "by"})
_STOPS: Final = frozenset({".", "!", "?", ";", "but"})
_ABBREVIATED: Final = len("Nov")
"""Letters of the longest word with a capital whose full stop ends no sentence, where no number follows."""


def tense(scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression whose direction is open, with the tense of what stands around it."""
    return [one if open_choice(one.term) is None else _told_in(_tense(scan, one), one) for one in found]


def _told_in(tense: Tense, one: Found) -> Found:
    return one if tense is one.tense else replace(one, tense=tense)


def _tense(scan: Scan, one: Found) -> Tense:
    before, further = scan.before(one.start), scan.before(one.start - 2)
    if scan.word(one.end) in _APOSTROPHES and scan.word(one.end + 1) == "s":
        ahead = further == "ahead" and before == "of"
        return Tense.FUTURE if ahead else first(_words_after(scan, one.end)) or Tense.PAST
    if before in _LIMITS and _over(scan, one):
        return Tense.PAST
    if _announced(before, further) or (before == "for" and _weekday(one) and scan.after(one.end) not in _WAS):
        return Tense.FUTURE
    return nearest(_words_before(scan, one.start)) or first(_words_after(scan, one.end)) or Tense.UNKNOWN


def _weekday(one: Found) -> bool:
    """'a march called for Tuesday', 'the tests for Wednesday': what is for a day lies ahead; a month may be past."""
    choice = open_choice(one.term)
    return choice is not None and isinstance(choice.pattern, a.Weekday)


def _announced(before: str, further: str) -> bool:
    """'until', 'starting', 'scheduled for', 'as early as', 'ahead of', 'the vote is on': plans."""
    if before in lexicon.context("announcing") or before in _IS:
        return True
    if before == "for":
        return further in lexicon.context("set_for")
    return (before, further) in {("of", "ahead"), ("on", "is"), ("on", "are")} or (
        before == "as" and further in _AS_EARLY_AS
    )


def _over(scan: Scan, one: Found) -> bool:
    """'By Friday, the toll had risen', 'ships had docked by Friday': a limit that has passed."""
    limit = one.start - 2
    if limit < 2 or _opens(scan, limit):
        return first(_words_after(scan, one.end)) is Tense.PAST
    words = _words_before(scan, limit)[:_NEAR_A_LIMIT]
    at = words.index("had") if "had" in words else None
    return at is not None and (at == 0 or words[at - 1] != "to")


_NEAR_A_LIMIT: Final = 4
"""Words before a limit among which 'had' tells that it has passed."""


def _opens(scan: Scan, index: int) -> bool:
    """Whether a word opens a sentence or follows 'and'."""
    before = scan.codes[index - 1]
    if before != " ":
        return before == BREAK
    return scan.word(index - 2) == "and" or (scan.word(index - 2) in _STOPS and _ends(scan, index - 2))


def _words_before(scan: Scan, start: int) -> list[str]:
    """The words of the clause before an expression, the nearest first; none where none can tell a tense."""
    begins = max(0, start - _BACK + 1)
    begins = max(begins, scan.codes.rfind(BREAK, begins, start) + 1)
    words = scan.words[begins:start]
    if not tells(words):
        return []
    if not _STOPS.isdisjoint(words):
        stops = [index for index, word in enumerate(words, begins) if word in _STOPS and _ends(scan, index)]
        words = scan.words[stops[-1] + 1 : start] if stops else words
    return [word for word in reversed(words) if word.isalpha()]


def _ends(scan: Scan, index: int) -> bool:
    """Whether a full stop ends a sentence: before it stands no letter, month or title cut short."""
    if scan.words[index] != "." or not index:
        return True
    word = scan.words[index - 1]
    short = word.istitle() and (len(word) <= _ABBREVIATED or scan.after(index + 1).isdigit())
    return len(word) > 1 and not short


def _words_after(scan: Scan, end: int) -> list[str]:
    words = scan.words[end : end + _AHEAD]
    if (stop := scan.codes.find(BREAK, end, end + _AHEAD)) >= 0:
        words = scan.words[end:stop]
    if not tells(words):
        return []
    if not _STOPS.isdisjoint(words):
        words = words[: next(index for index, word in enumerate(words) if word in _STOPS)]
    return [word for word in words if word.isalpha()]
