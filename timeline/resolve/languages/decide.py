"""The language of a document: English by its small words at once, the others by py3langid, loaded when first needed."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from timeline.resolve.languages.tables import table

LANGUAGES: Final = ("en", "es", "pt", "fr", "de", "it", "ru", "uk", "ar", "zh", "ko")

_GLANCE: Final = 300
"""Code points that are enough for an English text: 6 µs, 1 % of the reading of a news article (AQUAINT, TimeBank)."""
_HEAD: Final = 1500
"""Code points that are looked at where a glance does not tell."""
_FEWEST_WORDS: Final = 4
_NEIGHBOURS: Final = ("nl", "sv", "da", "no", "ca", "ro", "pl", "cs", "tr", "bg", "sr", "be", "fa", "ur", "ja")
"""Languages that would be taken for one of LANGUAGES if the detector did not know them."""
_CERTAIN: Final = 0.8
"""A neighbour must be as sure as this: of single sentences of Russian, some look Bulgarian by 0.56."""
_LIKELY: Final = 0.2
_WORDS: Final = re.compile(r"(?<![\w'’./])(?<![./] )[^\W\d_]+(?![\w'’])")
"""Words by themselves: 'com', 'o' and 'e' are Portuguese, but not in 'example.com', 'O'Brien' and '94E6'."""
_OTHER_SCRIPT: Final = re.compile("[\u0400-\u052f\u0600-\u06ff\u3400-\u9fff\uac00-\ud7a3]")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_ENGLISH: Final = frozenset(table("small")["english"].split())
_OTHERS: Final = frozenset(table("small")["others"].split())


def language(text: str) -> str:
    """The ISO 639-1 code of a text, one of LANGUAGES; English where it is short or cannot be told."""
    english, others = _small_words(text[:_GLANCE].lower().split())
    if english > others or (not others and len(text) <= _GLANCE and text.isascii()):
        return "en"
    head = text[:_HEAD]
    if not head.isascii() and _mostly_other_script(head):
        return "en" if _KANA.search(head) else _detected(head)
    words = _WORDS.findall(head.lower())
    english, others = _small_words(words)
    return "en" if len(words) < _FEWEST_WORDS or english >= others else _detected(head)


def _small_words(words: list[str]) -> tuple[int, int]:
    """How many of its small words English has here, and the other languages of its script theirs."""
    return len(_ENGLISH.intersection(words)), len(_OTHERS.intersection(words))


def _mostly_other_script(head: str) -> bool:
    found = len(_OTHER_SCRIPT.findall(head))
    return found > 1 and found * 3 > sum(map(str.isalpha, head))


def _detected(head: str) -> str:
    ranked = _rank()(head)
    best, confidence = ranked[0]
    if best not in LANGUAGES and confidence >= _CERTAIN:
        return "en"
    code, confidence = next(one for one in ranked if one[0] in LANGUAGES)
    return code if confidence >= _LIKELY else "en"


@cache
def _rank() -> Callable[[str], list[tuple[str, float]]]:
    """The detector, kept to these languages and their neighbours; a second and 100 MB, once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # it has no stubs

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*LANGUAGES, *_NEIGHBOURS])
    rank: Callable[[str], list[tuple[str, float]]] = identifier.rank
    return rank
