"""Lines that were broken to fit a width, put together again: a paragraph is a line."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_SHORT: Final = 0.75
"""A line that ends a sentence and is shorter than this share of the longest one ends a paragraph."""

_NARROW: Final = 40
"""No text is wrapped at less; a list or a poem may be as short."""

_WIDEST: Final = 120
"""Lines longer than this were not wrapped."""

_ENDING: Final = re.compile(r"[.!?:…][\"'”’)\]]*$")
_HYPHEN: Final = re.compile(r"(?<=[a-zà-öø-ÿ])-$")
_BEGUN: Final = re.compile(r"[-*•>–]|\d{1,2}[.)] ")


def unwrapped(text: str) -> str:
    """The text with a line for each paragraph, where its lines were broken to fit; others are left as they are."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    widest = max(map(len, lines), default=0)
    if not _NARROW <= widest <= _WIDEST:
        return text
    out: list[list[str]] = []
    open_line = False
    for line in lines:
        if open_line and line and not _BEGUN.match(line):
            out[-1].append(line.strip())
        else:
            out.append([line])
        open_line = bool(line) and not (_ENDING.search(line) and len(line) < _SHORT * widest)
    return "\n".join("".join(_joined(paragraph)) for paragraph in out)


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines as one; a hyphen at the end of one is of a word that is broken where the next goes on in lower case."""
    for line, after in pairwise(lines):
        broken = _HYPHEN.search(line) and after[:1].islower()
        yield line[:-1] if broken else f"{line} "
    yield lines[-1]
