"""What a headline never has: words that open a sentence, phrases before the subject, clauses joined on, time words."""

from collections.abc import Iterator
from typing import Final

from timeline.events import lexicon
from timeline.events.asides import below
from timeline.events.parsed import Parsed
from timeline.events.selfstanding import Told
from timeline.events.trees import descendants

_ENOUGH: Final = 40
"""Characters from which a headline can do without the phrase before its subject."""
_OPENERS: Final = frozenset({"mark", "intj", "conj"})
_LEADING: Final = frozenset({"prep", "advcl", "npadvmod", "advmod"})
_CONDITIONS: Final = frozenset({"if", "unless"})
_RELATIVE: Final = frozenset({"WP", "WDT"})
_GOVERNING: Final = frozenset({"prep", "agent", "quantmod"})
_NAMING: Final = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod"})
_NAMED: Final = frozenset({"NOUN", "ADJ"})
_HOLDING: Final = lexicon.SAYING | lexicon.HOLDING
_JOINING: Final = frozenset({"CCONJ", "ADP", "PART"})


def find(sentence: Parsed, told: Told, act: int, times: tuple[tuple[int, int], ...], end: int) -> set[int]:
    """The tokens to leave out; act is the verb that must stay, times are spans that the date tells, end is the last
    token of the clause."""
    found = below(sentence, _tops(sentence, told, end), act)
    if told.said is not None:
        leading = (i for i in sentence.children[told.said.clause.top] if _leads(sentence, told.said, i, end))
        found |= below(sentence, leading, act)
    if told.clause.dep == "relcl":
        found |= _relative(sentence, told)
    return found | _time_words(sentence, times) if times else found


def _tops(sentence: Parsed, told: Told, end: int) -> Iterator[int]:
    top, verb = told.clause.top, told.clause.verb
    joined = sentence.children[top] if top == verb else [*sentence.children[top], *sentence.children[verb]]
    for i in joined:
        if i != verb and (_opens(sentence, told, i) or _leads(sentence, told, i, end)):
            yield i


def _opens(sentence: Parsed, told: Told, i: int) -> bool:
    """'However, …', 'and …', 'when …', 'in which …'."""
    token = sentence.tokens[i]
    if token.dep in _OPENERS:
        return True
    if token.dep == "cc":
        return i < told.clause.top
    if token.dep == "ccomp":  # two sentences that the parser took for one
        holds = sentence.tokens[told.clause.verb].lemma in _HOLDING or sentence.quotations
        return i < (told.subject or 0) and not holds
    if token.dep == "advmod":
        return i == 0 or (token.tag == "WRB" and told.clause.dep != "ROOT")
    if token.dep == "prep" and told.clause.dep == "relcl":
        return any(sentence.tokens[c].tag in _RELATIVE for c in sentence.children[i])
    return token.dep == "parataxis" and i < (told.subject or 0)


def _leads(sentence: Parsed, told: Told, i: int, end: int) -> bool:
    """Whether it comes before the subject, or between a shared subject and the verb, and the rest says enough."""
    token, subject = sentence.tokens[i], told.subject
    if token.dep not in _LEADING or subject is None or not max(i, subject) < told.clause.verb:
        return False
    if i > subject and told.clause.dep != "conj":
        return False
    phrase = descendants(sentence.children, i)
    if phrase[0] < subject < phrase[-1] or sentence.tokens[phrase[0]].lemma in _CONDITIONS:
        return False
    if token.dep == "prep" and i < subject:
        return sentence.tokens[end].end - sentence.tokens[phrase[-1]].end > _ENOUGH
    after = sentence.tokens[phrase[-1] + 1 : phrase[-1] + 2]
    return any(token.text == "," for token in after)


def _relative(sentence: Parsed, told: Told) -> set[int]:
    """The relative pronoun, and the commas of the noun that it stands for."""
    joined = {*sentence.children[told.clause.top], *sentence.children[told.clause.verb]}
    pronouns = {i for i in joined if sentence.tokens[i].tag in _RELATIVE}
    own = sentence.children[told.subject] if told.subject is not None else []
    return pronouns | {i for i in own if sentence.tokens[i].text == ","}


def _time_words(sentence: Parsed, times: tuple[tuple[int, int], ...]) -> set[int]:
    """The tokens of some time expressions, with the prepositions before them and the words that join them.

    One that says which thing is meant stays: 'a 1999 incident', 'a 48-year-old man'.
    """
    found: set[int] = set()
    for start, end in times:
        inside = {i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end}
        found |= set() if _names(sentence, inside) else inside
    return found | _governing(sentence, found) if found else found


def _names(sentence: Parsed, inside: set[int]) -> bool:
    """Whether a thing is named by a time before it."""
    tokens, last = sentence.tokens, max(inside, default=0)
    named = (tokens[tokens[i].head] for i in inside if tokens[i].dep in _NAMING and tokens[i].head > last)
    return any(token.pos in _NAMED for token in named)


def _governing(sentence: Parsed, found: set[int]) -> set[int]:
    """The prepositions that govern nothing else, and what joins the parts."""
    tokens, gone = sentence.tokens, set(found)
    for i in reversed(range(len(tokens))):
        if tokens[i].dep in _GOVERNING:
            rest = [c for c in sentence.children[i] if c not in gone]
            if len(rest) < len(sentence.children[i]) and all(tokens[c].dep == "advmod" for c in rest):
                gone |= {i, *rest}
    joins = {i for i, t in enumerate(tokens) if t.pos in _JOINING and {i - 1, i + 1} <= gone}
    return gone | joins
