"""Requests of the API as queries of the core."""

from dataclasses import replace

from timeline.core import edtf
from timeline.core.interval import Interval
from timeline.core.line import Sort, TimelineQuery
from timeline.errors import Invalid
from timeline.web import cursors, ranges
from timeline.web.api.requests import Events, Faceted, Filters, Ranged, Shelf
from timeline.web.state import state


def timeline(slug: str, asked: Events) -> TimelineQuery:
    """The events on the line that are asked for; Invalid or Malformed name the parameter."""
    if asked.top and asked.cursor:
        raise Invalid("top gives all key dates at once; leave the cursor out", field="cursor")
    if asked.top and asked.sort is not Sort.TIME:
        raise Invalid("top gives the key dates in the order of time; leave sort out", field="sort")
    query = replace(_kept(slug, asked), within=_within(asked), match=asked.match, sort=asked.sort)
    return cursors.followed(state().signing_key, query, asked.cursor, asked.limit)


def shelf(slug: str, asked: Shelf, lister: str) -> TimelineQuery:
    """The events of a list without a range that are asked for."""
    return cursors.followed(state().signing_key, _kept(slug, asked), asked.cursor, asked.limit, lister)


def faceted(slug: str, asked: Faceted) -> TimelineQuery:
    """The events whose facets are asked for."""
    return replace(_kept(slug, asked), within=_within(asked), match=asked.match)


def _kept(slug: str, asked: Filters) -> TimelineQuery:
    return TimelineQuery(
        slug,
        q=asked.q or "",
        entity=asked.entity or "",
        source=asked.source or "",
        status=asked.status,
        place=asked.place or "",
        min_origins=asked.min_origins or 1,
        precision=asked.precision,
    )


def _within(asked: Ranged) -> Interval | None:
    within = ranges.between(_date("from", asked.from_), _date("to", asked.to))
    if within and within.empty:
        raise Invalid("to lies before from", field="to")
    return within


def _date(name: str, text: str | None) -> Interval | None:
    try:
        return edtf.read(text) if text else None
    except ValueError as error:
        raise Invalid(f"{name}: {error}", field=name) from error
