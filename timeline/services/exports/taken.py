"""What an export has of a timeline: the events that were asked for, what was asked, and how many are left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from timeline.core import calendar, edtf
from timeline.core.article import Article
from timeline.core.collection import CollectionView
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import unit_at
from timeline.core.line import TimelineQuery

Asked = Mapping[str, str]
_NO_FILTER: Final = {"slug", "within", "after", "limit"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the next one on the line, where there is one, and the articles that it cites, by id."""

    event: Event
    after: Event | None
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many events of the collection are not in an export: those that the filter left, those that the format cannot
    hold, because they have no date, or none with the ends that the format needs, and those on other pages."""

    filtered: int = 0
    undated: int = 0
    unplaced: int = 0
    elsewhere: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.filtered + self.undated + self.unplaced + self.elsewhere


@dataclass(frozen=True, slots=True)
class Taken:
    """A timeline to be written, once. base is the service's own address, without a slash at its end, or empty; newest
    is when the newest article of the collection was added."""

    collection: CollectionView
    query: TimelineQuery
    given: int
    left_out: LeftOut
    newest: datetime
    base: str
    entries: Iterable[Entry]

    @property
    def title(self) -> str:
        """The name of the story."""
        return self.collection.title or self.collection.slug

    @property
    def asked(self) -> Asked:
        """The filter by its parameters; empty where all was asked for."""
        return asked(self.query)

    @property
    def page(self) -> str:
        """The address of the page that shows the same."""
        return self.address("")

    def address(self, suffix: str) -> str:
        """The address of the same in another form; that of the page for no suffix."""
        return f"{self.base}{path(self.query, suffix)}"

    def event(self, event: Event) -> str:
        """The address of an event's page."""
        return f"{self.base}/events/{event.id}"


def path(query: TimelineQuery, suffix: str) -> str:
    """The path of a timeline in one of its forms, with the query in it."""
    encoded = urlencode(asked(query))
    return f"/collections/{query.slug}{suffix and '.'}{suffix}" + (f"?{encoded}" if encoded else "")


def asked(query: TimelineQuery) -> Asked:
    """The parameters that ask for the same events, whatever filters a query comes to have."""
    found = _range(query)
    for field in fields(query):
        value = getattr(query, field.name)
        if field.name not in _NO_FILTER and value != field.default:
            found[field.name] = str(value)
    return found


def account(taken: Taken) -> dict[str, Any]:
    """What was asked for and how many are left out, as plain data."""
    left = taken.left_out
    return {
        "collection": {"slug": taken.collection.slug, "title": taken.title, "about": taken.collection.about},
        "asked": dict(taken.asked),
        "given": taken.given,
        "left_out": {"by_filter": left.filtered, "undated": left.undated, "without_ends": left.unplaced},
    }


def _range(query: TimelineQuery) -> dict[str, str]:
    """Both ends as dates, or both as seconds: an instant means the same moment everywhere, a day the same day."""
    if query.within is None:
        return {}
    unit = G.SECOND if query.within.granularity.within_day else G.DAY
    ends = (("from", query.within.start), ("to", query.within.last))
    return {name: edtf.write(unit_at(at, unit)) for name, at in ends if abs(at) < calendar.END}
