"""Articles, what was read in them, and what loading them did."""

from typing import Literal

from pydantic import Field

from timeline.core.article import DoubtKind, Trust, ZoneFrom
from timeline.web.api.resources.dates import Date, Evidence, Step
from timeline.web.api.resources.plain import Resource
from timeline.web.api.resources.sources import Correction


class Candidate(Resource):
    """A publication date that lost against a more trusted one, or that lay in the future when it was loaded."""

    date: Date
    trust: Trust
    future: bool


class Doubt(Resource):
    """Why a publication date may be wrong, in a sentence; date is what speaks against it, evidence the words."""

    kind: DoubtKind
    sentence: str
    date: Date | None
    evidence: Evidence | None


class Publication(Resource):
    """When an article appeared, how that was found, what lost, and what makes it doubtful."""

    date: Date
    trust: Trust
    because: list[Step]
    lost: list[Candidate]
    doubts: list[Doubt]


class ArticleSummary(Resource):
    """An article without its text."""

    id: str
    collection: str
    title: str
    source: str
    url: str | None
    zone: str
    zone_from: ZoneFrom
    revision: int
    digest: str
    added: str
    publication: Publication
    links: dict[str, str]


class Article(ArticleSummary):
    """An article, with the text as it was loaded and what people corrected of the rest."""

    text: str
    corrections: list[Correction]


class Articles(Resource):
    """The articles of a collection."""

    articles: list[ArticleSummary]
    total: int
    next: str | None = Field(description="The cursor of the next page")
    links: dict[str, str]


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
