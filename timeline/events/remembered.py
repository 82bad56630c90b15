"""Acts that a sentence only looks back on: 'ten years after the explosion', 'the anniversary of the vote'. They are of
their own day, and not of that on which they are remembered."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity as G
from timeline.core.mention import ANNIVERSARY, TOLD_ON, YEARS_AFTER, Basis, When
from timeline.events import lexicon, timing
from timeline.events.parsed import Parsed
from timeline.events.trees import descendants

_SINCE: Final = frozenset({"after", "since", "from"})
_LONG: Final = frozenset({G.MONTH, G.YEAR, G.DECADE, G.CENTURY})
_BETWEEN: Final = frozenset({" ", " on "})


def whens(sentence: Parsed, at: int, inside: tuple[Expression, ...]) -> tuple[When, ...]:
    """How the sentence looks back on the act of a token; nothing where it does not."""
    for i in _path(sentence, at):
        if (noun := _remembrance(sentence, i)) is not None:
            return (When(sentence.tokens[noun].start, Basis.INFERRED, ANNIVERSARY),)
        if (since := _since(sentence, i)) is not None and (length := _length(sentence, since, inside)) is not None:
            return (When(length.start, Basis.INFERRED, YEARS_AFTER), *_told_on(sentence, since, length, inside))
    return ()


def _path(sentence: Parsed, at: int) -> list[int]:
    """A token and what governs it, up to the root."""
    path = [at]
    while sentence.tokens[path[-1]].head not in path:
        path.append(sentence.tokens[path[-1]].head)
    return path


def _remembrance(sentence: Parsed, i: int) -> int | None:
    """The word that remembers what a token names: 'the anniversary of the fire', 'commemorated the fire'."""
    token, governor = sentence.tokens[i], sentence.tokens[i].head
    if token.dep == "pobj" and sentence.tokens[governor].lemma == "of":
        governor = sentence.tokens[governor].head
    elif token.dep not in {"poss", "dobj", "nsubjpass"}:
        return None
    return governor if sentence.tokens[governor].lemma in lexicon.REMEMBERING else None


def _since(sentence: Parsed, i: int) -> int | None:
    """The 'after' or 'since' that governs a noun or opens a clause."""
    governor = sentence.tokens[i].head
    if sentence.tokens[i].dep == "pobj" and sentence.tokens[governor].lemma in _SINCE:
        return governor
    return next((c for c in sentence.children[i] if _opens(sentence, c)), None)


def _opens(sentence: Parsed, i: int) -> bool:
    return sentence.tokens[i].dep == "mark" and sentence.tokens[i].lemma in _SINCE


def _length(sentence: Parsed, since: int, inside: tuple[Expression, ...]) -> Expression | None:
    """The months or years that stand before it."""
    start = sentence.tokens[since].start
    near = (e for e in inside if sentence.text[e.end - sentence.start : start - sentence.start] in _BETWEEN)
    return next((e for e in near if _long(e.term)), None)


def _long(term: a.Term) -> bool:
    length = term.of if isinstance(term, a.Modified) else term
    return isinstance(length, a.Length) and all(amount.unit in _LONG for amount in length.amounts)


def _told_on(sentence: Parsed, since: int, length: Expression, inside: tuple[Expression, ...]) -> tuple[When, ...]:
    """The time nearest to the length that is not in what is remembered."""
    clause = sentence.tokens[since].head if sentence.tokens[since].dep == "mark" else since
    apart = {sentence.tokens[i].start for i in descendants(sentence.children, clause)}
    near = sorted((abs(e.start - length.start), e.start) for e in inside if timing.datable(e) and e.start not in apart)
    return tuple(When(start, Basis.INFERRED, TOLD_ON) for _, start in near[:1])
