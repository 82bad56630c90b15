"""What `show` and `export` can be asked for: the filter and the order of the API, by the same names."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar

import click

from timeline.core import calendar, edtf
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.line import Match, Sort, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.errors import Invalid

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[Interval]):
    """A day, month, year or interval in EDTF."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Interval:
        """The interval; a usage error where it is none."""
        try:
            return value if isinstance(value, Interval) else edtf.read(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


_WORDS: Final = {"match": Match, "status": Status, "precision": Precision, "sort": Sort}
_OPTIONS: Final = (
    click.option("--from", "first", type=Day(), help="Nothing that was certainly over before this date."),
    click.option("--to", "last", type=Day(), help="Nothing that certainly began after this date."),
    click.option("--match", type=click.Choice([m.value for m in Match]), default="may", help="May lie there, or must."),
    click.option("-q", "--words", "q", default="", help="Words of the events, as a web search engine takes them."),
    click.option("--entity", default="", help="A person, body or place that is named in them."),
    click.option("--place", default="", help="A place that is named in them."),
    click.option("--source", default="", help="Who reports them."),
    click.option("--status", type=click.Choice([s.value for s in Status]), help="What the reports say of them."),
    click.option("--min-origins", type=click.IntRange(min=1), default=1, help="Independent origins, at least."),
    click.option("--precision", type=click.Choice([p.value for p in Precision]), help="How precise their dates are."),
    click.option("--sort", type=click.Choice([s.value for s in Sort]), default="time", help="Their order."),
)


def options(command: Command) -> Command:
    """The command with the options of a query, which it hands to `query`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def query(slug: str, first: Interval | None, last: Interval | None, **asked: Any) -> TimelineQuery:
    """The options as a query: each has the name of its field. Invalid where they end before they begin."""
    words = {name: kind(asked[name]) for name, kind in _WORDS.items() if asked[name] is not None}
    return replace(TimelineQuery(slug, _within(first, last)), **{**asked, **words})


def _within(first: Interval | None, last: Interval | None) -> Interval | None:
    given = [one for one in (first, last) if one]
    if not given:
        return None
    start, end = first.start if first else calendar.BEGINNING, last.end if last else calendar.END
    fine = any(one.granularity.within_day for one in given)
    if start >= end:
        raise Invalid("--to lies before --from", field="to")
    return Interval(start, end, G.SECOND if fine else G.INTERVAL)
