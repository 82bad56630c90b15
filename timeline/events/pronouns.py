"""Whom or what a pronoun as the subject of a headline stands for, where the sentence before says so plainly."""

from collections.abc import Callable
from typing import Final

from timeline.events import lexicon
from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed
from timeline.events.people import PRONOUNS, Antecedent
from timeline.events.trees import descendants

_OF_PERSONS: Final = frozenset({"he", "she", "his", "her"})
_OF_SEVERAL: Final = frozenset({"they", "their"})
_ARTICLES: Final = ("The ", "A ", "An ")

Whom = Callable[[], Antecedent]
"""Gives whom the sentences before speak of: asked only where there is a pronoun."""


def stand_in(sentence: Parsed, clause: Clause, subject: int, whom: Whom) -> str:
    """Whom the pronoun in a subject stands for, the subject itself or its owner ('its delegate'); '' where there is
    none or that is not plain."""
    lemmas = (sentence.tokens[i].lemma for i in descendants(sentence.children, subject))
    pronoun = next((lemma for lemma in lemmas if lemma in PRONOUNS), "")
    if not pronoun or not _outside(sentence, clause, subject):
        return ""
    before = whom()
    if before.spoken_of is not None and sentence.tokens[clause.verb].lemma not in lexicon.SAYING:
        return before.spoken_of if _fits(pronoun, before.spoken_of) else ""
    if pronoun in _OF_PERSONS:
        return before.person or _person(pronoun, before)
    if pronoun in _OF_SEVERAL:
        return before.thing if before.several else before.text if before.kind != "person" else ""
    said = any(sentence.tokens[c].dep == "ccomp" for c in sentence.children[clause.top])  # 'it is said that …'
    return "" if said else _thing(pronoun, before)


def quoted(sentence: Parsed, i: int) -> bool:
    """Whether a token stands in a quotation."""
    start = sentence.tokens[i].start
    return any(quotation.start <= start < quotation.end for quotation in sentence.quotations)


def _outside(sentence: Parsed, clause: Clause, subject: int) -> bool:
    """Whether a pronoun as the subject stands for somebody of another sentence: no subject comes before it for which
    it could stand, and nobody is quoted."""
    if quoted(sentence, subject):
        return False
    return clause.dep in {"ROOT", "conj"} or all(c.subject is None or c.subject >= subject for c in sentence.clauses)


def _fits(pronoun: str, phrase: str) -> bool:
    """Whether a pronoun can stand for a phrase: 'he' for a name without an article, 'it' for one with it."""
    return pronoun not in _OF_SEVERAL and _named(phrase) == (pronoun in _OF_PERSONS)


def _named(phrase: str) -> bool:
    return phrase[:1].isupper() and not phrase.startswith(_ARTICLES) and phrase.split(" ")[0].lower() not in PRONOUNS


def _person(pronoun: str, before: Antecedent) -> str:
    """Somebody with a name or in a role."""
    role = before.kind == "person" or before.actor.split(" ")[-1] in lexicon.ROLES
    owned = before.text.split(" ")[0].lower() in PRONOUNS  # 'her spokesman': of whom?
    return before.of(pronoun).text if (role and not owned) or _named(before.text) else ""


def _thing(pronoun: str, before: Antecedent) -> str:
    """An organisation or a place, or what the sentence before is about; 'the Anna Berg' is a ship to everybody."""
    ship = before.kind == "person" and before.text.lower().startswith("the ")
    text = before.text if ship else before.of(pronoun).text
    return text or ("" if before.several else before.thing)
