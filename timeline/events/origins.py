"""How many articles, sources and independent origins report an event. A copy is no new origin."""

import re
from collections.abc import Sequence
from typing import Final

from timeline.core.event import Corroboration
from timeline.core.mention import Report

_WORD: Final = re.compile(r"\w+")
_COPIED: Final = 0.7
"""Jaccard overlap of words from which two sentences are one text with edits; independent sentences stay under
half of it."""


def count(reports: Sequence[Report]) -> Corroboration:
    """Articles, sources, and sources left when those that print the same sentence count once."""
    sources = sorted({report.source for report in reports})
    origin = {source: source for source in sources}
    for i, first in enumerate(reports):
        for second in reports[i + 1 :]:
            if first.source != second.source and _copied(first, second):
                old, new = sorted((origin[first.source], origin[second.source]), reverse=True)
                origin = {source: new if own == old else own for source, own in origin.items()}
    return Corroboration(len({report.article for report in reports}), len(sources), len(set(origin.values())))


def _copied(first: Report, second: Report) -> bool:
    a, b = (set(_WORD.findall(report.mention.text.lower())) for report in (first, second))
    return bool(a | b) and len(a & b) / len(a | b) >= _COPIED
