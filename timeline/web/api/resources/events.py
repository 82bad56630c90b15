"""Events, one by one and in pages."""

from typing import Literal

from pydantic import Field

from timeline.core.decision import Kind
from timeline.core.mention import Status
from timeline.web.api.resources.dates import EventDate
from timeline.web.api.resources.plain import Resource


class Entity(Resource):
    """Someone or something named in the reports."""

    name: str
    kind: Literal["person", "organisation", "place"]


class Corroboration(Resource):
    """How many articles, sources and independent origins report an event."""

    articles: int
    sources: int
    origins: int


class Mention(Resource):
    """A report: a sentence of an article, by code-point offsets into its text as loaded."""

    article: str
    source: str
    url: str | None
    published: str | None
    start: int
    end: int
    quote: str


class Claim(Resource):
    """One of several statements that cannot all be true, and the mentions (by index) that make it."""

    text: str
    mentions: list[int]


class Contradiction(Resource):
    """What the sources of an event disagree about."""

    about: str
    claims: list[Claim]


class Order(Resource):
    """Whether the event certainly came before the next one of the list; null where no next one is on the page."""

    certain_before_next: bool | None


class Links(Resource):
    """Where an event, its reasons and its page are, and the events that are one with it before or after it happened."""

    self: str
    explain: str
    html: str
    fulfilled_by: str | None = Field(description="What very likely became of a plan")
    fulfils: list[str] = Field(description="The plans that it very likely is the happening of")


class Verdict(Resource):
    """A decision that counts for an event; note has the words of a note for readers."""

    id: int
    kind: Kind
    recorded: str
    contradicted: bool = Field(description="Whether what is known now speaks against it")
    note: str | None


class Event(Resource):
    """One happening."""

    id: str
    collection: str
    title: str
    text: str
    status: Status
    date: EventDate
    entities: list[Entity]
    corroboration: Corroboration
    mentions: list[Mention]
    contradictions: list[Contradiction]
    order: Order
    accepted: bool = Field(description="Whether a person checked it, and it is still as it was then")
    decisions: list[Verdict] = Field(description="What people decided of it")
    links: Links


class KeyEvent(Event):
    """The event that stands for a key date."""

    rank: int = Field(ge=1, description="How much the date matters among those asked for: 1 the most")


class Page(Resource):
    """A page of a timeline, in order, or its key dates where top was asked for. Counts are of all that the filter lets
    through, not of the page."""

    events: list[Event | KeyEvent]
    total: int = Field(description="Dated events that the filter lets through")
    possible: int = Field(description="Those of them that may, but need not, lie in the range")
    undated: int = Field(description="Events without a date that the rest of the filter lets through")
    version: str = Field(description="Another whenever an event is another: pages of one version are of one state")
    next: str | None = Field(description="The cursor of the next page")
    links: dict[str, str]


class Undated(Resource):
    """The shelf: events without a date."""

    events: list[Event]
    total: int
    version: str = Field(description="As in Page")
    next: str | None
    links: dict[str, str]


class Contradicted(Undated):
    """Events about which their sources disagree, each with its contradictions."""

    links: dict[str, str]


class Explanation(Resource):
    """Why an event has its date: the steps, and the sentences that tell them, the conclusion last."""

    event: str
    date: EventDate
    sentences: list[str]
    links: dict[str, str]
