"""Sentences with what both mentions and traces ask of them: worked out once for each."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.core.expression import Expression
from timeline.core.text import Place, Sentence
from timeline.events import clauses, trees
from timeline.events.clauses import Clause
from timeline.events.trees import Children


@dataclass(frozen=True, slots=True)
class Parsed(Sentence):
    """A sentence with what each of its tokens governs, its clauses, and the expressions that begin in it."""

    children: Children = ()
    clauses: tuple[Clause, ...] = ()
    inside: tuple[Expression, ...] = ()


def parse(sentences: Sequence[Sentence], expressions: Sequence[Expression]) -> tuple[Parsed, ...]:
    """The sentences of an article's report, in order; expressions are all that its text holds."""
    starts = [sentence.start for sentence in sentences]
    inside: list[list[Expression]] = [[] for _ in sentences]
    for expression in expressions:
        i = bisect_right(starts, expression.start) - 1
        if i >= 0 and expression.start < sentences[i].end:
            inside[i].append(expression)
    every = zip(sentences, inside, strict=True)
    return tuple(_parsed(sentence, tuple(own)) for sentence, own in every if sentence.place is Place.BODY)


def _parsed(sentence: Sentence, inside: tuple[Expression, ...]) -> Parsed:
    governed = trees.children(sentence.tokens)
    return Parsed(
        sentence.start,
        sentence.end,
        sentence.text,
        sentence.place,
        sentence.paragraph,
        sentence.tokens,
        sentence.names,
        sentence.quotations,
        governed,
        clauses.find(sentence, governed),
        inside,
    )
