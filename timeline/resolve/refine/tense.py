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
_STOPS: Final = frozenset({".", "!", "?", ";", "but"})


def tense(scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression whose direction is open, with the tense of what stands around it."""
    return [one if open_choice(one.term) is None else replace(one, tense=_tense(scan, one)) for one in found]


def _tense(scan: Scan, one: Found) -> Tense:
    before, further = scan.before(one.start), scan.before(one.start - 2)
    if before in lexicon.context("announcing") or (before == "for" and further in lexicon.context("set_for")):
        return Tense.FUTURE
    if before == "as" and further in _AS_EARLY_AS:
        return Tense.FUTURE
    return _nearest(_words_before(scan, one.start)) or _first(_words_after(scan, one.end)) or Tense.UNKNOWN


def _words_before(scan: Scan, start: int) -> list[str]:
    """The words of the clause before an expression, the nearest first."""
    found = []
    for index in range(start - 1, max(-1, start - _BACK), -1):
        word = scan.words[index]
        if scan.codes[index] == BREAK or (word in _STOPS and _ends(scan, index)):
            break
        if word.isalpha():
            found.append(word)
    return found


def _ends(scan: Scan, index: int) -> bool:
    """Whether a full stop ends a sentence: what stands before it is no abbreviation of a letter or a title."""
    return scan.words[index] != "." or len(scan.word(index - 1)) > len("Nov")


def _words_after(scan: Scan, end: int) -> list[str]:
    found = []
    for index in range(end, min(len(scan.words), end + _AHEAD)):
        if scan.codes[index] == BREAK or scan.words[index] in _STOPS:
            break
        if scan.words[index].isalpha():
            found.append(scan.words[index])
    return found


def _nearest(words: list[str]) -> Tense | None:
    """The tense that the first telling word tells; 'to' announces the verb that was met just before."""
    for index, word in enumerate(words):
        if word == "to" and index and _verb_like(words[index - 1]):
            return Tense.FUTURE
        told = _told(word)
        if told is Tense.PAST and _announced(words[index + 1 : index + 4]):
            return Tense.FUTURE
        if told:
            return told
    return None


def _first(words: list[str]) -> Tense | None:
    return next((told for told in map(_told, words) if told), None)


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
