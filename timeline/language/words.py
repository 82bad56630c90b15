"""Lemma and part of speech of words, asked of spaCy's ruler and lemmatiser once for each word in each role.

Both are rules over single words, tens of them, tried in Python at every token: as slow together as the parser.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.matcher import Matcher
from spacy.tokens import Doc

from timeline.language import hashes
from timeline.language.analysed import Word

ROLE: Final = ("ORTH", "TAG", "POS", "MORPH", "DEP", "LEMMA")
"""What the rules look at, as attributes of spaCy's tokens."""
_RULES: Final = ("attribute_ruler", "lemmatizer")
MOST: Final = 200_000
"""Words in roles that are kept; then it begins anew."""


def rules(nlp: Any) -> list[str]:
    """The names of the components of a pipeline that are such rules."""
    return [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory in _RULES]


class Words:
    """What the rules of a pipeline say of words. It is exact: texts with pairs of words are put to the rules whole."""

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._rules = [nlp.get_pipe(name) for name in rules(nlp)]
        for rule in self._rules:
            _index(rule)
        self._known: dict[int, Word] = {}
        pairs = [shape for rule in self._rules for shape in _shapes(rule) if len(shape) > 1]
        self._pairs = _matcher(nlp.vocab, pairs)
        self._beginnings = _matcher(nlp.vocab, [shape[:1] for shape in pairs])

    def read(self, docs: Sequence[Any], roles: NDArray[np.uint64]) -> list[list[Word]]:
        """The words of each document; roles are the attributes ROLE of the tokens of all documents."""
        keys = hashes.of_rows(roles)
        self._learn(keys, roles)
        found, first = [], 0
        for doc in docs:
            words = [self._known[key] for key in keys[first : first + len(doc)]]
            first += len(doc)
            paired = any(word.paired for word in words) and self._pairs(doc)
            found.append(self._ruled(doc) if paired else words)
        return found

    def _learn(self, keys: list[int], roles: NDArray[np.uint64]) -> None:
        if len(self._known) > MOST:
            self._known.clear()
        new = {key: i for i, key in enumerate(keys) if key not in self._known}
        if new:
            self._known.update(zip(new, self._asked(roles[list(new.values())]), strict=True))

    def _asked(self, roles: NDArray[np.uint64]) -> list[Word]:
        """The words in some roles: a text of them alone is put to the rules; two, where neighbours are a pair."""
        spelled = [self._vocab.strings[int(orth)] for orth in roles[:, 0]]
        attributes: Any = roles[:, 1:]
        doc = Doc(self._vocab, words=spelled).from_array(list(ROLE[1:]), attributes)
        if len(doc) > 1 and self._pairs(doc):
            half = len(doc) // 2
            return self._asked(roles[:half]) + self._asked(roles[half:])
        return self._ruled(doc)

    def _ruled(self, doc: Any) -> list[Word]:
        begin = {start for _, start, _ in self._beginnings(doc)}
        for rule in self._rules:
            doc = rule(doc)
        return [Word(t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.i in begin) for t in doc]


def _index(rule: Any) -> None:
    """Let a lemmatiser look its words up in sets: spaCy keeps lists of thousands, and asks them only for what they
    contain."""
    lookups = getattr(rule, "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for kind, known in list(table.items()):
            table[kind] = frozenset(known)


def _shapes(rule: Any) -> Iterable[list[dict[str, Any]]]:
    return (shape for pattern in getattr(rule, "patterns", ()) for shape in pattern["patterns"])


def _matcher(vocab: Any, shapes: Sequence[Any]) -> Any:
    matcher = Matcher(vocab)
    if shapes:
        matcher.add("shapes", list(shapes))
    return matcher
