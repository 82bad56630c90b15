"""What is a name, how it is written, and its parts: titles and brackets off, junk told apart, surname and initials."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from timeline.events import gazetteer, outlets

_DATA: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("entities.toml").read_text("utf-8"))
_TITLES: Final = frozenset(_DATA["titles"])
_SUFFIXES: Final = frozenset(_DATA["suffixes"])
_PARTICLES: Final = frozenset(_DATA["particles"])
_SMALL: Final = frozenset(_DATA["small"])
_JUNK: Final = frozenset(_DATA["junk"])
_ENDINGS: Final = dict.fromkeys(_DATA["organisations"], "organisation") | dict.fromkeys(_DATA["places"], "place")
_KNOWN: Final = {gazetteer.fold(name): kind for kind, names in _DATA["known"].items() for name in names}
_ALSO: Final = {gazetteer.fold(form): name for form, name in outlets.names()} | {
    gazetteer.fold(form): name for name, forms in _DATA["also"].items() for form in forms
}

_KEPT: Final = 50_000
_LONGEST: Final = 60
"""Characters; what is longer is a headline or a list that the model took for one name."""
_MOST_WORDS: Final = 8
_BRACKET: Final = re.compile(r"\s*[(\[].*$")
_INITIALS: Final = re.compile(r"\b([A-Z])\.\s+(?=[A-Z]\b)")
_NICKNAME: Final = re.compile(r"[\"“][^\"”]*[\"”]")
_HYPHEN: Final = re.compile(r"\s*[-‐‑]\s*")
_ARABIC: Final = re.compile(r"^(?:al|el)[-‐‑](?=\w)", re.IGNORECASE)
_VOWEL: Final = re.compile(r"[iy]+")
_SCORE: Final = re.compile(r"[\s\d–-]+$")
_ENDS: Final = re.compile(r"^[\W_]+|(?:['’]s?)?[\s,;:!?\"”“'’)\]_*-]*$")
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=_KEPT)
def clean(text: str) -> str:
    """A name without a leading article, brackets, possessive and stray marks, '' where it is none."""
    if "\n" in text.strip():
        return ""
    own = _BRACKET.sub("", " ".join(text.split())).replace(" ’ s", "’s").replace(" ' s", "'s")
    own = _ARTICLE.sub("", _ENDS.sub("", _INITIALS.sub(r"\1.", own)))
    parts = own.split(" ")
    while parts[-1] in _SMALL:
        parts.pop()
    shout = len(parts) > 1 and own.isupper()
    shown = " ".join(gazetteer.spoken(word) if shout else word for word in parts)
    return "" if _junk(shown) else shown


def _junk(text: str) -> bool:
    words = gazetteer.fold(text).split()
    if not words or len(text) > _LONGEST or len(words) > _MOST_WORDS or not any(letter.isupper() for letter in text):
        return True
    lower = [word.lower() for word in words]
    if " ".join(lower) in _JUNK or all(w in _JUNK or w.isdigit() for w in lower):
        return True
    return _all_titles(lower, text) or gazetteer.people(text) is not None


def _all_titles(words: list[str], text: str) -> bool:
    return all(word in _TITLES for word in words) and gazetteer.place(text) is None


@lru_cache(maxsize=_KEPT)
def untitled(text: str) -> str:
    """A person's name without 'Mr', 'President' or 'Lt. Col.' before it; a nation's adjective goes with a title."""
    words = text.split()
    at = 0
    while at < len(words) - 1 and (_title(words[at]) or _nation(words, at)):
        at += 1
    return " ".join(words[at:]) if at else _SCORE.sub("", text)


def _title(word: str) -> bool:
    return gazetteer.fold(word).lower().strip(",") in _TITLES


def _nation(words: list[str], at: int) -> bool:
    """'Russian' in 'Russian President Anna Berg'."""
    return at + 2 < len(words) and _title(words[at + 1]) and gazetteer.people(words[at]) is not None


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The parts of a person's name, folded and in lower case: 'Anna “Red” van der Berg Jr' is anna, van der berg.

    Letters that transliterations put for one another are one: Sergey is sergei.
    """
    own = [_ARABIC.sub("", word) for word in _HYPHEN.sub("-", _NICKNAME.sub(" ", text)).split()]
    lower = (gazetteer.fold(word).lower().strip(",") for word in own)
    kept = [_VOWEL.sub("i", word) for word in lower if word not in _SUFFIXES]
    parts: list[str] = []
    particle = False
    for word in kept:
        parts[-1:] = [f"{parts[-1]} {word}"] if particle else [*parts[-1:], word]
        particle = word in _PARTICLES
    return tuple(parts) or (gazetteer.fold(text).lower(),)


def initials(text: str) -> frozenset[str]:
    """The acronyms that the words of a name can make, with and without its small words; none of under two letters."""
    own = gazetteer.fold(text).split()
    large = [word for word in own if word.lower() not in _SMALL]
    made = ("".join(word[0] for word in some).upper() for some in (own, large))
    return frozenset(acronym for acronym in made if len(acronym) > 1)


@lru_cache(maxsize=_KEPT)
def known(text: str) -> tuple[str, str]:
    """The name and kind of what everybody knows ('Kremlin'), with '' for what is not known."""
    name = _ALSO.get(gazetteer.fold(text), "")
    return name, _KNOWN.get(gazetteer.fold(name or text), "organisation" if name else "")


@lru_cache(maxsize=_KEPT)
def ruled(text: str) -> str:
    """The kind that a name has whatever the model says: a known one, or by its last word; '' where nothing rules."""
    return known(text)[1] or _ending(text)


def _ending(text: str) -> str:
    """The kind that the last of several words tells: a place for 'Harbour Street'."""
    own = gazetteer.fold(text).lower().split()
    return _ENDINGS.get(own[-1], "") if len(own) > 1 else ""
