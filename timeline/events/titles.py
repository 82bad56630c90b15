"""Titles: the clause of a report as a headline, without its time words and asides."""

import re
from collections.abc import Iterable
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed
from timeline.events.people import PRONOUNS
from timeline.events.trees import descendants

LONGEST: Final = 120
_FIRST_SHORTENED: Final = 95
"""From this length on a headline loses its asides; they are what makes most sentences too long for one."""
_LEADING_ON: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "that",
        "as",
        "his",
        "its",
    }
)
"""Words after which a headline cannot be cut off."""
_ASIDES: Final = frozenset({"appos", "relcl", "parataxis"})
_GOVERNING: Final = frozenset({"prep", "agent", "quantmod"})
_OPENERS: Final = frozenset({"cc", "mark", "intj"})
_OPENING: Final = frozenset("([“")
_BEFORE_SIGN: Final = re.compile(r"\s+([,.;:!?)\]’”])")
_AFTER_SIGN: Final = re.compile(r"([(\[“])\s+")
_NOTHING: Final = re.compile(r"\(\s*\)")
_COMMAS: Final = re.compile(r"(?:,\s*)+,")


def write(sentence: Parsed, clause: Clause, times: tuple[tuple[int, int], ...], before: str) -> str:
    """At most 120 characters that tell the act of a clause.

    times are the spans that the date already tells; before is the text that a pronoun as subject stands for.
    """
    wanted = _own(sentence, clause)
    without = _without(sentence, clause, wanted, times)
    kept = [i for i in wanted if i not in without]
    text = _text(sentence, clause, kept, before)
    if len(text) > _FIRST_SHORTENED:
        asides = _below(sentence, (i for i in kept if _aside(sentence, clause, i)), commas=True)
        text = _text(sentence, clause, [i for i in kept if i not in asides], before)
    return _cut(text)


def _own(sentence: Parsed, clause: Clause) -> list[int]:
    """The tokens that tell the clause: its own, what it governs, and the subject that it shares with another."""
    own = set(descendants(sentence.children, clause.top))
    if clause.subject is not None and clause.subject not in own:
        phrase = descendants(sentence.children, clause.subject)
        asides = (c for c in phrase if sentence.tokens[c].dep in _ASIDES)
        own |= set(phrase) - _below(sentence, asides)
    return sorted(own)


def _without(sentence: Parsed, clause: Clause, wanted: list[int], times: tuple[tuple[int, int], ...]) -> set[int]:
    """What a headline leaves out: openers ('However,'), the clauses put in or joined to this one, relative pronouns
    with their commas, time words."""
    tokens = sentence.tokens
    verbs = {clause.top, clause.verb}
    joined = [i for i in wanted if tokens[i].head in verbs and i not in verbs]
    openers = [
        i
        for i in joined
        if tokens[i].dep in _OPENERS
        or (tokens[i].dep == "advmod" and i == 0)
        or _conjunct(sentence, i)
        or (tokens[i].dep == "parataxis" and i < (clause.subject or 0))
    ]
    relative = clause.dep == "relcl"
    pronouns = {i for i in joined if relative and tokens[i].tag in {"WP", "WDT"}}
    commas = {i for i in wanted if relative and tokens[i].head == clause.subject and tokens[i].text == ","}
    return _below(sentence, openers) | pronouns | commas | time_words(sentence, times)


def _conjunct(sentence: Parsed, i: int) -> bool:
    return sentence.tokens[i].dep == "conj" and sentence.tokens[i].pos in {"VERB", "AUX"}


def _aside(sentence: Parsed, clause: Clause, i: int) -> bool:
    """An apposition that names nobody, a relative clause, or a participle before the subject ('Backing him up, …')."""
    token = sentence.tokens[i]
    if i == clause.top or token.head == i:
        return False
    if token.dep == "appos":
        return not any(n.start <= token.start < n.end and n.kind == "person" for n in sentence.names)
    participle = token.dep == "advcl" and token.tag in {"VBG", "VBN"} and token.head in {clause.top, clause.verb}
    early = participle and clause.subject is not None and i < clause.subject
    return token.dep in _ASIDES or early


