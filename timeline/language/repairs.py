"""Where the parser is known to err on news, and what is meant instead."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from timeline.core.text import Token

_ATTRIBUTING: Final = frozenset(
    {"say", "tell", "report", "announce", "write", "add", "state", "note", "warn", "declare", "claim"}
)
_BEFORE_VERB: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "PRON", "CCONJ"})


def attribution(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with 'X happened, the agency said' read as the agency's saying.

    en_core_web_sm 3.8 often takes 'said' for a complement of what is said, and its subject for an apposition of the
    word before the comma.
    """
    root = next((i for i, token in enumerate(tokens) if token.head == i), None)
    for i, token in enumerate(tokens):
        said = token.lemma in _ATTRIBUTING and token.tag in {"VBD", "VBZ"} and token.head == root
        if root is None or i <= root or not said or any(t.head == i and t.dep.startswith("nsubj") for t in tokens):
            continue
        subject = _subject(tokens, i)
        if subject is not None:
            turned = {
                i: replace(token, dep="ROOT", head=i),
                root: replace(tokens[root], dep="ccomp", head=i),
                subject: replace(tokens[subject], dep="nsubj", head=i),
            }
            return tuple(turned.get(k, t) for k, t in enumerate(tokens))
    return tuple(tokens)


def _subject(tokens: Sequence[Token], verb: int) -> int | None:
    """The head of the noun phrase between the last comma and the verb."""
    comma = next((k for k in range(verb - 1, -1, -1) if tokens[k].text in {",", "”", '"'}), None)
    if comma is None or any(tokens[k].pos not in _BEFORE_VERB for k in range(comma + 1, verb)):
        return None
    inside = range(comma + 1, verb)
    heads = [k for k in inside if tokens[k].head not in inside and tokens[k].pos in {"NOUN", "PROPN", "PRON"}]
    return heads[-1] if heads else None
