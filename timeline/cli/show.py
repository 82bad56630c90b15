"""`timeline show`: a timeline on the terminal."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import click

from timeline.cli.opened import opened
from timeline.core import calendar, edtf
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.line import Match, Sort, TimelinePage, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
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
@click.option("--match", type=click.Choice([m.value for m in Match]), default="may", help="May lie there, or must.")
@click.option("-q", "--words", "q", default="", help="Words of the events, as a web search engine takes them.")
@click.option("--entity", default="", help="A person, body or place that is named in them.")
@click.option("--place", default="", help="A place that is named in them.")
@click.option("--source", default="", help="Who reports them.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="What the reports say of them.")
@click.option("--min-origins", type=click.IntRange(min=1), default=1, help="Independent origins, at least.")
@click.option("--precision", type=click.Choice([p.value for p in Precision]), help="How precise their dates are.")
@click.option(
    "--sort", type=click.Choice([s.value for s in Sort]), default="time", show_default=True, help="The order."
)
@click.option("--top", type=click.IntRange(min=1), metavar="K", help="Only the K key dates, each by its event.")
@click.option("--json", "as_json", is_flag=True, help='{"entries": [...]} in their order.')
def command(
    slug: str, first: Interval | None, last: Interval | None, top: int | None, as_json: bool, **asked: Any
) -> None:
    """Show the timeline of a collection; the undated are counted.

    With --top, only the dates of which most articles tell, on the day and looking back.
    """
    if top and asked["sort"] != Sort.TIME:
        raise click.UsageError("--top gives the key dates in the order of time; leave --sort out")
    within = Interval(first.start if first else calendar.BEGINNING, last.end if last else calendar.END)
    page = _shown(_query(slug, within if first or last else None, asked), top)
    if as_json:
        entries = [{**_entry(event), **rank} for event, rank in zip(page.events, _ranks(page), strict=True)]
        click.echo(json.dumps({"entries": entries}, ensure_ascii=False, indent=1))
        return
    for event in page.events:
        sources = ", ".join(sorted({report.source or report.article for report in event.reports}))
        click.echo(f"{because.display(event.date)} ({event.date.certainty}): {event.title} [{sources}]")
    found = f"{len(page.events)} of {page.total}" if top else page.total
    click.echo(f"{found} events; {page.undated} undated", err=True)


def _query(slug: str, within: Interval | None, asked: dict[str, Any]) -> TimelineQuery:
    """The options as a query; each has the name of its field."""
    known = {"match": Match, "status": Status, "precision": Precision, "sort": Sort}
    words = {name: kind(asked[name]) for name, kind in known.items() if asked[name] is not None}
    return replace(TimelineQuery(slug, within), **{**asked, **words})


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
