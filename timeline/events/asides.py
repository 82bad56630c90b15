"""What a headline loses where it is long: asides, what follows after a comma, at last one phrase after the other."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from timeline.events.parsed import Parsed
from timeline.events.pronouns import quoted
from timeline.events.selfstanding import Told
from timeline.events.trees import descendants

_SHORT: Final = 95
"""Up to this length a headline keeps its asides; they are what makes most sentences too long for one."""
_PUT_IN: Final = frozenset({"relcl", "parataxis"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_OBJECTS: Final = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative", "agent"})
_AFTER_SIGN: Final = frozenset({"appos", "acl"})
_ASIDES: Final = _PUT_IN | _AFTER_SIGN | {"advcl"}
_TENSED: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADDED: Final = frozenset({"VBG", "VBN"})
_LAST: Final = frozenset({"prep", "advcl", "relcl", "acl", "appos", "conj", "npadvmod", "parataxis"})


def without(sentence: Parsed, told: Told, found: list[int], act: int, most: int) -> list[int]:
    """The tokens of a headline, where they are many without its asides, and without its last phrases, one after the
    other, until they have at most so many characters; act is the verb that must stay.
    """
    length = _length(sentence, found)
    if length <= _SHORT:
        return found
    for tops in (_asides, _after_comma):
        if length > _SHORT:
            found = _left(found, below(sentence, tops(sentence, told, found), act))
            length = _length(sentence, found)
    last = sorted(_last(sentence, told, found)) if length > most else []
    while last and length > most:
        found = _left(found, below(sentence, [last.pop()], told.clause.verb))
        length = _length(sentence, found)
    return _unattributed(sentence, told, found) if length > most and told.said is not None else found


def _unattributed(sentence: Parsed, told: Told, found: list[int]) -> list[int]:
    """Only what is said, where it is told and not quoted."""
    said = told.said.clause.top if told.said is not None else told.clause.top
    phrase = descendants(sentence.children, said)
    return found if quoted(sentence, said) else [i for i in found if i in phrase] or found


def _left(found: list[int], gone: set[int]) -> list[int]:
    return [i for i in found if i not in gone] if gone else found


def _length(sentence: Parsed, found: list[int]) -> int:
    """How many characters some tokens have, with a blank for what is left out between them."""
    if not found:
        return 0
    tokens = sentence.tokens
    gaps = ((a, b) for a, b in pairwise(found) if b != a + 1)
    stop = tokens[found[-1]].text == "."
    whole = tokens[found[-1]].end - tokens[found[0]].start - stop
    return whole - sum(tokens[b].start - tokens[a].end - 1 for a, b in gaps)


def put_in(sentence: Parsed, i: int) -> bool:
    """Whether a word begins a relative clause, a clause put in, or after a comma or the like an apposition or a
    participle."""
    token = sentence.tokens[i]
    if token.dep not in _AFTER_SIGN:
        return token.dep in _PUT_IN
    first = descendants(sentence.children, i)[0]
    if token.dep == "acl" and not (first == i and token.tag in _ADDED):
        return False
    follows = not any(other.pos in _VERBAL for other in sentence.tokens[token.head + 1 : first])
    return follows and first > 0 and sentence.tokens[first - 1].pos == "PUNCT"


def _asides(sentence: Parsed, told: Told, found: list[int]) -> Iterator[int]:
    """Appositions that name nobody, relative clauses, and clauses between subject and verb; none out of a quotation."""
    subject, top = told.subject or 0, told.clause.top
    for i in found:
        token = sentence.tokens[i]
        if token.dep not in _ASIDES or i == top:
            continue
        aside = subject < i < top if token.dep == "advcl" else put_in(sentence, i)
        if aside and not (_person(sentence, i) or quoted(sentence, i)):
            yield i


def _person(sentence: Parsed, i: int) -> bool:
    token = sentence.tokens[i]
    named = (n for n in sentence.names if n.start <= token.start < n.end)
    return token.dep == "appos" and any(name.kind == "person" for name in named)


def _after_comma(sentence: Parsed, told: Told, found: list[int]) -> Iterator[int]:
    """Participles (', leaving two hurt') and whose word it is (', according to her')."""
    for i in found:
        token = sentence.tokens[i]
        participle = token.dep == "advcl" and token.tag in _ADDED
        if i > told.clause.top and (participle or token.lemma == "accord") and not quoted(sentence, i):
            first = descendants(sentence.children, i)[0]
            if sentence.tokens[first - 1].text == ",":
                yield i


def _last(sentence: Parsed, told: Told, found: list[int]) -> Iterator[int]:
    """The phrases after the verb without which the rest is still a sentence; none out of a quotation."""
    for i in found:
        token = sentence.tokens[i]
        chained = token.dep == "conj" and sentence.tokens[token.head].dep == "conj"
        removable = i > told.clause.top and token.dep in _LAST and not chained
        if removable and not (_needed(sentence, i) or quoted(sentence, i)):
            yield i


def _needed(sentence: Parsed, i: int) -> bool:
    """Whether it is what its head is about: 'a number of', 'are in Bergen', the first of a verb without an object."""
    token = sentence.tokens[i]
    if token.dep != "prep" or token.lemma == "of":
        return token.dep == "prep"
    head, beside = sentence.tokens[token.head], sentence.children[token.head]
    if head.pos not in _VERBAL or head.lemma == "be":
        return head.lemma == "be"
    before = (sentence.tokens[c].dep for c in beside if token.head < c < i)
    return not any(dep == "prep" or dep in _OBJECTS for dep in before)


def below(sentence: Parsed, tops: Iterable[int], act: int) -> set[int]:
    """The tokens and all that they govern, with the commas around them and the 'and' before them, unless the act is
    among them."""
    found: set[int] = set()
    for top in tops:
        phrase = descendants(sentence.children, top)
        if act not in phrase:
            found |= {*phrase, *_around(sentence, phrase, sentence.tokens[top].head)}
    return found


def _around(sentence: Parsed, phrase: list[int], head: int) -> list[int]:
    """The signs on both sides of what describes a head; one stays where another clause goes on: 'a boat, which sank, he
    said'."""
    tokens = sentence.tokens
    first, last = phrase[0] - 1, phrase[-1] + 1
    joins = [first] if first >= 0 and tokens[first].dep == "cc" else []
    opened = [i for i in (first - len(joins),) if i >= 0 and tokens[i].text == ","]
    closed = [last] if last < len(tokens) and tokens[last].text == "," else []
    if not closed or last + 1 == len(tokens):
        return [*joins, *opened]
    after, leading = tokens[last + 1], phrase[0] == 0 or (opened and last < head)
    if opened and any(_person(sentence, i) for i in (head, opened[0] - 1)):
        return [*joins, *opened]  # 'the mayor, Anna Berg, who was ill, left'
    if leading or after.tag in _TENSED:  # nothing parts a subject from its verb
        return [*joins, *opened, *closed]
    another = after.head > last and tokens[head].head not in {last + 1, after.head}
    return [*joins, *opened, *(closed if opened and not (another or joins) else [])]
