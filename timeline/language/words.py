"""Lemma and part of speech of words, asked of spaCy's rulers and lemmatiser once for each word in each role.

Both are rules over single words, tens of them, tried in Python at every token: as slow together as the parser.
"""

from collections.abc import Sequence
from typing import Any, Final

from timeline.language import hashes, ruling
from timeline.language.analysed import Word
from timeline.language.ruling import Roles

_RULER, _LEMMATISER = "attribute_ruler", "lemmatizer"
MOST: Final = 200_000
"""Words in roles that are kept; then it begins anew."""


def rules(nlp: Any) -> list[str]:
    """The names of the components of a pipeline that are such rules."""
    return [*_named(nlp, _RULER), *_named(nlp, _LEMMATISER)]


def _named(nlp: Any, factory: str) -> list[str]:
    return [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory == factory]


class Words:
    """What the rules of a pipeline say of words. It is exact: texts with pairs of words are put to the rules whole."""

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._rulers = ruling.Rulers(nlp.vocab, [nlp.get_pipe(name) for name in _named(nlp, _RULER)])
        self._lemmatisers = [nlp.get_pipe(name) for name in _named(nlp, _LEMMATISER)]
        for lemmatiser in self._lemmatisers:
            _index(lemmatiser)
        self._known: dict[int, Word] = {}

    def read(self, docs: Sequence[Any], roles: Roles) -> list[list[Word]]:
        """The words of each document; roles are the attributes ROLE of the tokens of all documents."""
        keys = hashes.of_rows(roles)
        self._learn(keys, roles)
        found, first = [], 0
        for doc in docs:
            words = [self._known[key] for key in keys[first : first + len(doc)]]
            first += len(doc)
            paired = any(word.paired for word in words) and self._rulers.pairs(doc)
            found.append(self._read(self._rulers.rule(doc), [False] * len(doc)) if paired else words)
        return found

    def _learn(self, keys: list[int], roles: Roles) -> None:
        if len(self._known) > MOST:
            self._known.clear()
        new = {key: i for i, key in enumerate(keys) if key not in self._known}
        if new:
            ruled, paired = self._rulers.of(roles[list(new.values())])
            self._known.update(zip(new, self._read(ruling.text(self._vocab, ruled), paired), strict=True))

    def _read(self, ruled: Any, paired: Sequence[bool]) -> list[Word]:
        """The words of a text with what the rulers say of it."""
        for lemmatiser in self._lemmatisers:
            ruled = lemmatiser(ruled)
        return [Word(t.lemma_.lower(), t.pos_, t.tag_, t.dep_, pair) for t, pair in zip(ruled, paired, strict=True)]


def _index(lemmatiser: Any) -> None:
    """Let a lemmatiser look its words up in sets: spaCy keeps lists of thousands, and asks them only for what they
    contain."""
    lookups = lemmatiser.lookups
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for kind, known in list(table.items()):
            table[kind] = frozenset(known)
