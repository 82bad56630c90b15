"""Reading a text in another language: one search for shapes, a term for each, and the tense where it decides."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from timeline.core import algebra as a
from timeline.core.evaluate import Tense
from timeline.core.expression import Expression, Reading, Rejected
from timeline.resolve.languages.shapes import Shape, Shapes, shapes
from timeline.resolve.languages.tables import table
from timeline.resolve.languages.terms import term

_CLAUSE: Final = 120
"""Code points on either side in which a verb is looked for."""
_UNREAD: Final = "no such date"


def read_text(text: str, language: str) -> Reading:
    """Every expression of the text with its term, and what was rejected."""
    expressions: list[Expression] = []
    rejected: list[Rejected] = []
    for shape, match in _matches(text, shapes(language)):
        start, end = _words(match)
        found = None if shape.reason else term(shape.kind, match, language)
        if found is None:
            rejected.append(Rejected(start, end, text[start:end], shape.reason or _UNREAD))
        else:
            tense = _tense(text, start, end, language) if _open(found) else Tense.UNKNOWN
            expressions.append(Expression(start, end, text[start:end], f"dateparser:{language}", found, tense=tense))
    return Reading(tuple(expressions), tuple(rejected))


def _matches(text: str, known: Shapes) -> Iterator[tuple[Shape, re.Match[str]]]:
    """What the shapes match, from left to right, without overlap."""
    hit = known.master.search(text)
    while hit:
        shape, match = _match(text, hit, known)
        start, end = _words(match)
        longer = known.master.match(text, start) if start > hit.start() else None
        if longer and longer.end() > end:
            shape, match = _match(text, longer, known)
        yield shape, match
        hit = known.master.search(text, max(match.end(), hit.start() + 1))


def _match(text: str, hit: re.Match[str], known: Shapes) -> tuple[Shape, re.Match[str]]:
    shape = known.shapes[(hit.lastindex or 1) - 1]
    match = shape.pattern.match(text, hit.start())
    if match is None:
        raise AssertionError(f"{shape.pattern.pattern} is a part of what matched")
    return shape, match


def _words(match: re.Match[str]) -> tuple[int, int]:
    """The span of the expression itself: 'en mayo' shows that mayo is a month, and is not part of it."""
    return match.span("words") if "words" in match.re.groupindex else match.span()


def _open(found: a.Term) -> bool:
    return isinstance(found, a.Nearest) and found.toward is a.Toward.TENSE


def _tense(text: str, start: int, end: int, language: str) -> Tense:
    """Future where a verb of the same clause says so; the others are left to the algebra."""
    ends, future = _verbs(language)
    before = ends.split(text[max(0, start - _CLAUSE) : start])[-1]
    after = ends.split(text[end : end + _CLAUSE], maxsplit=1)[0]
    return Tense.FUTURE if future.search(f"{before}|{after}") else Tense.UNKNOWN


@cache
def _verbs(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a clause, and what a clause about the future has."""
    words = table(language)
    ends = "|".join([table("any")["clauses"], *([words["clauses"]] if "clauses" in words else [])])
    return re.compile(ends, re.IGNORECASE), re.compile(words["future"], re.IGNORECASE)
