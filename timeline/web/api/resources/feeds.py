"""Feeds that are subscribed."""

from timeline.web.api.resources.plain import Resource


class Feed(Resource):
    """A feed of a collection; every is in minutes, next is when it is due, problem what was wrong at the last poll."""

    collection: str
    url: str
    every: int
    source: str | None
    zone: str | None
    who: str
    added: str
    paused: bool
    next: str
    polled: str | None
    failures: int
    problem: str | None
    links: dict[str, str]


class Feeds(Resource):
    """The feeds of a collection, or of all."""

    feeds: list[Feed]
