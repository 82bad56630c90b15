"""The tense of the clause, read cheaply: auxiliaries, 'to' and a verb, -ed, and words that announce."""

from dataclasses import replace
from functools import cache
from typing import Final

from timeline.core.evaluate import Tense
from timeline.resolve import lexicon
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import open_choice
from timeline.resolve.vocabulary import BREAK

_BACK: Final = 36
_AHEAD: Final = 24
"""Tokens that are looked at on either side, white space counted."""
_AS_EARLY_AS: Final = frozenset({"early", "soon", "late"})
_IS: Final = frozenset({"is", "are"})
"""'The game is on Sunday', 'the vote is Tuesday': the present tense of a plan."""
_STATED: Final = frozenset(
    {
        "said",
        "known",
        "thought",
        "believed",
        "reported",
        "alleged",
        "accused",
        "suspected",
        "closed",
        "based",
        "located",
        "dated",
        "called",
        "named",
    }
)
"""'The play is staged in May' is a plan; 'he is said to have left in May' and 'it is closed' are not."""
_APOSTROPHES: Final = frozenset({"'", "’"})
"""Of 'Monday's ruling' the verb before it tells nothing: 'they will appeal against Monday's ruling'."""
_LIMITS: Final = frozenset({"until", "till", "by"})
_CLOSE: Final = 5
"""Words after a limit among which 'had' tells that it has passed: 'By Friday, the toll had risen'."""
_ADJECTIVAL: Final = frozenset({"a", "an", "the", "still", "its", "their", "his", "her", "our"})
_STOPS: Final = frozenset({".", "!", "?", ";", "but"})


def tense(scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression whose direction is open, with the tense of what stands around it."""
    return [one if open_choice(one.term) is None else _told_in(_tense(scan, one), one) for one in found]


def _told_in(tense: Tense, one: Found) -> Found:
    return one if tense is one.tense else replace(one, tense=tense)


def _tense(scan: Scan, one: Found) -> Tense:
    before, further = scan.before(one.start), scan.before(one.start - 2)
    if before in _LIMITS and _perfect(_words_after(scan, one.end)):
        return Tense.PAST
    if before in lexicon.context("announcing") or (before == "for" and further in lexicon.context("set_for")):
        return Tense.FUTURE
    if before == "as" and further in _AS_EARLY_AS:
        return Tense.FUTURE
    if before in _IS or (before == "on" and further in _IS):
        return Tense.FUTURE
    if before == "of" and further == "ahead":
        return Tense.FUTURE
    if scan.word(one.end) in _APOSTROPHES and scan.word(one.end + 1) == "s":
        return _first(_words_after(scan, one.end)) or Tense.PAST
    return _nearest(_words_before(scan, one.start)) or _first(_words_after(scan, one.end)) or Tense.UNKNOWN


def _perfect(words: list[str]) -> bool:
    return "had" in words[:_CLOSE]


def _words_before(scan: Scan, start: int) -> list[str]:
    """The words of the clause before an expression, the nearest first."""
    first = max(0, start - _BACK + 1)
    first = max(first, scan.codes.rfind(BREAK, first, start) + 1)
    words = scan.words[first:start]
    if not _STOPS.isdisjoint(words):
        stops = [index for index, word in enumerate(words, first) if word in _STOPS and _ends(scan, index)]
        words = scan.words[stops[-1] + 1 : start] if stops else words
    return [word for word in reversed(words) if word.isalpha()]


def _ends(scan: Scan, index: int) -> bool:
    """Whether a full stop ends a sentence: what stands before it is no abbreviation of a letter or a title."""
    return scan.words[index] != "." or len(scan.word(index - 1)) > len("Nov")


def _words_after(scan: Scan, end: int) -> list[str]:
    words = scan.words[end : end + _AHEAD]
    if (stop := scan.codes.find(BREAK, end, end + _AHEAD)) >= 0:
        words = scan.words[end:stop]
    if not _STOPS.isdisjoint(words):
        words = words[: next(index for index, word in enumerate(words) if word in _STOPS)]
    return [word for word in words if word.isalpha()]


def _nearest(words: list[str]) -> Tense | None:
    """The tense that the first telling word tells; 'to' announces the verb that was met just before."""
    if not any(map(_telling.__getitem__, words)):
        return None
    for index, word in enumerate(words):
        if word == "to" and index and _verb_like(words[index - 1]):
            return Tense.FUTURE
        told = _told(word)
        if told is Tense.PAST and word.endswith("ed") and _ADJECTIVAL.intersection(words[index + 1 : index + 2]):
            continue
        if told is Tense.PAST and _IS.intersection(words[index + 1 : index + 2]) and word not in _STATED:
            return Tense.FUTURE
        if told is Tense.PAST and _announced(words[index + 1 : index + 4]):
            return Tense.FUTURE
        if told:
            return told
    return None


def _first(words: list[str]) -> Tense | None:
    return next((_told(word) for word in words if _telling[word] and word != "to"), None)


class _Telling(dict[str, bool]):
    """Whether a word alone can tell a tense; most words cannot, and are passed by at once."""

    def __missing__(self, word: str) -> bool:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = self[word] = word == "to" or _told(word) is not None
        return found


_telling: Final = _Telling()
_KEPT_WORDS: Final = 50_000


def _told(word: str) -> Tense | None:
    return cues().get(word.lower()) or (Tense.PAST if word.endswith("ed") and len(word) > len("need") else None)


def _verb_like(word: str) -> bool:
    return word.islower() and word not in lexicon.context("no_verbs") and not word.endswith(("ing", "ed", "s"))


def _announced(words: list[str]) -> bool:
    """Whether a participle stands behind 'will be', 'to be', 'is expected to'."""
    return any(cues().get(word) is Tense.FUTURE for word in words) or words[:2] == ["be", "to"]


@cache
def cues() -> dict[str, Tense]:
    """The words that tell a tense by themselves."""
    table = lexicon.tables()["tense"]
    return {word: Tense(name) for name, words in table.items() for word in words}
