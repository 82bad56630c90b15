"""What the components of a spaCy pipeline do to a batch of documents: in our way where they are of a kind we know."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
import threadpoolctl
from thinc.api import NumpyOps

from timeline.language import parsing
from timeline.language.vectors import Vectors, vectors

_ALL: Final = 1_000_000
"""A batch is as large as the caller made it."""

Step = Callable[[Sequence[Any]], Sequence[Any]]


def step(pipe: Any) -> Step:
    """What a component does to some documents that have words."""
    parser = parsing.parser(pipe)
    if parser is not None:
        return parser.parse
    words = vectors(getattr(pipe, "model", None))
    if words is not None:
        return partial(_kept, words)
    if hasattr(pipe, "pipe"):
        return lambda docs: list(pipe.pipe(docs, batch_size=_ALL))
    return lambda docs: [pipe(doc) for doc in docs]


def _kept(words: Vectors, docs: Sequence[Any]) -> Sequence[Any]:
    """The documents with the vectors of their words, where the components after this one look for them."""
    found = np.split(words.of(docs), np.cumsum([len(doc) for doc in docs])[:-1])
    for doc, own in zip(docs, found, strict=True):
        doc.tensor = own
    return docs


def hasten(nlp: Any) -> None:
    """Products of matrices by numpy, on one thread: two that wait for each other are slower than one where anybody else
    uses the machine, and processes are what this service is multiplied by."""
    threadpoolctl.threadpool_limits(1, "blas")
    ops = NumpyOps(use_blis=False)
    models: list[Any] = [pipe.model for _, pipe in nlp.pipeline if hasattr(pipe, "model")]
    for model in models:
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = ops
