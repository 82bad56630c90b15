"""Words as codes: one character for each set of classes that words have in common, so that patterns run over codes.

A word that no rule asks for is OTHER; a paragraph's end is BREAK; white space is a space.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from timeline.resolve import lexicon
from timeline.resolve.pattern import DIGITS, Node, names

OTHER: Final = "x"
BREAK: Final = "¶"
_FIRST: Final = 0x100
_KEPT_WORDS: Final = 200_000
"""How many different words are remembered before the memory is emptied."""
_SIGNS: Final = {"’": "'", "‘": "'", "`": "'", "–": "-", "‐": "-", "‑": "-"}

Classes = frozenset[str]


class Codes(dict[str, str]):
    """The code of every word met so far."""

    def __init__(self, vocabulary: "Vocabulary") -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT_WORDS:
            self.clear()
        code = self[word] = self._vocabulary.code(word)
        return code


@dataclass(slots=True)
class Vocabulary:
    """The classes that some patterns ask for, and the codes of the sets of them."""

    asked: frozenset[str]
    sets: dict[Classes, str] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    cased: dict[str, set[str]] = field(default_factory=dict)

    def code(self, word: str) -> str:
        """The code of a word or sign as it stands in a text."""
        if word.isspace():
            return BREAK if word.count("\n") > 1 else " "
        found = self.classes(word)
        return self.sets[found] if found else OTHER

    def classes(self, word: str) -> Classes:
        """The classes of a word as it stands in a text."""
        if word.isdigit():
            return _digits(word, self.asked) if word.isascii() else frozenset()
        lower = _SIGNS.get(word, word.lower())
        own = self.words.get(lower, set())
        return frozenset(own | self.cased.get(lower, set()) if word[0].isupper() else own)

    def chars(self, name: str) -> str:
        """A regular expression for the codes of a class."""
        if name == "' '":
            return " "
        found = "".join(code for classes, code in self.sets.items() if name in classes)
        return f"[{found}]" if found else "(?!)"


def _digits(word: str, asked: Iterable[str]) -> Classes:
    shape = {name for name, fits in DIGITS.items() if fits(word)}
    return frozenset(shape | ({f"'{word}'"} & set(asked)))


def build(nodes: Iterable[Node]) -> Vocabulary:
    """The vocabulary of some patterns, with a code for every set of classes that can occur."""
    asked = frozenset(name for node in nodes for name in names(node))
    vocabulary = Vocabulary(asked)
    for name in asked:
        if name in DIGITS:
            continue
        if name in lexicon.categories():
            values, cased = lexicon.categories()[name]
            for word in values:
                (vocabulary.cased if word in cased else vocabulary.words).setdefault(word, set()).add(name)
        elif not name[1:-1].isdigit():
            vocabulary.words.setdefault(name[1:-1], set()).add(name)
    samples = [*vocabulary.words, *(word.title() for word in (*vocabulary.words, *vocabulary.cased)), *_numerals(asked)]
    for classes in sorted({vocabulary.classes(word) for word in samples if not word.isspace()}, key=sorted):
        vocabulary.sets[classes] = chr(_FIRST + len(vocabulary.sets))
    return vocabulary


def _numerals(asked: frozenset[str]) -> list[str]:
    literal = [name[1:-1] for name in asked if re.fullmatch(r"'\d+'", name)]
    long = ["00000", "0000000", "10000000", "19991231", "99999999", "0" * 9]
    return [*literal, *long, *(f"{n:0{width}}" for width in (1, 2, 3, 4) for n in range(10**width))]
