"""Headlines in Capitals, and IN CAPITALS, as the sentences that they are: a parser that learned from running text takes
every capitalised verb for a name. Only the case changes, so that positions stay."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_INSIDE: Final = re.compile(r"(?<=[\w,;] )[^\W\d_]+")
"""Words after another one: not those at the beginning of a sentence or a quotation."""
_JOINED: Final = re.compile(r"[-‐–] ?$")
_LONGEST: Final = 200
"""Characters of a headline: longer lines are not looked at."""
_FEWEST: Final = 4
"""Fewer longer words are a name, or a name and a word."""
_SHARE: Final = 0.9
"""Of the longer words of a headline begin with a capital: 'Nearly all', as a name may be written small (bin Laden)."""


def plain(lines: Sequence[str]) -> list[str]:
    """The lines of an article, its headlines written as sentences, with the capitals that its other lines prove.

    A line keeps its length. Nothing changes where no line is running text: capitals are all there is to know names by.
    """
    titled = [_titled(line) for line in lines]
    forms = _forms(line for line, title in zip(lines, titled, strict=True) if not title) if any(titled) else {}
    return [_written(line, forms) if title and forms else line for line, title in zip(lines, titled, strict=True)]


def _titled(line: str) -> bool:
    """Whether nearly all longer words of a line begin with capitals; what is joined by a hyphen may be small."""
    if len(line) > _LONGEST or line.endswith("."):
        return False
    small = _words("small")
    longer = [
        m[0][0].isupper()
        for m in _WORD.finditer(line)
        if len(m[0]) > 1 and m[0].lower() not in small and not _JOINED.search(line, max(m.start() - 2, 0), m.start())
    ]
    return len(longer) >= _FEWEST and sum(longer) >= _SHARE * len(longer)


def _forms(lines: Iterable[str]) -> dict[str, str]:
    """The words that running text writes with a capital more often than without, as it writes them most often."""
    seen: dict[str, Counter[str]] = {}
    for line in lines:
        for word in _INSIDE.findall(line):
            seen.setdefault(word.lower(), Counter())[word] += 1
    return {
        small: max(forms, key=lambda form: (form != small, forms[form], form))
        for small, forms in seen.items()
        if 2 * forms[small] < forms.total()
    }


def _written(line: str, forms: Mapping[str, str]) -> str:
    """A headline as a sentence: small but for its first word, known names, and words like McKay and UN."""
    shouted = line.isupper()
    first = _WORD.search(line)
    written = _WORD.sub(lambda m: _form(m[0], forms, shouted=shouted), line)
    at = first.start() if first else 0
    return written[:at] + line[at : at + 1] + written[at + 1 :]


def _form(word: str, forms: Mapping[str, str], *, shouted: bool) -> str:
    small = word.lower()
    if small in _words("always"):
        form = small.capitalize()
    elif word[1:] != small[1:] and not shouted:
        form = word
    else:
        form = forms.get(small, small)
    return form if len(form) == len(word) else word


@cache
def _words(kind: str) -> frozenset[str]:
    found: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("casing.toml").read_text("utf-8"))
    return frozenset(found[kind])
