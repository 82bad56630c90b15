"""`timeline show`: a timeline on the terminal."""

import json
from datetime import date
from typing import Any

import click

from timeline.cli import asking
from timeline.cli.opened import opened
from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.line import Sort, TimelinePage, TimelineQuery
from timeline.services import because, timelines


@click.command("show")
@click.argument("slug")
@asking.options
@click.option("--top", type=click.IntRange(min=1), metavar="K", help="Only the K key dates, each by its event.")
@click.option("--json", "as_json", is_flag=True, help='{"entries": [...]} in their order.')
def command(slug: str, top: int | None, as_json: bool, **asked: Any) -> None:
    """Show the timeline of a collection; the undated are counted.

    With --top, only the dates of which most articles tell, on the day and looking back.
    """
    if top and asked["sort"] != Sort.TIME:
        raise click.UsageError("--top gives the key dates in the order of time; leave --sort out")
    page = _shown(asking.query(slug, **asked), top)
    if as_json:
        entries = [{**_entry(event), **rank} for event, rank in zip(page.events, _ranks(page), strict=True)]
        click.echo(json.dumps({"entries": entries}, ensure_ascii=False, indent=1))
        return
    for event in page.events:
        sources = ", ".join(sorted({report.source or report.article for report in event.reports}))
        click.echo(f"{because.display(event.date)} ({event.date.certainty}): {event.title} [{sources}]")
    found = f"{len(page.events)} of {page.total}" if top else page.total
    click.echo(f"{found} events; {page.undated} undated", err=True)


def _shown(query: TimelineQuery, top: int | None) -> TimelinePage:
    """All events that are asked for, or the key dates of them."""
    with opened() as found:
        if top:
            return timelines.top(found, query, top)
        return timelines.all_pages(found, query)


def _ranks(page: TimelinePage) -> list[dict[str, int]]:
    """What is to be said of each event's rank: nothing where none was asked for."""
    return [{"rank": rank} for rank in page.ranks] if page.ranks else [{} for _ in page.events]


def _entry(event: Event) -> dict[str, str | None]:
    return {
        "date": _day(event.date.interval),
        "edtf": event.date.edtf,
        "title": event.title,
        "text": event.text,
        "event": event.id,
    }


def _day(interval: Interval) -> str | None:
    """The first day of the interval, the last where its beginning is open; None outside the years that dates have."""
    at = interval.start if interval.start > calendar.BEGINNING else interval.last
    year, month, day, *_ = calendar.fields(at)
    return date(year, month, day).isoformat() if 1 <= year <= 9999 else None
