"""Collections and their counts."""

from pydantic import Field

from timeline.web.api.resources.dates import Date
from timeline.web.api.resources.plain import Resource


class Counts(Resource):
    """How much there is in a collection; events include the undated ones."""

    articles: int
    sources: int
    events: int
    undated: int
    contradictions: int
    hidden: int = Field(description="Events that people decided not to show; no other count has them")


class Collection(Resource):
    """One story."""

    slug: str
    title: str
    about: str
    zone: str
    counts: Counts
    span: Date | None
    links: dict[str, str]


class Collections(Resource):
    """All stories."""

    collections: list[Collection]
