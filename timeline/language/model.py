"""A spaCy pipeline as this layer runs it: the same analysis as spaCy's own, in a third of its time or less.

Gains, measured by bench/reading.py: products of matrices by numpy's BLAS in place of blis (which may lack kernels for
the machine), vectors of words kept, entities without a state machine, and rules asked once a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from threading import Lock
from typing import Any, Final

import numpy as np
import threadpoolctl
from numpy.typing import NDArray
from thinc.api import NumpyOps

from timeline.language import embedding, entities, words
from timeline.language.analysed import Analysed, Entity
from timeline.language.words import ROLE

_CLOCK: Final = frozenset({"a.m.", "p.m."})
_OPENING: Final = frozenset(
    {"A", "An", "At", "But", "He", "Her", "His", "I", "In", "It", "She", "That", "The", "Their", "They", "This", "We"}
)
_PLACE: Final = ("IDX", "LENGTH", "HEAD", "SENT_START", "IS_SPACE")
_ALL: Final = 1_000_000
"""A batch is as large as the caller made it."""
Integers = NDArray[np.int64]


@cache
def load(name: str) -> "Model":
    """The installed pipeline of a name; OSError where there is none."""
    return Model(name)


class Model:
    """A loaded pipeline: its components, those of them left out whose work is done here."""

    def __init__(self, name: str) -> None:
        import spacy  # a second of start-up, for those who only read what is stored already

        self._nlp = spacy.load(name)
        self._alone = Lock()  # what is kept of words is written by one thread at a time
        self._words = words.Words(self._nlp)
        self._recogniser = entities.recogniser(self._nlp.get_pipe("ner")) if self._nlp.has_pipe("ner") else None
        own = {*words.rules(self._nlp), *(["ner"] if self._recogniser else [])}
        self._steps = [pipe for at, pipe in self._nlp.pipeline if at not in own]
        models = (getattr(pipe, "model", None) for _, pipe in self._nlp.pipeline)
        _hasten(model for model in models if hasattr(model, "walk"))

    def analyse(self, texts: Sequence[str]) -> list[Analysed]:
        """The analysis of each text of a batch."""
        with self._alone:
            return self._analysed([self._split(text) for text in texts])

    def _analysed(self, docs: Sequence[Any]) -> list[Analysed]:
        filled = [doc for doc in docs if len(doc)]
        for step in self._steps:
            filled = (
                list(step.pipe(filled, batch_size=_ALL)) if hasattr(step, "pipe") else [step(doc) for doc in filled]
            )
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
        table = np.concatenate([doc.to_array([*ROLE, *_PLACE]) for doc in docs])
        start, length, head, begins, blank = table[:, len(ROLE) :].astype(np.int64).T
        everything = zip(
            docs, self._words.read(docs, table[:, : len(ROLE)]), self._named(docs, begins, blank), strict=True
        )
        first = 0
        for doc, found, named in everything:
            own = slice(first, first + len(doc))
            first += len(doc)
            starts = start[own]
            opening = {0, *np.flatnonzero(begins[own] == 1).tolist()}
            yield Analysed(
                tuple(found),
                tuple(starts.tolist()),
                tuple((starts + length[own]).tolist()),
                tuple((head[own] + np.arange(len(doc))).tolist()),
                tuple(sorted(opening)),
                tuple(named),
            )

    def _named(self, docs: Sequence[Any], begins: Integers, blank: Integers) -> list[list[Entity]]:
        if self._recogniser:
            return self._recogniser.find(docs, begins == 1, blank == 1)
        return [[Entity(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in docs]


def _hasten(models: Iterable[Any]) -> None:
    """Products of matrices by numpy, on one thread: two that wait for each other are slower than one where anybody else
    uses the machine, and processes are what this service is multiplied by."""
    threadpoolctl.threadpool_limits(1, "blas")
    ops = NumpyOps(use_blis=False)
    for model in models:
        embedding.remember(model)
        for node in model.walk():
            node.ops = ops
