"""What a correction changes, as lines for people and as data for programs."""

from collections.abc import Iterator
from typing import Any

from timeline.core import words
from timeline.core.interval import Interval
from timeline.services import written
from timeline.services.revised import Changes, Dated, Redated, Republished

_NONE = "nothing"


def lines(found: Changes) -> Iterator[str]:
    """'article a1: 5 November 2024 -> 6 November 2024', and the same of events."""
    for article in found.articles:
        yield f"article {article.article}: {_published(article)}"
    for event in found.events:
        yield f"event {event.title}: {_dated(event)}"


def data(found: Changes) -> dict[str, Any]:
    """{'articles': […], 'events': […]}, each with what it was before and is after, null for nothing."""
    articles = [
        {"article": one.article, "title": one.title, "before": _date(one.before), "after": _date(one.after)}
        for one in found.articles
    ]
    events = [
        {
            "event": one.event,
            "title": one.title,
            "before": _dating(one.before),
            "after": _dating(one.after),
            "merged": one.merged,
        }
        for one in found.events
    ]
    return {"articles": articles, "events": events}


def _published(one: Republished) -> str:
    """The zones too, where they differ: a day that stays is another stretch of time."""
    if one.before is None:
        return f"{_NONE} -> {words.in_words(one.after)}"
    zones = [f" ({at.zone})" if one.before.zone != one.after.zone else "" for at in (one.before, one.after)]
    return f"{words.in_words(one.before)}{zones[0]} -> {words.in_words(one.after)}{zones[1]}"


def _dated(one: Redated) -> str:
    counted = one.before is not None and one.after is not None and one.before.origins != one.after.origins
    before, after = (_when(at, origins=counted) for at in (one.before, one.after))
    return f"{before} -> {after}{' (it is told of another event now)' if one.merged else ''}"


def _when(at: Dated | None, *, origins: bool) -> str:
    """'5 November 2024, certain'; the number of origins only where it changes."""
    if at is None:
        return _NONE
    date = words.one_of(at.claimed) if at.claimed else words.in_words(at.interval)
    return f"{date}, {at.certainty}{f', {at.origins} independent' if origins else ''}"


def _date(at: Interval | None) -> dict[str, Any] | None:
    return written.date(at) if at else None


def _dating(at: Dated | None) -> dict[str, Any] | None:
    if at is None:
        return None
    claimed = [written.date(one) for one in at.claimed]
    return {"date": written.date(at.interval), "claimed": claimed, "certainty": at.certainty, "origins": at.origins}
