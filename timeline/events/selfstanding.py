"""Which clause tells an act so that it can stand by itself: with a subject that is named and a verb with a tense."""

from dataclasses import dataclass
from typing import Final

from timeline.events import lexicon, pronouns
from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed
from timeline.events.pronouns import Whom

_TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
_POINTING: Final = frozenset({"this", "that", "these", "those", "which", "what"})
_NAMELESS: Final = frozenset({"PRP", "WP", "WDT", "EX"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with its subject, also one that it shares with another, and whom a pronoun in that stands for."""

    clause: Clause
    subject: int | None
    before: str
    said: "Told | None" = None
    """What is said, where it stands before the saying: 'The port was closed, she said'."""


def find(sentence: Parsed, clause: Clause, whom: Whom, *, participles: bool = False) -> Told:
    """The clause itself, or the nearest one around it that can stand by itself; the outermost where none can.

    participles lets 'the workers rescued from the river' stand; whom gives whom the sentences before
    speak of.
    """
    told = _told(sentence, clause, whom)
    while not _stands(sentence, told, participles=participles):
        above = _above(sentence, told.clause)
        if above is None:
            break
        told = _told(sentence, above, whom)
    return told


def _above(sentence: Parsed, clause: Clause) -> Clause | None:
    if clause.parent is None:
        return None
    return next((c for c in sentence.clauses if clause.parent in c.tokens and c.verb != clause.verb), None)


def _told(sentence: Parsed, clause: Clause, whom: Whom) -> Told:
    subject = _subject(sentence, clause)
    if subject is None:
        return Told(clause, None, "")
    before = said(sentence, clause, subject)
    return Told(
        clause,
        subject,
        pronouns.stand_in(sentence, clause, subject, whom),
        _told(sentence, before, whom) if before is not None else None,
    )


def said(sentence: Parsed, clause: Clause, subject: int) -> Clause | None:
    """What is said, with a subject of its own, where it stands before who says it."""
    if sentence.tokens[clause.verb].lemma not in lexicon.SAYING:
        return None
    before = (c for c in sentence.clauses if c.dep == "ccomp" and c.parent == clause.verb and c.top < subject)
    return next((c for c in before if c.subject is not None), None)


def _subject(sentence: Parsed, clause: Clause) -> int | None:
    """The subject of the clause or of those that it is joined to, or the noun that it describes."""
    found: Clause | None = clause
    while found is not None and found.subject is None and found.dep == "conj":
        found = _above(sentence, found)
    if found is None or found.subject is not None:
        return found.subject if found else None
    governor = sentence.tokens[found.top].head
    described = found.dep == "acl" and sentence.tokens[governor].pos in _NOMINAL
    return governor if described else None


def _stands(sentence: Parsed, told: Told, *, participles: bool) -> bool:
    clause, subject = told.clause, told.subject
    if subject is None or (_nameless(sentence, subject) and not told.before):
        return False
    tag = sentence.tokens[clause.top].tag
    if clause.dep == "acl":
        return participles and tag == "VBN"
    if clause.dep == "conj" and tag == "VBN" and clause.subject is not None:
        head = sentence.tokens[clause.top].head
        return any(sentence.tokens[c].dep == "auxpass" for c in sentence.children[head])
    return _tensed(sentence, clause)


def _nameless(sentence: Parsed, subject: int) -> bool:
    token = sentence.tokens[subject]
    if token.tag in _NAMELESS or token.lemma in _POINTING:
        return True
    return any(sentence.tokens[c].tag == "WP$" for c in sentence.children[subject])


def _tensed(sentence: Parsed, clause: Clause) -> bool:
    if sentence.tokens[clause.top].tag in _TENSED:
        return True
    helping = (sentence.tokens[c] for c in sentence.children[clause.top])
    return any(t.dep in {"aux", "auxpass"} and t.tag in _TENSED | {"MD"} for t in helping)
