"""Entities by the weights of spaCy's recogniser, for a batch of texts at once.

The recogniser reads token by token and tries 74 actions at each. Outside of an entity it sees nothing but the token
itself (StateC.set_context_tokens, spaCy 3.8), so that all of those decisions are one product of matrices; only the few
tokens inside an entity wait for the ones before them. Names have a capital: only the words around one are looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.language.analysed import Entity
from timeline.language.vectors import Vectors, vectors

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
_SEEN: Final = 3
"""What the recogniser looks at: the token, the first one of the open entity, and the last one of it so far."""
_OUTSIDE: Final = "O"
_PROPER: Final = ("NNP", "NNPS")
ASKED: Final = ("SENT_START", "IS_SPACE", "ORTH", "LOWER", "IS_TITLE", "IS_STOP", "TAG")
"""What has to be known of tokens, as attributes of spaCy's."""
_AROUND: Final = 3
"""Words before and after one with a capital that may belong to its name: with 3, two mentions of 22,372 in 318 articles
have another name than with all words, with 2 sixteen, with 1 three hundred."""


def recogniser(pipe: Any) -> "Recogniser | None":
    """The recogniser of a spaCy component, or None where the component is not of this kind."""
    model: Any = getattr(pipe, "model", None)
    if getattr(model, "name", "") != "parser_model" or pipe.cfg.get("beam_width") != 1:
        return None
    lower = model.get_ref("lower")
    fits = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and lower.get_dim("nF") == _SEEN
    words = vectors(model.get_ref("tok2vec").layers[0])
    if not fits or words is None:
        return None
    return Recogniser(pipe, words, [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)])


class Recogniser:
    """The weights, and what each action is called ('B-ORG', 'O')."""

    def __init__(self, pipe: Any, words: Vectors, actions: Sequence[str]) -> None:
        model = pipe.model
        self._proper = [pipe.vocab.strings[tag] for tag in _PROPER]
        self._words = words
        self._inner = model.get_ref("tok2vec").layers[-1]
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        pieces = lower.get_dim("nO") * lower.get_dim("nP")
        self._lower: Floats = lower.get_param("W").reshape(_SEEN, pieces, -1)
        self._bias: Floats = lower.get_param("b").reshape(pieces)
        self._absent: Floats = lower.get_param("pad").reshape(_SEEN, pieces)
        self._pieces: int = lower.get_dim("nP")
        self._upper: Floats = upper.get_param("W")
        self._upper_bias: Floats = upper.get_param("b")
        self._rows = {action: i for i, action in enumerate(actions)}
        self._free = [action for action in actions if action[:2] in {"B-", "U-"} and action[2:]] + [_OUTSIDE]

    def find(self, docs: Sequence[Any], of: Mapping[str, NDArray[np.uint64]]) -> list[list[Entity]]:
        """The entities of each document that have a capital; of has the attributes ASKED of all tokens, by name."""
        found: list[list[Entity]] = [[] for _ in docs]
        near = self._near(of)
        if not near.any():
            return found
        at = np.flatnonzero(near)
        firsts = np.concatenate([[0], np.cumsum([len(doc) for doc in docs])])
        ends = np.append(of["SENT_START"][1:] == 1, True)
        ends[firsts[1:] - 1] = True
        ends = ends[at] | np.append(np.diff(at) > 1, True)
        spans = list(self._spans(self._inner.predict(self._words.of(docs, near)), ends, (of["IS_SPACE"] == 1)[at]))
        owners = np.searchsorted(firsts, [at[start] for start, _, _ in spans], side="right") - 1
        for (start, end, label), owner in zip(spans, owners.tolist(), strict=True):
            first = int(firsts[owner])
            found[owner].append(Entity(int(at[start]) - first, int(at[end - 1]) + 1 - first, label))
        return found

    def _near(self, of: Mapping[str, NDArray[np.uint64]]) -> Flags:
        """The tokens that have a capital, with those around them; 'The' and 'It' begin sentences, not names."""
        opening = (of["IS_TITLE"] == 1) & (of["IS_STOP"] == 1) & ~np.isin(of["TAG"], self._proper)
        capital = (of["ORTH"] != of["LOWER"]) & ~opening
        near: Flags = capital.copy()
        for i in range(1, _AROUND + 1):
            near[:-i] |= capital[i:]
            near[i:] |= capital[:-i]
        return near

    def _spans(self, vectors: Floats, ends: Flags, blank: Flags) -> Iterator[tuple[int, int, str]]:
        """The entities by rows of the vectors."""
        seen = vectors @ self._lower[0].T + self._bias
        actions = self._actions(seen, ends, blank)
        end = 0
        for start in np.flatnonzero(actions != len(self._free) - 1).tolist():
            if start < end:
                continue
            action, label = self._free[actions[start]].split("-", 1)
            end = start + 1 if action == "U" else self._end(vectors, seen, ends, start, label)
            yield start, end, label

    def _actions(self, seen: Floats, ends: Flags, blank: Flags) -> NDArray[np.intp]:
        """What is done at each token if no entity is open: none begins on a blank, or goes on after an end."""
        rows = [self._rows[action] for action in self._free]
        hidden = self._hidden(seen + self._absent[1] + self._absent[2])
        scores = hidden @ self._upper[rows].T + self._upper_bias[rows]
        beginning = np.array([action.startswith("B-") for action in self._free])
        naming = np.array([action != _OUTSIDE for action in self._free])
        scores[np.ix_(ends, beginning)] = -np.inf
        scores[np.ix_(blank, naming)] = -np.inf
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _end(self, vectors: Floats, seen: Floats, ends: Flags, start: int, label: str) -> int:
        """Where an entity ends that begins at start: at the first token whose action 'last' beats 'in'."""
        rows = [self._rows[f"I-{label}"], self._rows[f"L-{label}"]]
        opened = self._lower[1] @ vectors[start]
        at = start + 1
        while not ends[at]:
            hidden = self._hidden((seen[at] + opened + self._lower[2] @ vectors[at - 1])[np.newaxis])
            into, last = self._upper[rows] @ hidden[0] + self._upper_bias[rows]
            if last > into:
                break
            at += 1
        return at + 1

    def _hidden(self, seen: Floats) -> Floats:
        hidden: Floats = seen.reshape(len(seen), -1, self._pieces).max(axis=2)
        return hidden
