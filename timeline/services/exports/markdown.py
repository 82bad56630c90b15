"""Markdown (CommonMark): a list by months, each event with its date, its sources and the reasons of its date."""

import re
from collections.abc import Iterator
from typing import Final

from timeline.core import calendar, words
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.services import because
from timeline.services.exports import told
from timeline.services.exports.taken import Entry, Taken
from timeline.services.exports.told import Cited

_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>#|~&$@^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What would be markup: of CommonMark, and of those who make links of bare addresses and formulas of dollars."""
_BLOCK: Final = re.compile(r"^(\d{0,9})([-+=.)])")
"""What would begin a list or a rule at the beginning of a line."""
_BREAKING: Final = re.compile(r"[()]")
"""Signs of an address at which some readers take a link to end, though it stands in angle brackets."""


def write(taken: Taken) -> Iterator[str]:
    """The document in pieces; those without a date stand below a heading of their own."""
    yield f"# {escaped(taken.title)}\n\n"
    if taken.collection.about:
        yield f"{escaped(taken.collection.about)}\n\n"
    yield f"{escaped(told.asked(taken))} {escaped(told.left_out(taken))}\n"
    if taken.base:
        yield f"The same as a page: <{taken.page}>\n"
    heading = ""
    for entry in taken.entries:
        if (own := _heading(entry.event)) != heading:
            heading = own
            yield f"\n## {escaped(heading)}\n\n"
        yield from _event(entry, taken)


def escaped(text: str) -> str:
    """A text of which nothing is markup, on one line."""
    return _BLOCK.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", told.plain(text)))


def _heading(event: Event) -> str:
    """The month, or the year in which a longer time begins."""
    if not event.date.dated:
        return "Undated"
    first, interval = event.date.order[0], event.date.interval
    longer = interval.bounded and calendar.ceiling(first, G.MONTH) < interval.end
    return words.year(calendar.fields(first)[0]) if longer else words.month(first)


def _event(entry: Entry, taken: Taken) -> Iterator[str]:
    event = entry.event
    name = escaped(told.title(event))
    yield f"- **{escaped(because.display(event.date))}**: "
    yield f"[{name}](<{taken.event(event)}>)" if taken.base else name
    yield f" ({escaped(f'{_certainty(event)}{told.corroboration(event)}')})\n"
    for one in told.cited(entry):
        yield f"  - “{escaped(one.quote)}” {_source(one)}\n"
    for found in event.contradictions:
        claims = " or ".join(escaped(claim.text) for claim in found.claims)
        yield f"  - Sources disagree on the {escaped(found.about)}: {claims}\n"
    reasons = " ".join(sentence.text for sentence in because.told(event) if sentence.parts)
    yield f"  - Why this date? {escaped(reasons)}\n"


def _certainty(event: Event) -> str:
    return f"{event.date.certainty.value}, " if event.date.dated else ""


def _source(one: Cited) -> str:
    name = escaped(one.source)
    return f"[{name}](<{_BREAKING.sub(_encoded, one.url)}>)" if one.url else name


def _encoded(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
