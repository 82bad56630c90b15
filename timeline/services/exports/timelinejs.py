"""TimelineJS 3 (Knight Lab): a title slide and a slide an event, for its JSON loader.

It shows headlines, texts and dates as HTML, so every text is escaped, and makes no links of its own. Each slide needs
a beginning: events without one, and the undated, are left out and counted.
"""

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.services import because
from timeline.services.exports import told
from timeline.services.exports.document import dumped
from timeline.services.exports.taken import Entry, Taken
from timeline.services.exports.told import Cited

_FIELDS: Final = ("year", "month", "day", "hour", "minute", "second")
_UNITS: Final = (G.YEAR, G.MONTH, G.DAY, G.HOUR, G.MINUTE)
"""What each number of fields can tell apart; all six tell seconds apart."""
_EARLIEST: Final = calendar.at(-200_000)
_LATEST: Final = calendar.at(200_000)
"""Years that JavaScript's dates reach."""


def carries(interval: Interval) -> bool:
    """Whether the beginning is known; an end that is not is said in words."""
    return _EARLIEST < interval.start < _LATEST


def write(taken: Taken) -> Iterator[str]:
    """The object in pieces, a slide each."""
    yield '{"title": ' + dumped(_title(taken)) + ', "events": ['
    for number, entry in enumerate(taken.entries):
        yield (",\n" if number else "\n") + dumped(_slide(entry, taken))
    yield "\n]}\n"


def _title(taken: Taken) -> dict[str, Any]:
    about = [told.plain(taken.collection.about), told.asked(taken), told.left_out(taken)]
    text = "".join(f"<p>{escape(one)}</p>" for one in about if one)
    return {"unique_id": "title", "autolink": False, "text": {"headline": _escaped(taken.title), "text": text}}


def _slide(entry: Entry, taken: Taken) -> dict[str, Any]:
    event = entry.event
    slide: dict[str, Any] = {
        "unique_id": f"e-{event.id}",
        "start_date": {},
        "display_date": _escaped(because.display(event.date)),
        "text": {"headline": _escaped(told.title(event)), "text": "".join(_paragraphs(entry, taken))},
        "autolink": False,
    } | _dates(event.date.interval)
    group = _group(event)
    return slide | ({"group": _escaped(group)} if group else {})


def _paragraphs(entry: Entry, taken: Taken) -> Iterator[str]:
    event = entry.event
    yield f"<p>{_escaped(told.when(event))} ({told.corroboration(event)})</p>"
    for one in told.cited(entry):
        yield f"<blockquote>“{_escaped(one.quote)}” {_source(one)}</blockquote>"
    if taken.base:
        yield f'<p><a href="{escape(taken.event(event))}">Why this date?</a></p>'


def _source(one: Cited) -> str:
    name = _escaped(one.source)
    return f'<a href="{escape(one.url)}" rel="noopener noreferrer nofollow">{name}</a>' if one.url else name


def _group(event: Event) -> str:
    """The first who is named in it, as the lanes of the page's drawing have it."""
    return next((entity.name for entity in event.entities if entity.kind != "place"), "")


def _dates(interval: Interval) -> dict[str, Any]:
    """The first and the last unit of the coarsest kind that tells the ends; one alone where they are the same."""
    ends = [at for at in (interval.start, interval.end) if at < calendar.END]
    whole = (n for n, unit in enumerate(_UNITS, start=1) if all(calendar.floor(at, unit) == at for at in ends))
    count = next(whole, len(_FIELDS))
    first = _parts(interval.start, count)
    last = _parts(interval.last, count) if interval.end < _LATEST else first
    return {"start_date": first} | ({"end_date": last} if last != first else {})


def _parts(civil: float, count: int) -> dict[str, int]:
    """The fields of a date; there is no year 0 here, the year before 1 is -1."""
    year, *rest = calendar.fields(civil)
    return dict(zip(_FIELDS[:count], (year if year > 0 else year - 1, *rest), strict=False))


def _escaped(text: str) -> str:
    return escape(told.plain(text))
