"""Noun phrases as headlines have them: without their asides, and in the words of the text."""

from collections.abc import Iterator, Mapping

from timeline.events import asides, signs
from timeline.events.parsed import Parsed
from timeline.events.trees import descendants


def phrase(sentence: Parsed, i: int) -> list[int]:
    """A noun with what it governs, without its asides."""
    whole = descendants(sentence.children, i)
    tops = [c for c in whole if c != i and asides.put_in(sentence, c)]
    if not tops:
        return whole
    gone = {below for top in tops for below in descendants(sentence.children, top)}
    around = {c for c in whole if sentence.tokens[c].text == "," and {c - 1, c + 1} & gone}
    return [c for c in whole if c not in gone and c not in around]


def text(sentence: Parsed, i: int) -> str:
    """A noun phrase as it can stand for a pronoun: up to the first aside."""
    kept = set(phrase(sentence, i))
    first = last = i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return " ".join(joined(sentence, list(range(first, last + 1)), {}).split()).strip(" ,")


def joined(sentence: Parsed, found: list[int], instead: Mapping[int, str]) -> str:
    """The text of some tokens, with others for some of them, and without the blanks around hyphens that bind."""
    if not found or " - " not in sentence.text:
        return " ".join(_pieces(sentence, found, instead)) if found else ""
    bound = dict.fromkeys(signs.hyphens(sentence.tokens), signs.HYPHEN)
    text = " ".join(_pieces(sentence, found, {**instead, **bound}))
    return text.replace(f" {signs.HYPHEN} ", "-").replace(signs.HYPHEN, "-")


def _pieces(sentence: Parsed, found: list[int], instead: Mapping[int, str]) -> Iterator[str]:
    """Runs of tokens that stand side by side, and what is written for others."""
    tokens, words, at = sentence.tokens, sentence.text, sentence.start
    first = last = found[0]
    for i in (*found[1:], -1):
        if i != last + 1 or i in instead or last in instead:
            yield instead.get(first) or words[tokens[first].start - at : tokens[last].end - at]
            first = i
        last = i
