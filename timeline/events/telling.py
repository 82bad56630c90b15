"""Which clauses tell an event: acts with a time of their own, and without one the words of somebody and the
acts of the main clause."""

from typing import Final

from timeline.core.evaluate import Tense
from timeline.core.mention import Status
from timeline.events import lexicon, people
from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed
from timeline.events.people import Antecedent
from timeline.events.trees import descendants

_STATES: Final = frozenset({"be", "have", "know", "seem", "remain", "hope"})


def dated(sentence: Parsed, clause: Clause) -> bool:
    """Whether a clause with a time of its own tells what happened, happens or will: no state, nothing denied or
    going on."""
    token = sentence.tokens[clause.verb]
    untensed = clause.tense is Tense.UNKNOWN and clause.status is not Status.POSSIBLE
    if clause.supposed or clause.negated or untensed or token.lemma in _STATES:
        return False
    if token.pos not in {"VERB", "AUX"}:
        return False
    if clause.subject is not None and _says_nobody(sentence, clause, clause.subject):
        return False
    return not clause.able and not (clause.progressive and clause.tense is not Tense.FUTURE)


def _says_nobody(sentence: Parsed, clause: Clause, subject: int) -> bool:
    """A number or a 'that' as subject, or a pronoun inside a relative clause, whose noun is somewhere else."""
    token = sentence.tokens[subject]
    if token.lemma in {"this", "that", "these", "those", "there", "which", "what"}:
        return True
    counts = any(sentence.tokens[c].lemma == "of" for c in sentence.children[subject])  # 'two of the workers'
    return (token.pos == "NUM" and not counts) or (token.pos == "PRON" and clause.dep == "relcl")


def undated(sentence: Parsed, clause: Clause, parts: tuple[Clause, ...], before: Antecedent) -> bool:
    """Whether a clause without a time still tells an event."""
    if clause.negated or clause.supposed or clause.progressive or clause.tense in {Tense.UNKNOWN, Tense.FUTURE}:
        return False
    if clause.subject is not None and _says_nobody(sentence, clause, clause.subject):
        return False
    if sentence.tokens[clause.verb].lemma in lexicon.SAYING:
        speaker = clause.agent if clause.agent is not None else clause.subject
        return clause.top == clause.verb and _says(sentence, clause) and people.known(sentence, speaker, before)
    if sentence.tokens[clause.verb].lemma in lexicon.PALE or clause.status is Status.POSSIBLE or clause.subject is None:
        return False
    done = clause.tense is Tense.PAST or _being_done(sentence, clause)
    return done and _main(sentence, clause, parts) and _concrete(sentence, clause)


def statement(sentence: Parsed, clause: Clause) -> bool:
    """Whether the act is one of saying, so that its words are what is told."""
    lemma = sentence.tokens[clause.verb].lemma
    at = any(sentence.tokens[c].lemma == "at" for c in sentence.children[clause.verb])
    return lemma in lexicon.SAYING and (at or lemma not in lexicon.ESTIMATING)


def _being_done(sentence: Parsed, clause: Clause) -> bool:
    """'Soldiers are being sent': present, and an act all the same."""
    return any(sentence.tokens[i].text.lower() == "being" for i in clause.tokens)


def _says(sentence: Parsed, clause: Clause) -> bool:
    """Whether a saying verb brings what is said, in quotation or in words, and not only a topic."""
    subject = clause.subject
    if subject is not None and sentence.tokens[subject].lemma in lexicon.TIDINGS and clause.agent is None:
        return False
    return clause.tense is Tense.PAST or bool(sentence.quotations)


def _main(sentence: Parsed, clause: Clause, parts: tuple[Clause, ...]) -> bool:
    """A main clause, or what a main clause of saying says."""
    if clause.dep == "ROOT":
        return True
    above = next((c for c in parts if clause.parent in {c.top, c.verb}), None)
    said = (
        above is not None
        and above.dep == "ROOT"
        and sentence.tokens[above.verb].lemma in lexicon.SAYING | lexicon.HOLDING
    )
    return clause.dep == "ccomp" and said


def _concrete(sentence: Parsed, clause: Clause) -> bool:
    """Whether somebody named or in a role, or a number, takes part."""
    tokens = (sentence.tokens[i] for i in clause.tokens)
    return any(t.pos in {"PROPN", "NUM"} or t.lemma in lexicon.ROLES for t in tokens)


def only_attributes(sentence: Parsed, clause: Clause) -> bool:
    """'…, officials said': a word of nobody in particular, which is told only where nothing else is."""
    if sentence.tokens[clause.verb].lemma not in lexicon.SAYING or clause.subject is None or sentence.quotations:
        return False
    phrase = descendants(sentence.children, clause.subject)
    return not any(sentence.tokens[i].pos == "PROPN" for i in phrase)