def _below(sentence: Parsed, tops: Iterable[int], *, commas: bool = False) -> set[int]:
    """The tokens and all that they govern, with the commas around them."""
    found: set[int] = set()
    for top in tops:
        below = descendants(sentence.children, top)
        around = [i for i in (below[0] - 1, below[-1] + 1) if 0 <= i < len(sentence.tokens)]
        signs = [i for i in around if sentence.tokens[i].text == ","]
        found |= {*below, *(signs if commas and (len(signs) == 2 or below[0] == 0) else [])}
    return found


def time_words(sentence: Parsed, times: tuple[tuple[int, int], ...]) -> set[int]:
    """The tokens of some time expressions, with the prepositions before them and the words that join them."""
    if not times:
        return set()
    tokens = sentence.tokens
    found = {i for i, t in enumerate(tokens) if any(start < t.end and t.start < end for start, end in times)}
    if not found:
        return found
    for i in reversed(range(len(tokens))):
        if tokens[i].dep in _GOVERNING and any(tokens[c].head == i for c in found):
            found |= {i, *(c for c, t in enumerate(tokens) if t.head == i and t.dep == "advmod")}
    joins = {i for i, t in enumerate(tokens) if t.pos in {"CCONJ", "ADP", "PART"} and {i - 1, i + 1} <= found}
    return found | joins


def _text(sentence: Parsed, clause: Clause, kept: list[int], before: str) -> str:
    text, last, done_to = "", None, _done_to(sentence, clause)
    for i in kept:
        token = sentence.tokens[i]
        gap = last is not None and (i != last + 1 or sentence.tokens[last].end < token.start)
        text += (" " if gap else "") + ((before and _named(sentence, clause, i, before)) or token.text)
        text += f" {done_to}" if i == clause.verb and done_to else ""
        last = i
    text = _tidy(text)
    return text.strip(" ,;:-–—.()") if text.count('"') % 2 == 0 else text.strip(' ,;:-–—.()"')


def _tidy(text: str) -> str:
    """The text without the gaps, empty brackets and doubled commas that words left where they were taken out."""
    text = _BEFORE_SIGN.sub(r"\1", text)
    if not _OPENING.isdisjoint(text):
        text = _NOTHING.sub("", _AFTER_SIGN.sub(r"\1", text))
    if text.count(",") > 1:
        text = _COMMAS.sub(",", text)
    return " ".join(text.split())


def _named(sentence: Parsed, clause: Clause, i: int, before: str) -> str:
    """Who is meant by a pronoun as the subject, or as its owner ('Its delegate'); '' for any other word."""
    token = sentence.tokens[i]
    if token.lemma not in PRONOUNS:
        return ""
    if i == clause.subject:
        return before
    return f"{before}’s" if token.tag == "PRP$" and token.head == clause.subject else ""


def _done_to(sentence: Parsed, clause: Clause) -> str:
    """The object that a relative clause leaves to the noun before it: 'a treaty that they signed'."""
    top = sentence.tokens[clause.top]
    if (
        top.dep != "relcl"
        or clause.subject == top.head
        or any(sentence.tokens[i].tag not in {"WP", "WDT"} for i in clause.objects)
    ):
        return ""
    taken = any(t.tag in {"WDT", "WP", "WRB"} and t.head == clause.verb and t.dep != "dobj" for t in sentence.tokens)
    return "" if taken else subject(sentence, top.head)


def _cut(text: str) -> str:
    text = text[:1].upper() + text[1:]
    if len(text) <= LONGEST:
        return text
    words = text[: LONGEST - 1].split(" ")[:-1]
    while words[-1].lower() in _LEADING_ON:
        words.pop()
    return " ".join(words).rstrip(" ,;:-–—") + "…"


def subject(sentence: Parsed, i: int) -> str:
    """A noun phrase as it can stand for a pronoun: without its asides."""
    tokens = sentence.tokens
    phrase = descendants(sentence.children, i)
    asides = _below(sentence, (c for c in phrase if tokens[c].dep in _ASIDES and c != i), commas=True)
    kept = [c for c in phrase if c not in asides]
    if kept != list(range(kept[0], kept[-1] + 1)):
        return tokens[i].text
    words = sentence.text[tokens[kept[0]].start - sentence.start : tokens[kept[-1]].end - sentence.start]
    return " ".join(words.split())
