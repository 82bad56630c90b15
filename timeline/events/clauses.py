"""Clauses of an analysed sentence: a verb with what belongs to it, its tense, and how sure it is.

The grammar is that of ClearNLP's English dependencies, as spaCy's English pipelines give it.
"""

from dataclasses import dataclass
from typing import Final

from timeline.core.evaluate import Tense
from timeline.core.mention import Status
from timeline.core.text import Sentence, Token
from timeline.events import lexicon, trees
from timeline.events.trees import Children

_CLAUSAL: Final = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "parataxis", "pcomp", "xcomp", "dep"})
_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj")
_SUPPOSING: Final = frozenset({"whether", "if", "unless", "than", "as", "though", "although", "while"})
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, by token indices into its sentence.

    verb is the act; top the verb that carries the tense ('is expected to meet': meet, expected); tokens are those of
    the clause itself, without the clauses inside it; parent is the verb that governs it, or None.
    """

    verb: int
    top: int
    tokens: tuple[int, ...]
    subject: int | None
    agent: int | None
    objects: tuple[int, ...]
    dep: str
    parent: int | None
    tense: Tense
    status: Status
    progressive: bool
    negated: bool
    supposed: bool
    """Asked or compared and not told: 'would not say whether anybody had been killed', 'later than they had hoped'."""
    able: bool
    """Only said to be possible: 'can be seen'."""
    simple_past: bool
    """In the tense in which a story is told on."""


def find(sentence: Sentence, governed: Children | None = None) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their verbs; governed is what its tokens govern, where it is known."""
    tree = _Tree(sentence.tokens, trees.children(sentence.tokens) if governed is None else governed)
    heads = [i for i, token in enumerate(sentence.tokens) if token.dep in _CLAUSAL and tree.is_clause(i)]
    verbs = frozenset(heads)
    chains = {i: _chain(tree, i, verbs) for i in heads}
    inner = {link for chain in chains.values() for link in chain[1:]}
    return tuple(_clause(tree, chains[i], verbs) for i in heads if i not in inner)


class _Tree:
    """Children and governors of the tokens of a sentence."""

    def __init__(self, tokens: tuple[Token, ...], children: Children) -> None:
        self.tokens = tokens
        self.children = children

    def is_clause(self, i: int) -> bool:
        token = self.tokens[i]
        if token.dep == "ROOT":
            return True
        if token.dep not in _CLAUSAL or token.pos not in {"VERB", "AUX"}:
            return False
        attribute = token.dep == "pcomp" and token.tag == "VBN"  # 'near occupied Donetsk'
        return not attribute and not (token.dep == "conj" and not self._verbal(token.head))

    def _verbal(self, i: int) -> bool:
        return self.tokens[i].pos in {"VERB", "AUX"}

    def child(self, i: int, *deps: str) -> int | None:
        for c in self.children[i]:
            if self.tokens[c].dep in deps:
                return c
        return None

    def auxiliaries(self, i: int) -> list[Token]:
        return [self.tokens[c] for c in self.children[i] if self.tokens[c].dep in {"aux", "auxpass"}]

    def lemmas(self, i: int, *deps: str) -> list[str]:
        return [self.tokens[c].lemma for c in self.children[i] if self.tokens[c].dep in deps]

    def below(self, top: int, stop: frozenset[int]) -> tuple[int, ...]:
        found = [top]
        for i in found:
            found += [child for child in self.children[i] if child not in stop]
        return tuple(sorted(found))


def _chain(tree: _Tree, top: int, heads: frozenset[int]) -> list[int]:
    """The verbs from the one that carries the tense to the one that names the act."""
    chain = [top]
    while (inner := tree.child(chain[-1], "xcomp")) is not None and inner in heads:
        lemma = tree.tokens[chain[-1]].lemma
        reported = lemma in lexicon.SAYING and tree.child(chain[-1], "auxpass") is not None
        if not (reported or lemma in lexicon.ASPECTUAL or lemma in lexicon.PLANNING or lemma in {"go", "be"}):
            break
        chain.append(inner)
    return chain


def _clause(tree: _Tree, chain: list[int], heads: frozenset[int]) -> Clause:
    top, verb = chain[0], chain[-1]
    token = tree.tokens[top]
    subject = _subject(tree, chain)
    tense = _tense(tree, chain)
    return Clause(
        verb,
        top,
        tokens=tree.below(top, heads.difference(chain)),
        subject=subject,
        agent=_agent(tree, verb),
        objects=_objects(tree, chain, subject),
        dep=token.dep,
        parent=None if token.head == top else _governor(tree, token.head, heads),
        tense=tense,
        status=_status(tree, chain, tense),
        progressive=_progressive(tree, verb),
        negated=any(tree.child(link, "neg") is not None for link in chain) or _none(tree, subject),
        supposed=not _SUPPOSING.isdisjoint(tree.lemmas(top, "mark")),
        able="can" in tree.lemmas(top, "aux"),
        simple_past=_simple_past(tree, top),
    )


