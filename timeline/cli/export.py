"""`timeline export`: a timeline, or the articles of one, to take elsewhere."""

import click

from timeline.cli.opened import opened
from timeline.cli.show import Day
from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.line import Match, TimelineQuery
from timeline.core.mention import Status
from timeline.errors import Invalid
from timeline.services.exports import stories, taking
from timeline.services.exports.forms import FORMS
from timeline.services.exports.stories import STORIES


@click.command("export")
@click.argument("slug")
@click.option("--format", "suffix", type=click.Choice(list(FORMS)), default="ndjson", show_default=True)
@click.option("--articles", "whole", is_flag=True, help="The articles, as `timeline load` takes them.")
@click.option("--base", default="", metavar="URL", help="Where the service stands, for links to its pages.")
@click.option("--from", "first", type=Day(), help="Nothing that was certainly over before this date.")
@click.option("--to", "last", type=Day(), help="Nothing that certainly began after this date.")
@click.option("--match", type=click.Choice([m.value for m in Match]), default="may", help="May lie there, or must.")
@click.option("-q", "--words", "q", default="", help="Words of the events, as a web search engine takes them.")
@click.option("--entity", default="", help="A person, body or place that is named in them.")
@click.option("--source", default="", help="Who reports them.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="What the reports say of them.")
def command(
    slug: str,
    suffix: str,
    whole: bool,
    base: str,
    first: Interval | None,
    last: Interval | None,
    match: str,
    q: str,
    entity: str,
    source: str,
    status: str | None,
) -> None:
    """Write the events of a collection: those on the timeline in its order, then the undated.

    With --articles, its articles instead, all of them: loaded into an empty collection they give the same timeline.
    """
    told = Status(status) if status else None
    query = TimelineQuery(slug, _within(first, last), Match(match), q, entity, source, told)
    if whole:
        _articles(query, suffix)
        return
    with opened() as found:
        taking.write(found, query, FORMS[suffix], base.rstrip("/"), _out)


def _articles(query: TimelineQuery, suffix: str) -> None:
    if suffix not in STORIES:
        raise click.UsageError(f"articles are written as {', '.join(STORIES)}")
    if query != TimelineQuery(query.slug):
        raise click.UsageError("articles are written all or not at all; leave the filters out")
    with opened() as found:
        stories.write(found, query.slug, STORIES[suffix], _out)


def _within(first: Interval | None, last: Interval | None) -> Interval | None:
    given = [one for one in (first, last) if one]
    if not given:
        return None
    start, end = first.start if first else calendar.BEGINNING, last.end if last else calendar.END
    fine = any(one.granularity.within_day for one in given)
    if start >= end:
        raise Invalid("--to lies before --from", field="to")
    return Interval(start, end, G.SECOND if fine else G.INTERVAL)


def _out(piece: str) -> None:
    """The piece as bytes, so that its line ends are those of the format on every system."""
    click.echo(piece.encode(), nl=False)
