"""What was edited in a text, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from timeline.core.revision import Edit, Passage
from timeline.core.signs import plain

_SENTENCE: Final = re.compile(r"[^\s][^\n]*?(?:[.!?…][\"'”’)\]]*(?=\s)|(?=\n)|\Z)")
"""Roughly: an abbreviation may end one, which only makes an edit smaller."""


def between(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that made the one text of the other, in order; what is only moved is taken out and put in."""
    old, new = list(_sentences(before)), list(_sentences(after))
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new])
    edited = [codes for tag, *codes in matcher.get_opcodes() if tag != "equal"]
    return tuple(_edit(_joined(before, old, i, k), _joined(after, new, j, m)) for i, k, j, m in edited)


def _sentences(text: str) -> Iterator[Passage]:
    return (Passage(found.start(), found.end(), found[0]) for found in _SENTENCE.finditer(text))


def _joined(text: str, sentences: Sequence[Passage], first: int, end: int) -> Passage:
    """Sentences in a row as one passage; where there are none, the place in the text where they would stand."""
    if first == end:
        at = sentences[first].start if first < len(sentences) else len(text)
        return Passage(at, at, "")
    start, stop = sentences[first].start, sentences[end - 1].end
    return Passage(start, stop, text[start:stop])


def _edit(before: Passage, after: Passage) -> Edit:
    return Edit(before, after, plain(before.text) == plain(after.text))
