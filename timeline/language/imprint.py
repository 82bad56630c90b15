"""What a page says of its own publication: dateline, byline with a date, copyright year."""

import re
from typing import Final

from timeline.core.text import Imprint, Place
from timeline.language import dateline
from timeline.language.paragraphs import furniture, split

_YEARS: Final = re.compile(r"\b(?:19|20)\d\d\b")


def find(text: str) -> Imprint:
    """The imprint of a page; every span in code points of its text."""
    paragraphs = list(split(text))
    body = next((p for p in paragraphs if p.place is Place.BODY), None)
    length = dateline.length(body.text) if body else 0
    kinds = [(p, furniture(p.text)) for p in paragraphs if p.place is Place.FURNITURE]
    bylines = tuple((p.start, p.end) for p, kind in kinds if kind == "byline")
    for paragraph, kind in kinds:
        if kind == "copyright" and (years := list(_YEARS.finditer(paragraph.text))):
            last = years[-1]
            span = (paragraph.start, paragraph.start + last.end())
            return Imprint((body.start, body.start + length) if body and length else None, bylines, int(last[0]), span)
    return Imprint((body.start, body.start + length) if body and length else None, bylines)
