"""Shapes of dates, as words/*.toml have them, compiled into one expression that is tried where a word begins.

A shape is a regular expression with <DAY>, <MONTH>, … for words and «…» around what is the expression, if that is not
all of it. A space is any white space short of a paragraph's end. All that repeats is bounded, so a search is linear.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from timeline.resolve.languages.tables import table
from timeline.resolve.languages.vocabulary import vocabulary

_SPACE: Final = r"(?:(?:[^\S\n]\n?|\n)[^\S\n]?)"
_DIGITS: Final = {
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)", "MM": r"(?:1[0-2]|0?[1-9])(?!\d)", "YEAR": r"(?:1[5-9]|20)\d\d(?!\d)",
    "RECENT": r"(?:19|20)\d\d(?!\d)",
}  # fmt: skip
_LEFT: Final = r"(?<![\w@#])(?<!\d[.,:/–])(?<!-\b)"
_RIGHT: Final = r"(?!\w)(?![.,:/]\d)(?!-\w)"
_ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of expression, or, with a reason, words that are none although they look like it."""

    kind: str
    pattern: re.Pattern[str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Everything that is tried in a language: the group of master that matched is the index of the shape."""

    master: re.Pattern[str]
    shapes: tuple[Shape, ...]


@cache
def shapes(language: str) -> Shapes:
    """The shapes of a language: rejections first, then in the order of the file, then those of any language."""
    own, common = table(language), table(_ANY)
    left, right = own.get("left", _LEFT), own.get("right", _RIGHT)
    pieces = _pieces(vocabulary(language).classes(), own.get("pieces", {}))
    rows = list(_rows(own, common, own.get("numeric", "day_first")))
    texts = [f"(?:{_expanded(text, pieces)}){right}" for _, _, text in rows]
    found = tuple(
        Shape(kind, re.compile(_named(text), re.IGNORECASE), reason)
        for (kind, reason, _), text in zip(rows, texts, strict=True)
    )
    every = "|".join(f"{_unnamed(text)}()" for text in texts)
    """The empty group tells which one matched; around it, a group would hide with which letter it can begin."""
    return Shapes(re.compile(rf"(?=\w){left}(?:{every})", re.IGNORECASE), found)


def _rows(own: dict[str, Any], common: dict[str, Any], numeric: str) -> Iterable[tuple[str, str, str]]:
    """(kind, reason, text) of every shape."""
    never = {**common["never"], **own.get("never", {})}
    yield from (("never", reason, text) for reason, texts in never.items() for text in texts)
    yield from ((kind, "", text) for kind, texts in own["shapes"].items() for text in texts)
    yield from (("numeric", "", text) for text in [*common["iso"], *common[numeric]])
    yield from (("never", reason, text) for reason, texts in common["bare"].items() for text in texts)


def _pieces(classes: dict[str, frozenset[str]], own: dict[str, str]) -> dict[str, str]:
    words = {name: _alternatives(found) for name, found in classes.items()}
    words["NUMBER"] = r"\d{1,3}(?!\d)" + (f"|{words['NUM']}" if classes["NUM"] else "")
    return {**words, **_DIGITS, **own}


def _alternatives(words: Iterable[str]) -> str:
    """The longest first, so that none hides another."""
    found = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return found.replace("\\ ", " ").replace("'", "['’\u02bc]")


def _expanded(text: str, pieces: dict[str, str]) -> str:
    def piece(match: re.Match[str]) -> str:
        name = match[1]
        return pieces[name] if name.islower() else f"(?P<{name.lower()}>{pieces[name]})"

    text = text.replace("«", "(?P<words>").replace("»", ")")
    return re.sub(r"(?<!\?P)<([A-Z]+|[a-z]+)>", piece, text).replace(" ", _SPACE)


def _named(text: str) -> str:
    """Of a group that is named twice, the later names give way: 'del 5 al 8 de marzo'."""
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        known = match[1] in seen
        seen.add(match[1])
        return "(?:" if known else match[0]

    return re.sub(r"\(\?P<(\w+)>", once, text)


def _unnamed(text: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", text)
