"""Which expression of a sentence says when a clause happened: the sieves inside a sentence, the surest first."""

from dataclasses import dataclass
from typing import Final

from timeline.core import algebra as a
from timeline.core.evaluate import Tense
from timeline.core.expression import Expression
from timeline.core.mention import Basis, When
from timeline.core.text import Sentence, Token
from timeline.events import lexicon
from timeline.events.clauses import Clause

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUNS: Final = frozenset({"poss", "compound", "nmod", "amod"})
"""How words hang on the noun that they stand before; numbers do on the month after them."""


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
    inside = _words(sentence, expression)
    if not inside or any(q.start <= expression.start < q.end for q in sentence.quotations):
        return None
    if thing(sentence, expression) is not None:
        return None
    owner = {i: clause for clause in clauses for i in clause.tokens}
    clause = next((owner[i] for i in inside if i in owner), None)
    return None if clause is None else Timed(expression, _meant(sentence, clause, inside[0], clauses), end)


def thing(sentence: Sentence, expression: Expression) -> int | None:
    """The noun that it dates, where it dates no clause: 'the timetable of April has held', 'Monday's talks are over',
    'a singer of the 1990s has died', 'held over the May 3 fire'; not 'she left at a Monday meeting'."""
    tokens, inside = sentence.tokens, _words(sentence, expression)
    if not inside:
        return None
    top = next((i for i in inside if tokens[i].head not in inside), inside[0])
    while tokens[top].dep == "conj" and tokens[top].head != top:
        top = tokens[top].head
    head = tokens[top].head
    if tokens[top].dep == "poss":
        return head
    if tokens[top].dep in _BEFORE_NOUNS:
        return head if _opened(tokens, head, inside[0]) and not _takes_place(tokens, head) else None
    of = tokens[head].lemma == "of" and tokens[head].dep == "prep"
    noun = tokens[tokens[head].head]
    return tokens[head].head if of and noun.pos in _NOUNS and noun.lemma not in lexicon.SPELLS else None


def _words(sentence: Sentence, expression: Expression) -> list[int]:
    return [i for i, t in enumerate(sentence.tokens) if t.start < expression.end and expression.start < t.end]


def _opened(tokens: tuple[Token, ...], noun: int, first: int) -> bool:
    """Whether the phrase of a noun has begun before a word: 'the Sunday cuts', not 'announced Sunday deep cuts'."""
    return tokens[noun].pos in _NOUNS and any(token.head == noun for token in tokens[:first])


def _takes_place(tokens: tuple[Token, ...], noun: int) -> bool:
    """Whether a clause takes place at or during what a noun names."""
    return tokens[noun].dep == "pobj" and tokens[tokens[noun].head].lemma in {"at", "during"}


def _meant(sentence: Sentence, clause: Clause, at: int, clauses: tuple[Clause, ...]) -> int:
    """The verb that is dated: in 'On Monday, the agency says, ships sailed' not the one that is only put in."""
    holds = sentence.tokens[clause.verb].lemma in lexicon.SAYING | lexicon.HOLDING
    put_in = holds and clause.dep != "ROOT" and clause.subject is not None and at < clause.subject
    if put_in and clause.parent is not None and clause.verb < clause.parent:
        return next((c.verb for c in clauses if clause.parent in {c.top, c.verb}), clause.verb)
    return clause.verb


def whens(
    sentence: Sentence, clause: Clause, timed: tuple[Timed, ...], clauses: tuple[Clause, ...]
) -> tuple[When, ...]:
    """The expressions that date a clause, in the order of the text; named periods that last only bound it.

    Where it has none of its own, those of the clauses inside it will do that are told in one with it.
    """
    own = tuple(_when(t) for t in timed if t.verb == clause.verb or _lasting(t))
    if any(when.basis is Basis.EXPLICIT for when in own):
        return own
    within = {c.verb for c in clauses if c.parent in {clause.top, clause.verb} and _lends(sentence, c)}
    lent = (t for t in timed if t.verb in within and not isinstance(t.expression.term, a.Named))
    return (*own, *(When(t.expression.start, Basis.INFERRED, "sentence") for t in lent))


def _lends(sentence: Sentence, clause: Clause) -> bool:
    """Whether what governs a clause happened when it did: 'sank, drowning two on Monday', 'met to vote on Monday'. A
    participle of the past tells of a time before, and what a noun is to do of one after it: 'a plan to leave in May'.
    """
    if clause.tense is not Tense.UNKNOWN or clause.supposed:
        return False
    return clause.dep == "advcl" or (clause.dep == "acl" and sentence.tokens[clause.verb].tag == "VBG")


def dates(clause: Clause, timed: tuple[Timed, ...]) -> bool:
    """Whether an expression of its own says when the clause happened."""
    return any(t.verb == clause.verb and _when(t).basis is Basis.EXPLICIT for t in timed)


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
