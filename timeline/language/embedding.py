"""Vectors of words that were seen before: the first layers of a tok2vec model look at one word at a time, and texts
have far fewer words than tokens."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.language import hashes

MOST: Final = 50_000
"""Words whose vectors are kept, 19 MB of them; then it begins anew."""


class Embedding:
    """An embedding of spaCy's: its first layer takes the features of the words, the others make vectors of them."""

    def __init__(self, embed: Any) -> None:
        self._extract, *self._layers = embed.layers
        self._vectors = np.empty((MOST, embed.get_dim("nO")), dtype=np.float32)
        self._rows: dict[int, int] = {}

    def of(self, docs: Sequence[Any]) -> NDArray[np.float32]:
        """The vectors of the tokens of all documents, each token by itself."""
        words: NDArray[np.uint64] = np.concatenate(self._extract.predict(docs))
        keys = hashes.of_rows(words)
        first = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if first and not self._keep(first, words):
            return self._made(words)
        rows = self._rows
        return self._vectors[[rows[key] for key in keys]]

    def _keep(self, new: dict[int, int], words: NDArray[np.uint64]) -> bool:
        """Whether there was room for the new words, after the old ones were forgotten."""
        used = len(self._rows)
        if used + len(new) > MOST:
            self._rows.clear()
            return False
        self._vectors[used : used + len(new)] = self._made(words[list(new.values())])
        self._rows.update(zip(new, range(used, used + len(new)), strict=True))
        return True

    def _made(self, words: NDArray[np.uint64]) -> NDArray[np.float32]:
        found: Any = [words]
        for layer in self._layers:
            found = layer.predict(found)
        vectors: NDArray[np.float32] = found[0]
        return vectors
