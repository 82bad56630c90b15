"""A report's sentence with the words that denote its time marked."""

from collections.abc import Iterator

from timeline.core.derivation import Kind
from timeline.core.event import Event
from timeline.core.mention import Basis, Report
from timeline.services.because import Part

_RANK = {basis: rank for rank, basis in enumerate(Basis)}


def best(event: Event) -> Report:
    """The report to quote: the one whose sentence the event took over, else the one with the surest time."""
    same = [report for report in event.reports if report.mention.text == event.text]
    return same[0] if same else min(event.reports, key=lambda report: _RANK[report.basis])


def parts(report: Report) -> tuple[Part, ...]:
    """The sentence in pieces; what its derivation read in it is marked."""
    return tuple(_cut(report.mention.text, report.mention.start, sorted(_spans(report))))


def _spans(report: Report) -> set[tuple[int, int]]:
    """Words of time that lie inside the sentence, as the derivation names them."""
    mention = report.mention
    read = [s.evidence for s in report.derivation if s.kind is Kind.EXPRESSION and s.evidence and s.rule != "reported"]
    own = (words for words in read if words.article in {"", report.article})
    return {(words.start, words.end) for words in own if mention.start <= words.start < words.end <= mention.end}


def _cut(text: str, offset: int, spans: list[tuple[int, int]]) -> Iterator[Part]:
    at = 0
    for start, end in spans:
        first, last = start - offset, end - offset
        if first >= at:
            yield Part(text[at:first])
            yield Part(text[first:last], marked=True)
            at = last
    yield Part(text[at:])
