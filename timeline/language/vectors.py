"""Vectors of words in their context, by the weights of spaCy's tok2vec: what the tagger, the parser and the recogniser
of entities look at."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.language.embedding import Embedding

Floats = NDArray[np.float32]
_LAYER: Final = ["expand_window", "maxout", "layernorm", "dropout"]
_TINY: Final = 1e-8
"""What spaCy adds to a variance, so that it is never 0."""


def vectors(model: Any) -> "Vectors | None":
    """The vectors of a tok2vec model of spaCy's, or None where it is of another kind."""
    if not {"embed", "encode"} <= set(getattr(model, "ref_names", ())):
        return None
    embed, encode = model.get_ref("embed"), model.get_ref("encode")
    leaves = [node for node in encode.walk(order="dfs_pre") if not node.layers]
    depth = len(leaves) // len(_LAYER)
    windows = [node.attrs["window_size"] for node in leaves if node.name == "expand_window"]
    fits = [n.name for n in embed.layers[:1]] == ["extract_features"] and [n.name for n in leaves] == _LAYER * depth
    if not fits or windows != [1] * depth or encode.attrs.get("pad") != depth:
        return None
    return Vectors(embed, [_Layer(*leaves[i + 1 : i + 3]) for i in range(0, len(leaves), len(_LAYER))])


class Vectors:
    """The weights: each word by itself, then layers of which each looks one word farther to both sides."""

    def __init__(self, embed: Any, layers: Sequence["_Layer"]) -> None:
        self._words = Embedding(embed)
        self._layers = layers

    def of(self, docs: Sequence[Any], wanted: NDArray[np.bool_] | None = None) -> Floats:
        """The vectors of the tokens of all documents; where it is said which are wanted, those only, in their order."""
        reach = len(self._layers)
        words = self._words.of(docs)
        owners = np.repeat(np.arange(1, len(docs) + 1), [len(doc) for doc in docs])
        at = np.arange(len(words)) + reach * owners
        rows = np.zeros((len(words) + reach * (len(docs) + 1), words.shape[1]), dtype=np.float32)
        rows[at] = words
        if wanted is not None:
            at = at[wanted]
            near = _near(at, len(rows), reach)
            rows, at = rows[near], (np.cumsum(near) - 1)[at]
        for layer in self._layers:
            rows = layer.seen(rows)
        found: Floats = rows[at]
        return found


def _near(at: NDArray[np.int64], length: int, reach: int) -> NDArray[np.bool_]:
    """Which of some rows are at most so far from one of those that are named."""
    near = np.zeros(length, dtype=np.bool_)
    near[at[:, np.newaxis] + np.arange(-reach, reach + 1)] = True
    return near


class _Layer:
    """One layer: of each row and its neighbours the largest of several pieces, put to one scale, added to the row."""

    def __init__(self, maxout: Any, scale: Any) -> None:
        self._weights: Floats = np.ascontiguousarray(maxout.get_param("W").transpose(1, 2, 0))
        self._bias: Floats = np.ascontiguousarray(maxout.get_param("b").T[:, np.newaxis])
        self._scale: Floats = scale.get_param("G")
        self._shift: Floats = scale.get_param("b")

    def seen(self, rows: Floats) -> Floats:
        """The rows after this layer; the first and the last stay, as they have one neighbour only."""
        pieces = np.matmul(np.hstack([rows[:-2], rows[1:-1], rows[2:]]), self._weights)
        pieces += self._bias
        best = pieces.max(axis=0)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / best.shape[1] + _TINY
        best *= (spread**-0.5)[:, np.newaxis]
        best *= self._scale
        best += self._shift
        best += rows[1:-1]
        return np.concatenate([rows[:1], best, rows[-1:]])
