"""Vectors of words that were seen before: the first layers of a tok2vec model look at one word at a time, and texts
have far fewer words than tokens."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from timeline.language import hashes

MOST: Final = 50_000
"""Words whose vectors are kept, 19 MB of them; then it begins anew."""


def remember(model: Any) -> None:
    """Make every tok2vec inside a model keep its words' vectors, where it looks at features of words only."""
    for node in model.walk():
        embed = node.get_ref("embed") if "embed" in node.ref_names else None
        if embed is not None and embed.layers[0].name == "extract_features" and node.layers[0] is embed:
            node.layers[0] = Model("remembered", _Remembered(embed))


class _Remembered:
    """Stands for an embedding: its first layer takes the features of the words, the others make vectors of them."""

    def __init__(self, embed: Any) -> None:
        self._extract, *self._layers = embed.layers
        self._vectors = np.empty((MOST, embed.get_dim("nO")), dtype=np.float32)
        self._rows: dict[int, int] = {}

    def __call__(self, _model: Any, docs: Any, is_train: bool) -> tuple[list[NDArray[np.float32]], Any]:
        features, _ = self._extract(docs, is_train)
        if not features:
            return [], None
        found = self._of(np.concatenate(features))
        return np.split(found, np.cumsum([len(one) for one in features])[:-1]), None

    def _of(self, words: NDArray[np.uint64]) -> NDArray[np.float32]:
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
