"""A spaCy pipeline as this layer runs it: the same analysis as spaCy's own, in a fifth of its time.

Gains, measured by bench/reading.py: products of matrices by numpy's BLAS in place of blis (which may lack kernels for
the machine), vectors of words kept, all states of the parser scored at once, entities without a state machine and only
where a capital is near, and rules asked once a word.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.language import entities, steps, words
from timeline.language.analysed import Analysed, Entity
from timeline.language.ruling import ROLE

_CLOCK: Final = frozenset({"a.m.", "p.m."})
_OPENING: Final = frozenset(
    {"A", "An", "At", "But", "He", "Her", "His", "I", "In", "It", "She", "That", "The", "Their", "They", "This", "We"}
)
_PLACE: Final = ("IDX", "LENGTH", "HEAD", "SENT_START")
_ASKED: Final = (*ROLE, *_PLACE, *(name for name in entities.ASKED if name not in {*ROLE, *_PLACE}))


@cache
def load(name: str) -> "Model":
    """The installed pipeline of a name; OSError where there is none.

    It stays to the end, and with it all that is loaded by now: Python's collector, which would look at all of it again
    and again while articles are read (a tenth of their time), leaves it alone from here on.
    """
    model = Model(name)
    gc.collect()
    gc.freeze()
    return model


class Model:
    """A loaded pipeline: its components, those of them left out whose work is done here."""

    def __init__(self, name: str) -> None:
        import spacy  # a second of start-up, for those who only read what is stored already

        self._nlp = spacy.load(name)
        self._alone = Lock()  # what is kept of words is written by one thread at a time
        self._words = words.Words(self._nlp)
        self._recogniser = entities.recogniser(self._nlp.get_pipe("ner")) if self._nlp.has_pipe("ner") else None
        own = {*words.rules(self._nlp), *(["ner"] if self._recogniser else [])}
        self._steps = [steps.step(pipe) for at, pipe in self._nlp.pipeline if at not in own]
        steps.hasten(self._nlp)

    def analyse(self, texts: Sequence[str]) -> list[Analysed]:
        """The analysis of each text of a batch."""
        with self._alone:
            return self._analysed([self._split(text) for text in texts])

    def _analysed(self, docs: Sequence[Any]) -> list[Analysed]:
        filled: Sequence[Any] = [doc for doc in docs if len(doc)]
        for step in self._steps if filled else ():
            filled = step(filled)
        found = iter(self._read(filled) if filled else ())
        return [next(found) if len(doc) else Analysed() for doc in docs]

    def _split(self, text: str) -> Any:
        """The tokens of a text. A sentence begins after 'at 5 p.m.' where an opening word follows: the parser gives
        that full stop to the clock."""
        doc = self._nlp.make_doc(text)
        if ".m." in text.lower():
            for before, token in pairwise(doc):
                if before.lower_ in _CLOCK and token.text in _OPENING:
                    token.is_sent_start = True
        return doc

    def _read(self, docs: Sequence[Any]) -> Iterator[Analysed]:
        table = np.concatenate([doc.to_array(_ASKED) for doc in docs])
        of = dict(zip(_ASKED, table.T, strict=True))
        start, length, head = (of[name].astype(np.int64) for name in ("IDX", "LENGTH", "HEAD"))
        begins = of["SENT_START"] == 1
        everything = zip(docs, self._words.read(docs, table[:, : len(ROLE)]), self._named(docs, of), strict=True)
        first = 0
        for doc, found, named in everything:
            own = slice(first, first + len(doc))
            first += len(doc)
            starts = start[own]
            opening = {0, *np.flatnonzero(begins[own]).tolist()}
            yield Analysed(
                tuple(found),
                tuple(starts.tolist()),
                tuple((starts + length[own]).tolist()),
                tuple((head[own] + np.arange(len(doc))).tolist()),
                tuple(sorted(opening)),
                tuple(named),
            )

    def _named(self, docs: Sequence[Any], of: Mapping[str, NDArray[np.uint64]]) -> list[list[Entity]]:
        """The entities of some documents; of has the attributes of all their tokens, by name."""
        if self._recogniser:
            return self._recogniser.find(docs, of)
        return [[Entity(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in docs]
