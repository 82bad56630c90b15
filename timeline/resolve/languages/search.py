"""Reading a text in another language: one search for shapes, a term for each, and the tense where it decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from timeline.core import algebra as a
from timeline.core.evaluate import Tense
from timeline.core.expression import Expression, Reading, Rejected
from timeline.resolve.languages.clauses import Clauses
from timeline.resolve.languages.shapes import Shapes, shapes
from timeline.resolve.languages.terms import term

_UNREAD: Final = "no such date"


class Meaning(NamedTuple):
    """What the words of a match mean, and where in it the expression stands: in 'en mayo' mayo, which 'en' shows to be
    a month. Without a term there is a reason."""

    start: int
    end: int
    term: a.Term | None
    reason: str


def read_text(text: str, language: str) -> Reading:
    """Every expression of the text with its term, and what was rejected."""
    clauses = Clauses(text, language)
    expressions: list[Expression] = []
    rejected: list[Rejected] = []
    rule = f"dateparser:{language}"
    for start, end, found in _Search(text, language, shapes(language)).found():
        if found.term is None:
            rejected.append(Rejected(start, end, text[start:end], found.reason))
        else:
            tense = clauses.tense(start, end) if _open(found.term) else Tense.UNKNOWN
            expressions.append(Expression(start, end, text[start:end], rule, found.term, None, tense))
    return Reading(tuple(expressions), tuple(rejected))


@dataclass(slots=True)
class _Search:
    """A text and what was found in it; the same words in the same shape are read once."""

    text: str
    language: str
    known: Shapes
    meanings: dict[tuple[int, str], Meaning] = field(default_factory=dict)

    def found(self) -> Iterator[tuple[int, int, Meaning]]:
        """What the shapes match, from left to right, without overlap."""
        hit = self.known.master.search(self.text)
        while hit:
            meaning, match = self._meaning(hit), hit
            start, end = hit.start() + meaning.start, hit.start() + meaning.end
            longer = self.known.master.match(self.text, start) if meaning.start else None
            if longer and longer.end() > end:
                meaning, match = self._meaning(longer), longer
                start, end = longer.start() + meaning.start, longer.start() + meaning.end
            yield start, end, meaning
            hit = self.known.master.search(self.text, max(match.end(), hit.start() + 1))

    def _meaning(self, hit: re.Match[str]) -> Meaning:
        key = (hit.lastindex or 1) - 1, hit[0]
        if key not in self.meanings:
            self.meanings[key] = _read(hit, self.language, self.known)
        return self.meanings[key]


def _read(hit: re.Match[str], language: str, known: Shapes) -> Meaning:
    shape = known.shapes[(hit.lastindex or 1) - 1]
    match = shape.pattern.match(hit.string, hit.start())
    if match is None:
        raise AssertionError(f"{shape.pattern.pattern} is a part of what matched")
    start, end = match.span("words") if "words" in shape.pattern.groupindex else match.span()
    means = None if shape.reason else term(shape.kind, match, language)
    return Meaning(start - hit.start(), end - hit.start(), means, shape.reason or _UNREAD)


def _open(found: a.Term) -> bool:
    return isinstance(found, a.Nearest) and found.toward is a.Toward.TENSE
