"""Sources, what people corrected, and what a correction changes."""

from timeline.core.correction import Corrected
from timeline.core.event import Certainty
from timeline.web.api.resources.dates import Date
from timeline.web.api.resources.plain import Resource


class Correction(Resource):
    """A value that a person gave in place of another; null where they said that it is not known."""

    what: Corrected
    value: str | None
    who: str
    why: str
    recorded: str


class Source(Resource):
    """Who publishes articles; null is not known. articles is their number."""

    name: str
    domain: str | None
    country: str | None
    zone: str | None
    owner: str | None
    articles: int
    corrections: list[Correction]


class Sources(Resource):
    """The sources of a collection, by name."""

    collection: str
    sources: list[Source]


class Republished(Resource):
    """An article that appeared at another time than it was thought to; before is null where that was not known yet."""

    article: str
    title: str
    before: Date | None
    after: Date


class Dating(Resource):
    """When an event was; claimed has the dates that exclude each other, where it is disputed."""

    date: Date
    claimed: list[Date]
    certainty: Certainty
    origins: int


class Redated(Resource):
    """An event with another date, certainty or number of origins.

    before is null for one that is new, after for one that is gone; merged is the event with which it became one.
    """

    event: str
    title: str
    before: Dating | None
    after: Dating | None
    merged: str | None


class Changes(Resource):
    """What a correction changes; with dry_run what it would change, and nothing of it was kept."""

    dry_run: bool
    articles: list[Republished]
    events: list[Redated]
