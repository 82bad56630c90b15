"""Governors and sentences by the weights of spaCy's parser, for a batch of texts at once.

spaCy adds up what a state of the parser sees by a call for each of eight words, and each call takes a lock: three
quarters of its time. Here numpy adds it up for all texts; which actions are allowed, and what they do, stays spaCy's.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]


def parser(pipe: Any) -> "Parser | None":
    """The parser of a spaCy component, or None where the component is not of this kind."""
    model: Any = getattr(pipe, "model", None)
    if getattr(model, "name", "") != "parser_model" or pipe.cfg.get("beam_width") != 1:
        return None
    fits = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and model.get_ref("lower").get_dim("nP") > 1
    return Parser(pipe) if fits else None


class Parser:
    """The weights: what each word adds in each of its roles, and what speaks for each action."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe
        self._words = pipe.model.get_ref("tok2vec")
        lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
        weights = lower.get_param("W").transpose(0, 2, 1, 3)
        self._roles, self._pieces, self._width, _ = weights.shape
        self._lower: Floats = np.ascontiguousarray(weights.reshape(-1, weights.shape[-1]).T)
        self._absent: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias: Floats = upper.get_param("b")
        self._step = pipe.model.predict([Doc(pipe.vocab)])

    def parse(self, docs: Sequence[Any]) -> Sequence[Any]:
        """Some documents that have words with governors, relations and the beginnings of sentences."""
        every = self._pipe.moves.init_batch(docs)
        added = self._added(docs)
        states = [state for state in every if not state.is_final()]
        while states:
            states = self._pipe.transition_states(states, self._scores(states, added))
        self._pipe.set_annotations(docs, every)
        return docs

    def _added(self, docs: Sequence[Any]) -> Floats:
        """What each word of all documents adds in each role, a row for each; first what an absent word adds."""
        words = self._words.predict(docs)
        added = np.empty((len(words) + 1, len(self._absent)), dtype=np.float32)
        added[0] = self._absent
        np.matmul(words, self._lower, out=added[1:])
        return added.reshape(-1, self._pieces * self._width)

    def _scores(self, states: Sequence[Any], added: Floats) -> Floats:
        """The scores of all actions in each state."""
        seen = self._step.get_token_ids(states).astype(np.int64) + 1
        total = added[seen * self._roles + np.arange(self._roles)].sum(axis=1)
        total += self._bias
        hidden = total.reshape(len(states), self._pieces, self._width).max(axis=1)
        scores: Floats = hidden @ self._upper
        scores += self._upper_bias
        return scores
