"""Sentences out of an analysed paragraph."""

from collections.abc import Iterator
from itertools import pairwise

from timeline.core.text import Name, Place, Quotation, Sentence, Token
from timeline.language import names, quotations, repairs
from timeline.language.analysed import Analysed


def of_paragraph(text: str, offset: int, number: int, found: Analysed) -> Iterator[Sentence]:
    """The sentences of a paragraph with this text and number, that begins at an offset of the article."""
    quoted = quotations.find(text, offset)
    for first, end in pairwise((*found.sentences, len(found.words))):
        words = text[found.starts[first] : found.ends[end - 1]]
        bare = words.strip()
        if bare:
            start = offset + found.starts[first] + words.index(bare[0])
            tokens = repairs.attribution(_tokens(text, offset, found, first, end))
            own = tuple(_names(text, offset, found, first, end))
            inside = _inside(quoted, start, start + len(bare))
            yield Sentence(start, start + len(bare), bare, Place.BODY, number, tokens, own, inside)


def _tokens(text: str, offset: int, found: Analysed, first: int, end: int) -> list[Token]:
    tokens = zip(
        found.words[first:end], found.starts[first:end], found.ends[first:end], found.heads[first:end], strict=True
    )
    return [
        Token(offset + start, offset + stop, text[start:stop], word.lemma, word.pos, word.tag, word.dep, head - first)
        for word, start, stop, head in tokens
    ]


def _names(text: str, offset: int, found: Analysed, first: int, end: int) -> Iterator[Name]:
    for entity in found.entities:
        if first <= entity.start < end:
            start = found.starts[entity.start]
            name = names.name(offset + start, text[start : found.ends[entity.end - 1]], entity.label)
            if name:
                yield name


def _inside(quoted: tuple[Quotation, ...], start: int, end: int) -> tuple[Quotation, ...]:
    return tuple(q for q in quoted if q.start < end and start < q.end)
