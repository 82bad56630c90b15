"""Which expression of a sentence says when a clause happened: the sieves inside a sentence, the surest first."""

from dataclasses import dataclass

from timeline.core import algebra as a
from timeline.core.expression import Expression
from timeline.core.mention import Basis, When
from timeline.core.text import Sentence
from timeline.events import lexicon
from timeline.events.clauses import Clause


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression and the verb of the clause that it stands in."""

    expression: Expression
    verb: int
    end: int
    """Where its words end, or those of the range that it begins."""


def place(sentence: Sentence, expressions: tuple[Expression, ...], clauses: tuple[Clause, ...]) -> tuple[Timed, ...]:
    """The datable expressions of a sentence, each with the clause that governs it.

    Quoted ones belong to nobody here; the end of a range comes with its beginning.
    """
    ends = {e.until for e in expressions}
    reach = {e.start: e.end for e in expressions}
    own = (e for e in expressions if datable(e) and e.start not in ends)
    return tuple(timed for e in own if (timed := _timed(sentence, e, reach.get(e.until or -1, e.end), clauses)))


def datable(expression: Expression) -> bool:
    """Whether the term denotes a time at which something can have happened: no duration, set or vague reference."""
    return not isinstance(_core(expression.term), a.Length | a.Every | a.Reference | a.Run)


def _core(term: a.Term) -> a.Term:
    return _core(term.of) if isinstance(term, a.Modified) else term


def _timed(sentence: Sentence, expression: Expression, end: int, clauses: tuple[Clause, ...]) -> Timed | None:
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < expression.end and expression.start < t.end]
    if not inside or any(q.start <= expression.start < q.end for q in sentence.quotations):
        return None
    if _of_a_thing(sentence, inside):
        return None
    owner = {i: clause for clause in clauses for i in clause.tokens}
    clause = next((owner[i] for i in inside if i in owner), None)
    return None if clause is None else Timed(expression, _meant(sentence, clause, inside[0], clauses), end)


def _of_a_thing(sentence: Sentence, inside: list[int]) -> bool:
    """Whether it dates a noun and not an act: 'the timetable of April has held', 'Monday's talks are over'."""
    top = next((i for i in inside if sentence.tokens[i].head not in inside), inside[0])
    token, governor = sentence.tokens[top], sentence.tokens[sentence.tokens[top].head]
    noun = sentence.tokens[governor.head].pos in {"NOUN", "PROPN"}
    return token.dep == "poss" or (governor.lemma == "of" and governor.dep == "prep" and noun)


def _meant(sentence: Sentence, clause: Clause, at: int, clauses: tuple[Clause, ...]) -> int:
    """The verb that is dated: in 'On Monday, the agency says, ships sailed' not the one that is only put in."""
    holds = sentence.tokens[clause.verb].lemma in lexicon.SAYING | lexicon.HOLDING
    put_in = holds and clause.dep != "ROOT" and clause.subject is not None and at < clause.subject
    if put_in and clause.parent is not None and clause.verb < clause.parent:
        return next((c.verb for c in clauses if clause.parent in {c.top, c.verb}), clause.verb)
    return clause.verb


def whens(clause: Clause, timed: tuple[Timed, ...]) -> tuple[When, ...]:
    """The expressions that date a clause, in the order of the text; named periods that last only bound it."""
    return tuple(_when(t) for t in timed if t.verb == clause.verb or _lasting(t))


def dates(clause: Clause, timed: tuple[Timed, ...]) -> bool:
    """Whether an expression of its own says when the clause happened."""
    return any(when.basis is Basis.EXPLICIT for when in whens(clause, timed))


def _when(timed: Timed) -> When:
    if isinstance(timed.expression.term, a.Named):
        return When(timed.expression.start, Basis.BOUND, "period")
    return When(timed.expression.start, Basis.EXPLICIT, "clause")


def _lasting(timed: Timed) -> bool:
    term = timed.expression.term
    return isinstance(term, a.Named) and term.last is None


def spans(clause: Clause, timed: tuple[Timed, ...]) -> tuple[tuple[int, int], ...]:
    """Where the expressions stand that date a clause, ends of ranges included."""
    return tuple((t.expression.start, t.end) for t in timed if t.verb == clause.verb)
