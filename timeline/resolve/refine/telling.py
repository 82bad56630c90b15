"""Which tense the words of a clause tell: auxiliaries, 'to' and a verb after a plan, -ed, and words that announce."""

from functools import cache
from typing import Final

from timeline.core.evaluate import Tense
from timeline.resolve import lexicon

_DETERMINERS: Final = frozenset({"a", "an", "the", "still", "its", "their", "his", "her", "our", "s"})
_IS: Final = frozenset({"is", "are"})
_MODALS: Final = frozenset({"may", "might", "could", "can", "must"})
_NOT_YET: Final = frozenset({"not", "have", "well"})
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
_AUXILIARIES: Final = 3
"""Words before a participle among which 'will be' or 'is expected to be' stands."""


def tells(words: list[str]) -> bool:
    """Whether any of some words can tell a tense; most dates stand where one does, a list of dates where none does."""
    return any(map(_telling.__getitem__, words))


def nearest(words: list[str]) -> Tense | None:
    """The tense that the first telling word tells, from an expression backwards."""
    if not tells(words):
        return None
    for index, word in enumerate(words):
        if _telling[word] and (told := _told_here(words, index, word)):
            return told
    return None


def first(words: list[str]) -> Tense | None:
    """The tense that the first telling word tells, from an expression on."""
    return next((_told(word) for word in words if _telling[word] and word not in _UNCLEAR), None)


def _told_here(words: list[str], index: int, word: str) -> Tense | None:
    """What a word tells with those that stand before it in the text, which follow in the list."""
    before = words[index + 1 : index + 1 + _AUXILIARIES]
    if word == "to" or word in _MODALS:
        ahead = index > 0 and _ahead(word, words[index - 1], before)
        return Tense.FUTURE if ahead else None
    told = _told(word)
    if told is Tense.PAST:
        return None if word.endswith("ed") and _noun(before) else _participle(word, before)
    return None if word.endswith("s") and _noun(before) else told


def _ahead(word: str, verb: str, before: list[str]) -> bool:
    """'agreed to meet', 'is to open', 'may return'; not 'managed to leave', 'fired to disperse', 'may have left'."""
    if word in _MODALS:
        return verb not in _NOT_YET
    planned = [told for told in before[:2] if not told.endswith("ly")][:1]
    return _verb_like(verb) and not lexicon.context("planning").isdisjoint(map(str.lower, planned))


def _noun(before: list[str]) -> bool:
    """'its closed doors', 'his plans': the word that looks like a verb is none."""
    return not _DETERMINERS.isdisjoint(before[:1])


def _participle(word: str, before: list[str]) -> Tense:
    """'will be held', 'is due to be held', 'is held in May' announce; 'was held' and 'held' do not."""
    if before[:1] == ["be"] and "not" not in before:
        announced = before[1:2] == ["to"] or any(cues().get(told) is Tense.FUTURE for told in before)
        return Tense.FUTURE if announced else Tense.PAST
    return Tense.FUTURE if not _IS.isdisjoint(before[:1]) and word not in _STATED else Tense.PAST


class _Telling(dict[str, bool]):
    """Whether a word alone can tell a tense; most words cannot, and are passed by at once."""

    def __missing__(self, word: str) -> bool:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = self[word] = word in _UNCLEAR or _told(word) is not None
        return found


_UNCLEAR: Final = frozenset({"to", *_MODALS})
_telling: Final = _Telling()
_KEPT_WORDS: Final = 50_000


def _told(word: str) -> Tense | None:
    return cues().get(word.lower()) or (Tense.PAST if word.endswith("ed") and len(word) > len("need") else None)


def _verb_like(word: str) -> bool:
    return word.islower() and word not in lexicon.context("no_verbs") and not word.endswith(("ing", "ed", "s"))


@cache
def cues() -> dict[str, Tense]:
    """The words that tell a tense by themselves."""
    table = lexicon.tables()["tense"]
    return {word: Tense(name) for name, words in table.items() for word in words}
