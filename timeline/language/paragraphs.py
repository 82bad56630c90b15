"""Paragraphs of a text, and which of them are furniture: captions, advert markers, topic lists, copyright
lines, share prompts."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.core.text import Place

_LINE = re.compile(r"[^\n]+")
_CREDIT = re.compile(
    r"(?:^|[.!?”\"'] )[^.!?]{0,60}(?:/|\(|via |Photo by )[^.!?]{0,40}"
    r"\b(?:Getty|AP|Reuters|REUTERS|AFP|EPA|Shutterstock)\b"
    r"(?: (?:Images|Photos?|Pictures|Handout|File|Pool))?(?:/[^.!?]{0,30})?[.)]*$"
)
"""A caption ends with the name of a photographer and an agency, as a sentence of its own."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text without its outer blanks, by code-point offsets."""

    start: int
    end: int
    text: str
    place: Place


def split(text: str) -> Iterator[Paragraph]:
    """The lines of a text that hold something, in order. A line is a paragraph: articles as plain text break
    nowhere else."""
    for line in _LINE.finditer(text):
        content = line[0].strip()
        if content:
            start = line.start() + line[0].index(content[0])
            place = Place.FURNITURE if furniture(content) else Place.BODY
            yield Paragraph(start, start + len(content), content, place)


def furniture(line: str) -> str | None:
    """The kind of furniture that a line is, or None for a line of the report."""
    if _CREDIT.search(line):
        return "picture"
    return next((kind for kind, shape in _shapes() if shape.fullmatch(line)), None)


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    return tuple(
        (kind, re.compile("|".join(shapes), re.IGNORECASE if kind != "byline" else 0)) for kind, shapes in kinds.items()
    )
