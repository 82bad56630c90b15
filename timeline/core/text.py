"""A text as language/ gives it to the others: sentences of tokens, names and quotations, furniture told apart.
Plain data."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where in an article a sentence stands."""

    HEADLINE = "headline"
    BODY = "body"
    FURNITURE = "furniture"
    """Captions, advert markers, topic lists, copyright lines, share prompts: on the page, not in the report."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its analysis; head is the index of its governor in the sentence, its own index at the root."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; kind is person, organisation or place."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, without their marks; offsets in the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, by code-point offsets into the article's text; tokens are empty where it was not analysed."""

    start: int
    end: int
    text: str
    place: Place
    paragraph: int
    tokens: tuple[Token, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Spans of a page that speak of its own publication; year is the last year of its copyright line.

    dateline is the 'SEOUL, Oct. 18 (Northern Wire) -' before the report; bylines are lines such as 'Published 5
    November 2024'.
    """

    dateline: tuple[int, int] | None = None
    bylines: tuple[tuple[int, int], ...] = ()
    year: int | None = None
    year_at: tuple[int, int] | None = None
