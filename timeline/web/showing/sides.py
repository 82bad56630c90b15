"""Two revisions of a text side by side: what stayed, and what was put in the place of what, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from timeline.core.revision import Comparison, Edit

_WORDS: Final = re.compile(r"\s+|\S+")
_SHOWN: Final = 160
"""Characters of what stayed that are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Running words, or words that the other side does not have."""

    text: str
    only: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other; the same on both sides where nothing changed.

    typographic is whether only signs and blanks differ.
    """

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    changed: bool = True
    typographic: bool = False


def rows(found: Comparison) -> tuple[Row, ...]:
    """The two texts in rows; of long stretches that stayed only their ends are left."""
    return tuple(_rows(found.after.text, found.edits))


def _rows(text: str, edits: tuple[Edit, ...]) -> Iterator[Row]:
    at = 0
    for edit in edits:
        yield from _same(text[at : edit.after.start], first=at == 0)
        yield Row(*_compared(edit.before.text, edit.after.text), typographic=edit.typographic)
        at = edit.after.end
    yield from _same(text[at:], first=at == 0, last=True)


def _same(text: str, *, first: bool = False, last: bool = False) -> Iterator[Row]:
    words = " ".join(text.split())
    if not words:
        return
    if len(words) > 2 * _SHOWN:
        begin = "" if first else words[:_SHOWN].rpartition(" ")[0] + " "
        end = "" if last else " " + words[-_SHOWN:].partition(" ")[2]
        words = f"{begin}…{end}"
    yield Row((Piece(words),), (Piece(words),), changed=False)


def _compared(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    codes = matcher.get_opcodes()
    left = (Piece("".join(old[i:k]), tag != "equal") for tag, i, k, _, _ in codes if i < k)
    right = (Piece("".join(new[j:m]), tag != "equal") for tag, _, _, j, m in codes if j < m)
    return tuple(left), tuple(right)
