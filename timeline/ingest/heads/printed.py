"""Dates inside lines of text: 'By A. Writer | 5 Nov 2024, 14:05 GMT | Updated 7 Nov 2024'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from timeline.ingest.heads.lexicon import AFTER_MODIFIED, AFTER_PUBLISHED, BETWEEN, MODIFIED, OTHER, PUBLISHED

LONGEST: Final = 300
"""Code points of a line that can be a byline; longer ones are paragraphs."""
_NEAR: Final = 40
_SAID: Final = 80
_GOES_ON: Final = re.compile(r"(?:\. )?\w")
_PIECE: Final = re.compile(r"[\n|•·;:/()—–]")
_COLONS: Final = (":", "\uff1a")
_LEADS: Final = frozenset((*_COLONS, "\u65e5", "\u65f6"))
"""Signs that lead from a label to its date: colons, 'day' and 'time'."""
_WEEKDAY: Final = 12

_WORD: Final = r"[^\W\d_][^\s\d_.,:;|/()-]{2,13}\.?"
_CLOCK: Final = r"(?<!\d)\d{1,2}\s?[:.hH時]\s?\d\d(?::\d\d)?(?!\d)(?:\s?[aApP]\.?[mM]\b\.?|\s?Uhr\b|分)?"
_ZONE: Final = r"(?:\s?\(?(?:(?:GMT|UTC)?[+-]\d{1,2}(?::?\d\d)?|[A-Z]{2,5}|Z)\b\)?)?"
_DATE: Final = re.compile(
    rf"(?<![\d./-])(?:\d{{4}}\s?[-./年년]\s?\d{{1,2}}\s?[-./月월]\s?\d{{1,2}}(?:日|일)?(?!\d)"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?[\s-]{{1,3}}(?:de\s|of\s)?{_WORD},?[\s-]{{1,3}}(?:de\s|del\s)?\d{{4}}(?!\d)"
    rf"|\d{{4}}\.?\s{_WORD}\s\d{{1,2}}(?![\d:])\.?"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}(?![\d/]))"
    rf"|(?<!\w){_WORD}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}(?!\d)"
)
_AFTER: Final = re.compile(rf"(?P<gap>[^\d|•·\n]{{0,12}}?)(?P<clock>{_CLOCK})(?P<zone>{_ZONE})")
_BEFORE: Final = re.compile(rf"(?P<clock>{_CLOCK})(?P<zone>{_ZONE})[\s,|–-]{{1,4}}(?:[^\W\d_]{{2,12}}\.?,?\s)?$")


class Label(StrEnum):
    """What a line calls a date."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a line: its words, the date itself, the time of day and the zone beside it, what the line calls it.

    leads says that the label begins its piece of the line, alone that no sentence goes on around the date.
    """

    words: str
    date: str
    clock: str
    zone: str
    label: Label
    leads: bool
    alone: bool


def find(line: str, before: str = "") -> Iterator[Printed]:
    """The dates of a line, each with the label nearest before it; before is what stands before the line.

    From one day to another is a span, and no publication.
    """
    line, last = line[:LONGEST], 0
    dates = list(_DATE.finditer(line))
    joined = [(one, two) for one, two in pairwise(dates) if line[one.end() : two.start()].strip() in BETWEEN]
    spans = {found.start() for pair in joined for found in pair}
    for found in dates:
        start, end, clock, zone = _with_clock(line, found, last)
        said = f"{before}\n{line[last:start]}" if last == 0 else line[last:start]
        called, leads = _called(said[-_SAID:])
        if after := _after(line, end):
            called, leads = after, True
        called = Label.OTHER if found.start() in spans else called
        yield Printed(line[start:end], found[0], clock, zone, called, leads, _alone(line[:start], line[end:]))
        last = end


def _with_clock(line: str, found: re.Match[str], last: int) -> tuple[int, int, str, str]:
    """From where to where the date goes with its time of day, which stands after it or before it."""
    after = _AFTER.match(line, found.end())
    if after and label(after["gap"]) is Label.NONE:
        return found.start(), after.end(), after["clock"], after["zone"]
    if before := _BEFORE.search(line[max(last, found.start() - _NEAR) : found.start()]):
        start = found.start() - len(before[0])
        return start, found.end(), before["clock"], before["zone"]
    return found.start(), found.end(), "", ""


def _alone(before: str, after: str) -> bool:
    """Whether at most a weekday stands before, or a sign that parts, and no word goes on after.

    A colon does not part: what stands before it says what the date is of.
    """
    before, after = before.strip(), after.strip()
    weekday = len(before) <= _WEEKDAY and before.isalpha()
    return (weekday or not (before[-1:].isalnum() or before.endswith(_COLONS))) and not _GOES_ON.match(after)


def _after(line: str, end: int) -> Label | None:
    """The label right after a date, as in '2024年11月5日 公開'; where a date follows it, it is that one's."""
    at = end + line[end : end + 1].isspace()
    for kind, words in ((Label.PUBLISHED, AFTER_PUBLISHED), (Label.MODIFIED, AFTER_MODIFIED)):
        if (found := words.match(line, at)) and line[found.end() : found.end() + 1] not in _LEADS:
            return kind
    return None


def label(text: str) -> Label:
    """The label that ends last in a text."""
    return _called(text)[0]


def _called(text: str) -> tuple[Label, bool]:
    """The label that ends last in a text, and whether it begins its piece of the line, or one word after."""
    kinds = ((Label.MODIFIED, MODIFIED), (Label.PUBLISHED, PUBLISHED), (Label.OTHER, OTHER))
    ends = [(found.end(), kind, found.start()) for kind, words in kinds for found in words.finditer(text)]
    if not ends:
        return Label.NONE, False
    _, kind, start = max(ends, key=lambda end: end[0])
    return kind, len(_PIECE.split(text[:start])[-1].split()) <= 1
