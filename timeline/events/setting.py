"""How the words of a headline are set: names for pronouns, no full stop, a capital, and at most 120 characters."""

from collections.abc import Iterator
from typing import Final

from timeline.events import nouns, signs
from timeline.events.parsed import Parsed
from timeline.events.people import PRONOUNS
from timeline.events.selfstanding import Told

LONGEST: Final = 120
_ROOM: Final = 4
"""For the marks that close quotations."""
_ARTICLES: Final = ("a", "an", "the", "his", "her", "its", "their")
_PREPOSITIONS: Final = ("of", "in", "on", "at", "to", "for", "from", "by", "with", "as")
_LEADING_ON: Final = frozenset({*_ARTICLES, *_PREPOSITIONS, "and", "or", "but", "that", "which", "who"})
"""Words with which a headline cannot end, unless they belong to a verb: 'called in'."""
_QUOTES: Final = frozenset("\"“'‘[")
_EMPTY: Final = frozenset({"cc", "punct"})
_WH: Final = frozenset({"WDT", "WP", "WRB"})


def written(sentence: Parsed, told: Told, found: list[int]) -> str:
    """The tokens as the text has them, what stands for others in their place."""
    tokens = sentence.tokens
    if found and tokens[found[-1]].text == ".":
        found = found[:-1]
    while found and tokens[found[0]].dep in _EMPTY and tokens[found[0]].text not in _QUOTES:
        found = found[1:]
    instead = dict(_instead(sentence, told, found))
    particle = bool(found) and tokens[found[-1]].dep == "prt"
    return plain(nouns.joined(sentence, found, instead), particle=particle) or plain(sentence.text)


def plain(text: str, *, particle: bool = False) -> str:
    """Some words as a title: cut after a word, with a capital, its quotations closed; particle says that the last one
    belongs to a verb."""
    text = signs.tidy(text)
    title = _fitted(text, LONGEST, particle=particle)
    return title if len(title) <= LONGEST else _fitted(text, LONGEST - _ROOM, particle=particle)[:LONGEST]


def _fitted(text: str, most: int, *, particle: bool) -> str:
    cut = len(text) > most
    if cut:
        text = text[: most - 1].rpartition(" ")[0]
    while (cut or not particle) and (parts := text.rpartition(" "))[0] and parts[2].lower() in _LEADING_ON:
        text = parts[0]
    text = text.rstrip(signs.ENDS) + ("…" if cut else "")
    return signs.paired(text[:1].upper() + text[1:])


def _instead(sentence: Parsed, told: Told, found: list[int]) -> Iterator[tuple[int, str]]:
    """What is written for some tokens: names for pronouns, what is done with its object."""
    tokens, clause = sentence.tokens, told.clause
    for one in (told, told.said):
        if one is not None and one.before:
            pronouns = ((i, _named(sentence, one, i)) for i in found if tokens[i].lemma in PRONOUNS)
            yield from (pair for pair in pronouns if pair[1])
    if clause.dep == "relcl" and (done_to := _done_to(sentence, told)):
        yield clause.verb, f"{tokens[clause.verb].text} {done_to}"


def _named(sentence: Parsed, told: Told, i: int) -> str:
    """Who is meant by a pronoun as the subject, or as its owner ('Its delegate'); '' for any other word."""
    token, name = sentence.tokens[i], told.before.split(",")[0]
    if i == told.subject:
        return name
    return f"{name}’s" if token.tag == "PRP$" and token.head == told.subject else ""


def _done_to(sentence: Parsed, told: Told) -> str:
    """The object that a relative clause leaves to the noun before it: 'a treaty that they signed'."""
    clause, tokens = told.clause, sentence.tokens
    head = tokens[clause.top].head
    if told.subject == head or any(tokens[i].tag not in {"WP", "WDT"} for i in clause.objects):
        return ""
    others = (t for t in tokens if t.tag in _WH and t.dep != "dobj")
    taken = any(clause.verb in {t.head, tokens[t.head].head} for t in others)
    return "" if taken else nouns.text(sentence, head)
