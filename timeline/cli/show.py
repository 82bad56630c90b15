"""`timeline show`: a timeline on the terminal."""

import json
from datetime import date
from typing import Any

import click

from timeline.cli.opened import opened
from timeline.core import calendar, edtf
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.line import TimelinePage, TimelineQuery
from timeline.services import because, timelines


class Day(click.ParamType[Interval]):
    """A day, month, year or interval in EDTF."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Interval:
        """The interval; a usage error where it is none."""
        try:
            return value if isinstance(value, Interval) else edtf.read(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command("show")
@click.argument("slug")
@click.option("--from", "first", type=Day(), help="Nothing that was certainly over before this date.")
@click.option("--to", "last", type=Day(), help="Nothing that certainly began after this date.")
@click.option("--top", type=click.IntRange(min=1), metavar="K", help="Only the K key dates, each by its event.")
@click.option("--json", "as_json", is_flag=True, help='{"entries": [...]} in the order of time.')
def command(slug: str, first: Interval | None, last: Interval | None, top: int | None, as_json: bool) -> None:
    """Show the timeline of a collection; the undated are counted.

    With --top, only the dates of which most articles tell, on the day and looking back.
    """
    within = Interval(first.start if first else calendar.BEGINNING, last.end if last else calendar.END)
    page = _key_dates(slug, within, top) if top else _whole(slug, within)
    if as_json:
        entries = [{**_entry(event), **rank} for event, rank in zip(page.events, _ranks(page), strict=True)]
        click.echo(json.dumps({"entries": entries}, ensure_ascii=False, indent=1))
        return
    for event in page.events:
        sources = ", ".join(sorted({report.source or report.article for report in event.reports}))
        click.echo(f"{because.display(event.date)} ({event.date.certainty}): {event.title} [{sources}]")
    found = f"{len(page.events)} of {page.total}" if top else page.total
    click.echo(f"{found} events; {page.undated} undated", err=True)


def _key_dates(slug: str, within: Interval, top: int) -> TimelinePage:
    with opened() as found:
        return timelines.top(found, TimelineQuery(slug, within), top)


def _whole(slug: str, within: Interval) -> TimelinePage:
    with opened() as found:
        events = timelines.whole(found, slug)
    listed = tuple(event for event in events if event.date.dated and event.date.interval.overlaps(within))
    return TimelinePage(listed, None, len(listed), sum(not event.date.dated for event in events), 0)


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
