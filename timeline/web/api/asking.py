"""Requests of the API as queries of the core."""

from timeline.core import edtf
from timeline.core.interval import Interval
from timeline.core.line import TimelineQuery
from timeline.errors import Invalid
from timeline.web import cursors, ranges
from timeline.web.api.requests import Events, Shelf
from timeline.web.state import state


def timeline(slug: str, asked: Events) -> TimelineQuery:
    """The events on the line that are asked for; Invalid or Malformed name the parameter."""
    within = ranges.between(_date("from", asked.from_), _date("to", asked.to))
    if within and within.empty:
        raise Invalid("to lies before from", field="to")
    if asked.top and asked.cursor:
        raise Invalid("top gives all key dates at once; leave the cursor out", field="cursor")
    query = TimelineQuery(
        slug, within, asked.match, asked.q or "", asked.entity or "", asked.source or "", asked.status
    )
    return cursors.followed(state().signing_key, query, asked.cursor, asked.limit)


def shelf(slug: str, asked: Shelf) -> TimelineQuery:
    """The undated events that are asked for."""
    query = TimelineQuery(
        slug, q=asked.q or "", entity=asked.entity or "", source=asked.source or "", status=asked.status
    )
    return cursors.followed(state().signing_key, query, asked.cursor, asked.limit, shelf=True)


def _date(name: str, text: str | None) -> Interval | None:
    try:
        return edtf.read(text) if text else None
    except ValueError as error:
        raise Invalid(f"{name}: {error}", field=name) from error