def _subject(tree: _Tree, chain: list[int]) -> int | None:
    """The subject of the clause, of the clause it is joined to, or what a relative pronoun stands for."""
    top = tree.tokens[chain[0]]
    subject = next((s for link in chain if (s := tree.child(link, *_SUBJECTS)) is not None), None)
    if subject is None and top.dep == "conj":
        subject = tree.child(top.head, *_SUBJECTS)
    if subject is not None and top.dep == "relcl" and tree.tokens[subject].tag in {"WP", "WDT"}:
        return top.head
    return subject


def _objects(tree: _Tree, chain: list[int], subject: int | None) -> tuple[int, ...]:
    """To what it is done; the subject only where the act itself is passive: not in 'he is expected to meet her'."""
    found = [c for link in chain for c in tree.children[link] if tree.tokens[c].dep in _OBJECTS]
    passive = tree.child(chain[-1], "auxpass") is not None
    others = [c for c in found if tree.tokens[c].dep != "nsubjpass"]
    return tuple(sorted({*others, *([subject] if passive and subject is not None else [])}))


def _governor(tree: _Tree, i: int, heads: frozenset[int]) -> int | None:
    while i not in heads:
        if tree.tokens[i].head == i:
            return None
        i = tree.tokens[i].head
    return i


def _none(tree: _Tree, subject: int | None) -> bool:
    return subject is not None and (
        tree.tokens[subject].lemma in {"nobody", "none"} or "no" in tree.lemmas(subject, "det")
    )


def _agent(tree: _Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def _tense(tree: _Tree, chain: list[int]) -> Tense:
    """Of the outermost verb; a plan ('is expected to meet') is future whatever its own tense."""
    top = chain[0]
    auxiliaries = tree.auxiliaries(top)
    tag = tree.tokens[top].tag
    planned = tree.tokens[top].lemma in lexicon.PLANNING and any(h.tag in {"VBZ", "VBP"} for h in auxiliaries)
    if any(h.lemma in {"will", "shall", "'ll"} for h in auxiliaries) or (
        planned if len(chain) == 1 else _plans(tree, chain)
    ):
        return Tense.FUTURE
    if tag == "VBD" or any(h.tag == "VBD" or (h.lemma == "have" and tag == "VBN") for h in auxiliaries):
        return Tense.PAST
    if tag in {"VBZ", "VBP"} or any(h.tag in {"VBZ", "VBP"} for h in auxiliaries):
        return Tense.PRESENT
    modal = any(h.tag == "MD" for h in auxiliaries)  # 'would be closed' is not said to be past
    return Tense.PAST if tag == "VBN" and not modal else Tense.UNKNOWN


def _plans(tree: _Tree, chain: list[int]) -> bool:
    tops = [tree.tokens[link].lemma for link in chain[:-1]]
    future = any(lemma in lexicon.PLANNING or lemma in {"go", "be"} for lemma in tops)
    return future and tree.tokens[chain[-1]].tag == "VB"


def _status(tree: _Tree, chain: list[int], tense: Tense) -> Status:
    auxiliaries = [lemma for link in chain for lemma in tree.lemmas(link, "aux")]
    if tree.tokens[chain[-1]].lemma in lexicon.DENYING:
        return Status.DENIED
    if any(lemma in lexicon.OPENING for lemma in auxiliaries):
        return Status.POSSIBLE
    if tense is Tense.FUTURE:
        return Status.PLANNED
    hedged = any(lemma in lexicon.HEDGING for link in chain for lemma in tree.lemmas(link, "advmod"))
    reported = any(tree.tokens[link].lemma in lexicon.SAYING for link in chain[:-1])
    return Status.POSSIBLE if hedged or reported else Status.OCCURRED


def _progressive(tree: _Tree, verb: int) -> bool:
    """'has been watching' goes on; 'are being sent' is done to somebody and counts as done."""
    return tree.tokens[verb].tag == "VBG" and "be" in tree.lemmas(verb, "aux")


def _simple_past(tree: _Tree, top: int) -> bool:
    auxiliaries = tree.auxiliaries(top)
    if not auxiliaries:
        return tree.tokens[top].tag == "VBD"
    return all(h.tag == "VBD" and h.lemma == "be" for h in auxiliaries)
