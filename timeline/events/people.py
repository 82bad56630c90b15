"""Who acts and who speaks: the words of a subject, and what a pronoun stands for."""

from dataclasses import dataclass
from typing import Final

from timeline.core.text import Name, Sentence, Token
from timeline.events import lexicon
from timeline.events.parsed import Parsed
from timeline.events.trees import descendants

PRONOUNS: Final = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
"""Lemmas of the pronouns that stand for somebody of the sentence before."""
_PARTITIVE: Final = frozenset(
    {"last", "first", "most", "some", "part", "number", "many", "one", "all", "dozen", "hundred"}
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun stands for: as an actor, and in the words of the text. Empty where it is nobody that counts."""

    actor: str = ""
    text: str = ""
    kind: str = ""
    """That of its name, '' where it has none."""
    person: str = ""
    """The one person that the sentence names, where its subject does: 'the body of Anna Berg'."""
    thing: str = ""
    """The subject where it is nobody that counts: what 'it' or 'they' stands for in a headline."""
    several: bool = False
    """Whether that is more than one."""
    spoken_of: str | None = None
    """Who does what the subject says, '' where that is a pronoun: 'Anna Berg left Bergen, the mayor said'. A headline's
    pronoun stands for that."""

    def of(self, pronoun: str) -> "Antecedent":
        """This one where the pronoun (its lemma) can stand for it, else nobody: 'he' is no place, 'it' no person."""
        person = pronoun in {"he", "she", "his", "her"}
        unfit = bool(self.kind) and (self.kind == "person") != person and pronoun not in {"they", "their"}
        return Antecedent() if unfit else self


def actor(sentence: Sentence, i: int | None, before: Antecedent = Antecedent()) -> str:
    """The lower-case name or head noun of who acts, '' where nobody does; before is whom a pronoun stands for."""
    if i is None:
        return ""
    i = _whole(sentence, i)
    token = sentence.tokens[i]
    if token.lemma in PRONOUNS:
        return before.of(token.lemma).actor
    if name := named(sentence, i):
        return short(name)
    return proper(sentence.tokens, i) if token.pos == "PROPN" else token.lemma


def _whole(sentence: Sentence, i: int) -> int:
    """The noun in 'the last of the bodies': bodies."""
    if sentence.tokens[i].lemma not in _PARTITIVE:
        return i
    tokens = sentence.tokens
    of = next((c for c, t in enumerate(tokens) if t.head == i and t.lemma == "of"), None)
    return next((c for c, t in enumerate(tokens) if t.head == of and t.dep == "pobj"), i) if of is not None else i


def short(name: Name) -> str:
    """How a name comes back in a text: a person by the last word, anything else whole."""
    words = name.text.lower().replace("’", "'").split()
    return words[-1] if name.kind == "person" else " ".join(words)


def named(sentence: Sentence, i: int) -> Name | None:
    """The name that a token is part of."""
    token = sentence.tokens[i]
    return next((n for n in sentence.names if n.start <= token.start < n.end), None)


def proper(tokens: tuple[Token, ...], i: int) -> str:
    """The proper name around a token, in lower case: its capitalised compounds and itself."""
    parts = [c for c in range(len(tokens)) if c == i or (tokens[c].head == i and tokens[c].dep == "compound")]
    return " ".join(tokens[c].text.lower() for c in parts)


def known(sentence: Parsed, i: int | None, before: Antecedent) -> bool:
    """Whether a subject is somebody whose act or word counts: named, in a role, or a pronoun for one."""
    if i is None:
        return False
    token = sentence.tokens[i]
    if token.lemma in PRONOUNS:
        return bool(before.of(token.lemma).actor)
    if token.pos == "PROPN" or token.lemma in lexicon.ROLES:
        return True
    attached = (sentence.tokens[c] for c in descendants(sentence.children, i))
    return any(t.pos == "PROPN" and t.dep in {"poss", "compound", "appos"} for t in attached)
