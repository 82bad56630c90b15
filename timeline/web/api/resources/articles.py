"""Articles, what was read in them, and what loading them did."""

from typing import Literal

from timeline.core.article import Trust
from timeline.web.api.resources.dates import Date, Step
from timeline.web.api.resources.plain import Resource


class Candidate(Resource):
    """A publication date that lost against a more trusted one."""

    date: Date
    trust: Trust


class Publication(Resource):
    """When an article appeared, how that was found, and what lost."""

    date: Date
    trust: Trust
    because: list[Step]
    lost: list[Candidate]


class ArticleSummary(Resource):
    """An article without its text."""

    id: str
    collection: str
    title: str
    source: str
    url: str | None
    zone: str
    revision: int
    digest: str
    added: str
    publication: Publication
    links: dict[str, str]


class Article(ArticleSummary):
    """An article, with the text as it was loaded."""

    text: str


class Articles(Resource):
    """The articles of a collection."""

    articles: list[ArticleSummary]
    total: int


class Accepted(Resource):
    """Words that denote time, in TIMEX3 and as an interval, with the steps."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    rule: str
    signal: str | None
    tense: str
    date: Date
    because: list[Step]


class Rejected(Resource):
    """Words that could denote time and do not here."""

    start: int
    end: int
    text: str
    reason: str


class Expressions(Resource):
    """What a text says about time."""

    article: str
    collection: str
    accepted: list[Accepted]
    rejected: list[Rejected]


class Loaded(Resource):
    """What loading an article did."""

    article: str
    collection: str
    state: Literal["new", "changed", "unchanged"]
    revision: int
    links: dict[str, str]
