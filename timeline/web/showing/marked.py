"""An article's text in paragraphs, its words of time numbered: resolved ones marked, rejected ones dotted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import words
from timeline.core.event import Event
from timeline.core.expression import Rejected, Resolution
from timeline.services import because

_BREAK: Final = re.compile(r"(?:[ \t\f\v]*(?:\r\n|\r|\n))+")


@dataclass(frozen=True, slots=True)
class Note:
    """What was made of one expression: a lead in bold and a sentence; number ties it to its words."""

    number: int
    start: int
    end: int
    accepted: bool
    lead: str
    told: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Running text, or the words of a note."""

    text: str
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, its notes, and the events whose sentence begins in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    events: tuple[Event, ...]


def paragraphs(
    article: str, text: str, accepted: Sequence[Resolution], rejected: Sequence[Rejected], events: Sequence[Event]
) -> tuple[Paragraph, ...]:
    """The text as read; every character of it but the line breaks between paragraphs is shown."""
    notes = _notes(accepted, rejected)
    return tuple(_paragraph(article, text, span, notes, events) for span in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _BREAK.finditer(text):
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if text[at:].strip():
        yield at, len(text)


def _notes(accepted: Sequence[Resolution], rejected: Sequence[Rejected]) -> list[Note]:
    """All of them in the order of the text, numbered from 1; what lies inside an earlier one is left out."""
    read = [(r.start, r.end, True, *_told(r)) for r in accepted]
    left = [(r.start, r.end, False, "No date", _capital(r.reason).removesuffix(".") + ".") for r in rejected]
    notes: list[Note] = []
    for found in sorted([*read, *left]):
        if not notes or found[0] >= notes[-1].end:
            notes.append(Note(len(notes) + 1, *found))
    return notes


_LEADS: Final = {"DURATION": "A length of time", "SET": "Something that comes back"}


def _told(found: Resolution) -> tuple[str, str]:
    """What the words give, and why."""
    if found.interval.unknown and found.type in _LEADS:
        return _LEADS[found.type], "It names no day."
    return _capital(words.in_words(found.interval)), because.reasons(found.derivation)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraph(
    article: str, text: str, span: tuple[int, int], notes: Sequence[Note], events: Sequence[Event]
) -> Paragraph:
    start, end = span
    own = [note for note in notes if start <= note.start < end]
    reported = [event for event in events if _begins(event, article, start, end)]
    return Paragraph(tuple(_pieces(text, span, own)), tuple(own), tuple(reported))


def _begins(event: Event, article: str, start: int, end: int) -> bool:
    own = (report.mention for report in event.reports if report.article == article)
    return any(start <= mention.start < end for mention in own)


def _pieces(text: str, span: tuple[int, int], notes: Sequence[Note]) -> Iterator[Piece]:
    at, end = span
    for note in notes:
        yield Piece(text[at : note.start])
        yield Piece(text[note.start : min(note.end, end)], note)
        at = min(note.end, end)
    yield Piece(text[at:end])
