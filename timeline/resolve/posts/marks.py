"""What tells that a text is a post: tags, names, smileys, words of chats, signs that edited prose has not."""

import re
from functools import cache, lru_cache
from typing import Final

from timeline.resolve import lexicon

_LONGEST: Final = 300
"""Code points: the longest a post is."""
_SIGNS: Final = (
    r"(?<![\w.])[#@][^\W\d]",
    r"(?<![\w)])(?:[:;=]'?-?[)(DPp3]|[xX]D|<3|\^_?\^)(?!\w)",
    r"[\u2600-\u27bf\U0001f300-\U0001faff]\s*\Z",
    r"[!?]{2}|(?<=\w)\.\.(?!\.)",
    r"(?i:(?P<drawn>[aeouhsyz])(?P=drawn){2})",
    r"(?<![\w.'’(-])i(?= [a-z]|['’](?:m|ll|ve|d)\b)",
    r"\b[a-z]+in['’](?![\w'])",
    r"(?i:\b(?:ha|he|hi|hu){2,}h?\b)",
)
"""Tags and names, smileys, a picture at the end, doubled signs, drawn-out words, an "i" that says I, "waitin'",
laughter."""
_OPEN: Final = (
    r"(?:\.{3}|…)(?=\s*\w)",
    r"!\s*\Z|\b[a-z]+!\s",
)
"""Dots in the middle (at the end they cut a text short) and exclamations, where nobody is quoted."""
_QUOTED: Final = re.compile(r"[\"“”]|``|''|(?<!\w)['‘][^'’\n]*['’](?!\w)")
_WORD: Final = re.compile(r"[a-z0-9]+")
_LINK: Final = re.compile(r"https?:/")


@lru_cache(maxsize=1024)
def is_post(text: str) -> bool:
    """Whether a text is short and bears a mark of posts. A plain sentence of the news has none, alone or not."""
    if len(text) > _LONGEST:
        return False
    if _signs().search(text) or not _chat().isdisjoint(_WORD.findall(text.lower())) or _linked(text):
        return True
    return _open().search(text) is not None and not _QUOTED.search(text)


def _linked(text: str) -> bool:
    """Whether an address stands beside the text; in 'more at https://...' it is part of it."""
    leading = lexicon.tables()["post"]["before_a_link"]
    words = (text[: link.start()].lower().split()[-1:] for link in _LINK.finditer(text))
    return any(not word or (word[0] not in leading and word[0][-1] != "(") for word in words)


@cache
def _chat() -> frozenset[str]:
    known = lexicon.tables()["post"]
    return frozenset(known["chat"]) | frozenset(known["clipped"])


@cache
def _signs() -> re.Pattern[str]:
    lone = rf"(?<![\w.'’-])(?:{'|'.join(lexicon.tables()['post']['lone'])})(?![\w.'’-])"
    return re.compile("|".join((*_SIGNS, lone)))


@cache
def _open() -> re.Pattern[str]:
    return re.compile("|".join(_OPEN))
