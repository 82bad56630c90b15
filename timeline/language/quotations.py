"""Quoted words: spans between quotation marks, also where a paragraph leaves the last mark to the next one."""

import re
from typing import Final

from timeline.core.text import Quotation

_DOUBLE: Final = re.compile(r"[\"“]([^\"“”]+)(?:[\"”]|$)")
_SINGLE: Final = re.compile(r"(?<!\w)['‘]([^'‘’\"“”]*(?:\w['’]\w[^'‘’\"“”]*)*)['’](?!\w)")
_FEWEST_WORDS: Final = 3
"""Fewer quoted words are a name or a manner of speaking ('extracurriculars'), not a statement."""


def find(paragraph: str, offset: int = 0) -> tuple[Quotation, ...]:
    """The quotations of at least three words in a paragraph, in order; offset is added to their positions.

    Single marks count only outside double ones, as the outer marks of British quotations.
    """
    double = list(_DOUBLE.finditer(paragraph))
    single = (m for m in _SINGLE.finditer(paragraph) if not any(d.start() <= m.start() < d.end() for d in double))
    spans = sorted((m.span(1), m[1]) for m in (*double, *single) if len(m[1].split()) >= _FEWEST_WORDS)
    return tuple(Quotation(offset + start, offset + end, words) for (start, end), words in spans)
