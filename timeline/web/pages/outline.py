"""What the template of a timeline prints, in its order."""

from collections import Counter
from typing import Any

from flask import url_for

from timeline.core.line import TimelinePage
from timeline.services.shown import OneArticle, Timeline
from timeline.web import cursors
from timeline.web.drawing.overview import overview
from timeline.web.pages.filters import Filter
from timeline.web.showing import groups, marked
from timeline.web.showing.marked import Paragraph
from timeline.web.state import state

_SUGGESTED = 40


def of(found: Timeline, asked: Filter) -> dict[str, Any]:
    """The variables of collection.html."""
    events = found.page.events
    published = [article.publication.interval for article in found.articles.values()]
    return {
        "collection": found.collection,
        "articles": found.articles,
        "asked": asked,
        "page": found.page,
        "shelf": found.shelf,
        "months": groups.months(events),
        "drawing": overview(events, published, asked.query.within),
        "names": suggestions(name.name for event in (*events, *found.shelf.events) for name in event.entities),
        "outlets": sorted({article.source for article in found.articles.values() if article.source}),
        "following": following(found.page, asked),
    }


def suggestions(names: Any) -> list[str]:
    """The names that come up most, in alphabetical order."""
    return sorted(name for name, _ in Counter(names).most_common(_SUGGESTED))


def following(page: TimelinePage, asked: Filter) -> str | None:
    """The address of the next page."""
    if page.after is None:
        return None
    cursor = cursors.write(state().signing_key, page.after, asked.query)
    return f"{url_for('pages.collection', slug=asked.query.slug)}?{asked.encoded(cursor=cursor)}"


def paragraphs(found: OneArticle) -> tuple[Paragraph, ...]:
    """The article's text with its notes."""
    return marked.paragraphs(found.article.id, found.article.text, found.accepted, found.rejected, found.events)
