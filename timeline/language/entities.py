"""Entities by the weights of spaCy's recogniser, for a batch of texts at once.

The recogniser reads token by token and tries 74 actions at each. Outside of an entity it sees nothing but the token
itself (StateC.set_context_tokens, spaCy 3.8), so that all of those decisions are one product of matrices; only the few
tokens inside an entity wait for the ones before them.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.language.analysed import Entity

Floats = NDArray[np.float32]
_SEEN: Final = 3
"""What the recogniser looks at: the token, the first one of the open entity, and the last one of it so far."""
_OUTSIDE: Final = "O"


def recogniser(pipe: Any) -> "Recogniser | None":
    """The recogniser of a spaCy component, or None where the component is not of this kind."""
    model: Any = getattr(pipe, "model", None)
    if getattr(model, "name", "") != "parser_model" or pipe.cfg.get("beam_width") != 1:
        return None
    lower = model.get_ref("lower")
    fits = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and lower.get_dim("nF") == _SEEN
    return Recogniser(model, [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]) if fits else None


class Recogniser:
    """The weights, and what each action is called ('B-ORG', 'O')."""

    def __init__(self, model: Any, actions: Sequence[str]) -> None:
        self._vectors = model.get_ref("tok2vec")
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

    def find(self, docs: Sequence[Any], starts: NDArray[np.bool_], blank: NDArray[np.bool_]) -> list[list[Entity]]:
        """The entities of each document; starts and blank say of every token of all documents whether a sentence begins
        there, and whether it is of blanks only."""
        found: list[list[Entity]] = [[] for _ in docs]
        firsts = np.concatenate([[0], np.cumsum([len(doc) for doc in docs])])
        ends = np.append(starts[1:], True)
        ends[firsts[1:] - 1] = True
        spans = list(self._spans(self._vectors.predict(docs), ends, blank))
        owners = np.searchsorted(firsts, [start for start, _, _ in spans], side="right") - 1
        for (start, end, label), owner in zip(spans, owners.tolist(), strict=True):
            first = int(firsts[owner])
            found[owner].append(Entity(start - first, end - first, label))
        return found

    def _spans(
        self, vectors: Floats, ends: NDArray[np.bool_], blank: NDArray[np.bool_]
    ) -> Iterator[tuple[int, int, str]]:
        seen = vectors @ self._lower[0].T + self._bias
        actions = self._actions(seen, ends, blank)
        end = 0
        for start in np.flatnonzero(actions != len(self._free) - 1).tolist():
            if start < end:
                continue
            action, label = self._free[actions[start]].split("-", 1)
            end = start + 1 if action == "U" else self._end(vectors, seen, ends, start, label)
            yield start, end, label

    def _actions(self, seen: Floats, ends: NDArray[np.bool_], blank: NDArray[np.bool_]) -> NDArray[np.intp]:
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

    def _end(self, vectors: Floats, seen: Floats, ends: NDArray[np.bool_], start: int, label: str) -> int:
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
