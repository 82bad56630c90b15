"""The formats in which a timeline is taken elsewhere: one table of suffix, name, media type and writer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from timeline.core.interval import Interval
from timeline.services.exports import atom, document, ical, linked, markdown, records, table, timelinejs
from timeline.services.exports.taken import Taken


@dataclass(frozen=True, slots=True)
class Form:
    """A format. carries says of an interval whether an event that lies there can be written, where not all can; saved
    is whether a browser should save it and not show it."""

    suffix: str
    name: str
    media_type: str
    write: Callable[[Taken], Iterator[str]]
    carries: Callable[[Interval], bool] | None = None
    saved: bool = False


FORMS: Final = {
    form.suffix: form
    for form in (
        Form("json", "JSON", "application/json", document.write),
        Form("csv", "CSV", "text/csv; charset=utf-8; header=present", table.write, saved=True),
        Form("ndjson", "NDJSON", "application/x-ndjson; charset=utf-8", records.write, saved=True),
        Form("md", "Markdown", "text/markdown; charset=utf-8; variant=CommonMark", markdown.write, saved=True),
        Form("ics", "Calendar", "text/calendar; charset=utf-8", ical.write, ical.carries, saved=True),
        Form("atom", "Atom feed", "application/atom+xml; charset=utf-8", atom.write),
        Form("jsonld", "JSON-LD", "application/ld+json", linked.write),
        Form("timelinejs.json", "TimelineJS", "application/json", timelinejs.write, timelinejs.carries),
    )
}
"""By suffix, in the order in which a page offers them."""
