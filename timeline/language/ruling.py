"""Parts of speech and forms of words, asked of spaCy's rulers once for all words that they cannot tell apart.

A ruler names some hundred words; of all others it sees tag and relation only, and tries each of its patterns on each.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.matcher import Matcher
from spacy.tokens import Doc

from timeline.language import hashes

ROLE: Final = ("ORTH", "TAG", "POS", "MORPH", "DEP", "LEMMA")
"""What rules look at, as attributes of spaCy's tokens."""
_ANY: Final = "x"
"""Stands for all words that no pattern names."""
_SEEN: Final = frozenset({*ROLE[1:], "LOWER", "IS_SPACE"})
"""What a pattern may ask without telling words apart that no pattern names, blanks not among them."""

Roles = NDArray[np.uint64]


class Rulers:
    """The rulers of a pipeline, with what they said before."""

    def __init__(self, vocab: Any, rulers: Sequence[Any]) -> None:
        self._vocab = vocab
        self._rulers = rulers
        shapes = [shape for ruler in rulers for pattern in ruler.patterns for shape in pattern["patterns"]]
        pairs = [shape for shape in shapes if len(shape) > 1]
        self.pairs = _matcher(vocab, pairs)
        """Finds words of which a ruler may say more together than of each."""
        self._beginnings = _matcher(vocab, [shape[:1] for shape in pairs])
        self._names = _Names(token for shape in shapes for token in shape)
        self._known: dict[int, tuple[Roles, bool]] = {}

    def of(self, roles: Roles) -> tuple[Roles, list[bool]]:
        """Words in their roles as the rulers have them, and of each whether a pair may begin with it."""
        forms = roles.copy()
        strings, anything = self._vocab.strings, self._vocab.strings.add(_ANY)
        forms[:, 0] = [orth if self._names.name(strings[orth]) else anything for orth in roles[:, 0].tolist()]
        keys = hashes.of_rows(forms)
        new = {key: i for i, key in enumerate(keys) if key not in self._known}
        if new:
            self._known.update(zip(new, self._asked(forms[list(new.values())]), strict=True))
        ruled = np.stack([self._known[key][0] for key in keys])
        ruled[:, 0] = roles[:, 0]
        return ruled, [self._known[key][1] for key in keys]

    def rule(self, doc: Any) -> Any:
        """A text with what the rulers say of it."""
        for ruler in self._rulers:
            doc = ruler(doc)
        return doc

    def _asked(self, roles: Roles) -> list[tuple[Roles, bool]]:
        """A text of such words alone is put to the rulers; two, where neighbours are a pair."""
        doc = text(self._vocab, roles)
        if len(doc) > 1 and self.pairs(doc):
            half = len(doc) // 2
            return self._asked(roles[:half]) + self._asked(roles[half:])
        begin = {start for _, start, _ in self._beginnings(doc)}
        return [(row, i in begin) for i, row in enumerate(self.rule(doc).to_array(ROLE))]


class _Names:
    """The spellings that the patterns of a ruler ask for; all, where a pattern asks for what cannot be listed."""

    def __init__(self, tokens: Iterable[Mapping[str, Any]]) -> None:
        self._listed: set[str] = set()
        self._shapes: list[re.Pattern[str]] = []
        for token in tokens:
            asked = token.get("LOWER", ())
            if not token.keys() <= _SEEN or (isinstance(asked, Mapping) and not asked.keys() <= {"IN", "REGEX"}):
                self._shapes.append(re.compile(""))
            elif isinstance(asked, Mapping):
                self._listed.update(asked.get("IN", ()))
                self._shapes += [re.compile(shape) for shape in [asked.get("REGEX")] if shape]
            else:
                self._listed.update([asked] if asked else ())

    def name(self, word: str) -> bool:
        """Whether a pattern may tell this word from others in its role."""
        lower = word.lower()
        return lower in self._listed or not lower.strip() or any(shape.search(lower) for shape in self._shapes)


def text(vocab: Any, roles: Roles) -> Any:
    """A text of some words in their roles."""
    spelled = [vocab.strings[orth] for orth in roles[:, 0].tolist()]
    attributes: Any = roles[:, 1:]
    return Doc(vocab, words=spelled).from_array(list(ROLE[1:]), attributes)


def _matcher(vocab: Any, shapes: Sequence[Any]) -> Callable[[Any], Sequence[tuple[int, int, int]]]:
    """Finds the words of such shapes in a text, as number, first and end."""
    if not shapes:
        return lambda _: ()
    matcher: Any = Matcher(vocab)
    matcher.add("shapes", list(shapes))
    return lambda doc: list(matcher(doc))
