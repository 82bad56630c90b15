"""What the template of a timeline prints, in its order."""

from typing import Any

from timeline.core.facet import Facets
from timeline.core.glance import Glance
from timeline.core.interval import Interval
from timeline.core.line import TimelinePage, TimelineQuery
from timeline.services.shown import OneArticle, Timeline
from timeline.web import cursors
from timeline.web.drawing import window
from timeline.web.drawing.dense import Dense, dense
from timeline.web.drawing.overview import Overview, overview
from timeline.web.drawing.window import Turn
from timeline.web.pages import filters, jumping
from timeline.web.pages.filters import PAGE, Filter
from timeline.web.pages.view import View
from timeline.web.showing import certainty, groups, marked
from timeline.web.showing.marked import Paragraph
from timeline.web.state import state


def of(found: Timeline, glance: Glance, facets: Facets, view: View) -> dict[str, Any]:
    """The variables of collection.html."""
    events, asked = found.page.events, view.asked
    months = groups.listed(events, asked.query.sort)
    drawing = drawn(glance, asked.query.within)
    return {
        "collection": found.collection,
        "articles": found.articles,
        "asked": asked,
        "view": view,
        "page": found.page,
        "shelf": found.shelf,
        "months": months,
        "ways": jumping.ways(found, months, view),
        "drawing": drawing,
        "spots": glance.spots,
        "here": {event.id for event in events},
        "turns": turns(drawing, asked.query.within, found.collection.span),
        "facets": facets,
        "fields": filters.FIELDS,
        "precisions": certainty.PRECISIONS,
        "following": following(found.page, view),
    }


def drawn(glance: Glance, within: Interval | None) -> Overview | Dense | None:
    """The drawing: marks where the events are few, else their counts."""
    if glance.counted:
        return dense(glance.counted, within)
    return overview(glance.spots, glance.published, within)


def turns(drawing: Overview | Dense | None, within: Interval | None, span: Interval) -> tuple[Turn, ...]:
    """Where one may turn from the drawing."""
    return window.turns(drawing.axis, within, span) if drawing else ()


def following(page: TimelinePage, view: View) -> str | None:
    """The address of the next page."""
    if page.after is None:
        return None
    return view.address(cursor=cursors.write(state().signing_key, page.after, view.asked.query))


def shelf_query(asked: Filter, cursor: str | None, lister: str) -> TimelineQuery:
    """The page that is asked for of events that are listed apart: the undated, or those that sources disagree about."""
    return cursors.followed(state().signing_key, asked.query, cursor, PAGE, lister)


def shelf(found: Timeline, query: TimelineQuery, view: View, lister: str) -> dict[str, Any]:
    """The variables of apart.html."""
    after = found.page.after and cursors.write(state().signing_key, found.page.after, query, lister)
    return {
        "collection": found.collection,
        "page": found.page,
        "articles": found.articles,
        "asked": view.asked,
        "view": view,
        "kind": lister,
        "later": query.after is not None,
        "following": view.address(f"pages.{lister}", cursor=after) if after else None,
    }


def paragraphs(found: OneArticle) -> tuple[Paragraph, ...]:
    """The article's text with its notes."""
    return marked.paragraphs(found.article.id, found.article.text, found.accepted, found.rejected, found.events)
