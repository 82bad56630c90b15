"""The acts that a sentence names: every verb and noun for something that happens, with who, to what and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from timeline.core.text import Sentence, Token
from timeline.events import lexicon, people, trees, vocabulary
from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed
from timeline.events.trees import Children

_NOMINAL: Final = 0.5
"""The share of a noun's use in which it names a happening, from which it is taken for one if it is also kin to a verb
or one of a family of happenings: 'the pornography' is an act to WordNet, and tells none."""
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd"})
_BORROWING: Final = frozenset({"conj", "xcomp", "advcl"})
"""Clauses that share the subject of the clause they hang on."""
_VERBAL: Final = frozenset({"VERB", "AUX"})
_NAMING: Final = frozenset({"VERB", "NOUN", "ADJ"})
_KEPT: Final = 10_000
"""Nouns of which it is kept whether they name a happening."""
_WEAK: Final = lexicon.PALE | lexicon.ASPECTUAL
_ADJECTIVAL: Final = frozenset({"compound", "amod"})

Spans = tuple[tuple[int, int], ...]
"""First and last code points of words, the last not included."""


@dataclass(frozen=True, slots=True)
class Act:
    """A happening named in a sentence. token is its index; lemma has its particle ('check in'); clause is where it
    stands, None outside of all; who, what and where are indices of heads."""

    token: int
    lemma: str
    nominal: bool
    clause: Clause | None
    who: tuple[int, ...]
    what: tuple[int, ...]
    where: tuple[int, ...]


def find(sentence: Sentence, clauses: tuple[Clause, ...], times: Spans) -> Iterator[Act]:
    """The acts of a sentence in its order, words of saying and words of time left out; times are the spans of its
    expressions."""
    tokens = sentence.tokens
    timed = _timed(tokens, times)
    below = _below(sentence, timed)
    owner = {i: clause for clause in clauses for i in clause.tokens}
    for i, token in enumerate(tokens):
        if token.pos not in _NAMING or i in timed:
            continue
        if lemma := _verb(tokens, i, below[i]):
            who = _subjects(tokens, i, below)
            yield Act(i, lemma, False, owner.get(i), who, _of(tokens, below[i], _OBJECTS), _added(tokens, i, below))
        elif lemma := _noun(token):
            what = _of(tokens, below[i], _ADJECTIVAL) + _added(tokens, i, below, ("of",))
            who = _of(tokens, below[i], frozenset({"poss"}))
            yield Act(i, lemma, True, owner.get(i), who, what, _added(tokens, i, below, without=("of",)))


def places(sentence: Sentence, i: int, times: Spans) -> tuple[str, ...]:
    """What the prepositions of a word govern, in lower case; times are the spans of the sentence's expressions."""
    return words(sentence, _added(sentence.tokens, i, _below(sentence, _timed(sentence.tokens, times))))


def _timed(tokens: tuple[Token, ...], times: Spans) -> frozenset[int]:
    """The words of time."""
    return frozenset(i for start, end in times for i, token in enumerate(tokens) if start <= token.start < end)


def _below(sentence: Sentence, timed: frozenset[int]) -> Children:
    """What each token governs, words of time left out: nothing is done to a Monday, and no place is one."""
    governed = sentence.children if isinstance(sentence, Parsed) else trees.children(sentence.tokens)
    return tuple([c for c in own if c not in timed] for own in governed) if timed else governed


def _verb(tokens: tuple[Token, ...], i: int, below: list[int]) -> str:
    """The lemma of a verb that names a happening, with its particle; '' for any other word."""
    token = tokens[i]
    if token.lemma in lexicon.RESULTS and token.pos in {"ADJ", "NOUN", "VERB"}:
        return lexicon.RESULTS[token.lemma]
    if token.pos != "VERB" or token.lemma in lexicon.SAYING or token.text.lower() == "according":
        return ""
    particle = next((tokens[c].lemma for c in below if tokens[c].dep == "prt"), "")
    if len(token.lemma) < 3 or (token.lemma in _WEAK and not particle):
        return ""
    return f"{token.lemma} {particle}" if particle else token.lemma


def _noun(token: Token) -> str:
    happens = token.pos == "NOUN" and token.dep != "compound" and _happening(token.lemma)
    return token.lemma if happens else ""


@lru_cache(_KEPT)
def _happening(noun: str) -> bool:
    """Whether a noun names something that happens, and no saying."""
    if vocabulary.verb_of(noun) in lexicon.SAYING or vocabulary.eventive(noun) < _NOMINAL:
        return False
    return vocabulary.verb_of(noun) != noun or bool(vocabulary.families(noun, noun=True))


def _subjects(tokens: tuple[Token, ...], i: int, below: Children) -> tuple[int, ...]:
    """The subject and the agent of a verb; the subject of the verb that it hangs on where it has none."""
    own = [c for c in below[i] if tokens[c].dep == "nsubj"]
    agents = [g for c in below[i] if tokens[c].dep == "agent" for g in below[c] if tokens[g].dep == "pobj"]
    if own or agents:
        return (*own, *agents)
    for _ in range(3):
        if tokens[i].dep not in _BORROWING or tokens[tokens[i].head].pos not in _VERBAL:
            break
        i = tokens[i].head
        if found := [c for c in below[i] if tokens[c].dep in {"nsubj", "nsubjpass"}]:
            return tuple(found)
    return ()


def _of(tokens: tuple[Token, ...], below: list[int], deps: frozenset[str]) -> tuple[int, ...]:
    return tuple(c for c in below if tokens[c].dep in deps)


def _added(
    tokens: tuple[Token, ...],
    i: int,
    below: Children,
    only: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
) -> tuple[int, ...]:
    """The heads that the prepositions of a word govern."""
    found = [c for c in below[i] if tokens[c].dep == "prep" and tokens[c].lemma not in without]
    wanted = [c for c in found if not only or tokens[c].lemma in only]
    return tuple(g for c in wanted for g in below[c] if tokens[g].dep == "pobj")


def words(sentence: Sentence, heads: tuple[int, ...]) -> tuple[str, ...]:
    """The names or nouns of some heads, in lower case; pronouns name nobody here."""
    found = (people.actor(sentence, i) for i in heads if sentence.tokens[i].pos != "PRON")
    return tuple(word for word in found if word)
