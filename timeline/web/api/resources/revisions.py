"""Revisions of an article, and what one changed."""

from pydantic import Field

from timeline.core.mention import Basis, Status
from timeline.core.revision import About, Change
from timeline.web.api.resources.dates import Date, Step
from timeline.web.api.resources.plain import Resource


class Revision(Resource):
    """A text that the article had; the last is the one that counts."""

    number: int
    title: str
    digest: str
    recorded: str
    characters: int
    links: dict[str, str]


class Revisions(Resource):
    """The revisions of an article, the first first."""

    article: str
    collection: str
    revisions: list[Revision]
    links: dict[str, str]


class Passage(Resource):
    """Words of a revision, by code-point offsets into its text; start and end are the same where there are none."""

    start: int
    end: int
    text: str


class TextEdit(Resource):
    """Sentences that stand in the place of others."""

    before: Passage
    after: Passage
    typographic: bool = Field(description="Whether only quotation marks, dashes and blanks are different")


class RevisedClaim(Resource):
    """A claim as a revision makes it: its sentence, by code-point offsets into that text, and when it happened."""

    title: str
    status: Status
    start: int
    end: int
    quote: str
    date: Date
    basis: Basis = Field(description="What the date rests on: words beside it, words near by, or limits only")
    because: list[Step]


class ClaimDifference(Resource):
    """What a claim says otherwise; empty where it said nothing of it."""

    about: About
    before: str
    after: str


class ClaimChange(Resource):
    """What became of a claim; before is null where it was added, after where it was dropped."""

    change: Change
    before: RevisedClaim | None
    after: RevisedClaim | None
    differences: list[ClaimDifference]


class RevisionChanges(Resource):
    """What a revision changed of the one before it."""

    article: str
    collection: str
    before: Revision
    after: Revision
    title_changed: bool
    edits: list[TextEdit]
    claims: list[ClaimChange] | None = Field(description="null where a revision was never read: unread says which")
    unread: list[int] = Field(description="Revisions that were replaced before they were read")
    rules: list[str] = Field(
        description="Versions of the rules that read the two; where they are two, a claim may only be read otherwise"
    )
    links: dict[str, str]
