"""What people decided and corrected, and what that changes."""

from typing import Literal

from pydantic import Field

from timeline.core.correction import Corrected
from timeline.core.decision import Kind, State
from timeline.web.api.resources.dates import Date
from timeline.web.api.resources.plain import Resource
from timeline.web.api.resources.sources import Changes


class EventTitle(Resource):
    """An event and what it is, or was, called."""

    id: str
    title: str


class Decision(Resource):
    """What a person decided of events, or corrected of an article or a source."""

    id: int | None = Field(description="Null for a correction, which another one takes back; 0 in a dry run")
    collection: str
    kind: Kind | Literal["correct"]
    who: str
    why: str
    recorded: str
    state: State = Field(
        description="standing; contradicted: what is known now speaks against it, which reasons tell, and it counts "
        "where it still can; replaced: a later one says otherwise; undone"
    )
    said: str = Field(description="What was said, in words")
    reasons: list[str]
    undone: str | None
    undone_by: str | None
    undone_why: str | None
    events: list[EventTitle] = Field(description="The events that it stands for now")
    targets: list[EventTitle] = Field(description="The events that it was said of, as they were called then")
    date: Date | None = Field(description="The decided date")
    text: str | None = Field(description="A note's words")
    public: bool = Field(description="Whether a note is for readers too")
    article: str | None = Field(description="The article that was corrected")
    source: str | None = Field(description="The source that was corrected")
    what: Corrected | None = Field(description="What was corrected")
    value: str | None = Field(description="The value that it has since; null where it is not known")
    links: dict[str, str]


class Decisions(Resource):
    """What people said, the newest first."""

    decisions: list[Decision]
    total: int
    next: str | None
    links: dict[str, str]


class Decided(Resource):
    """A decision as it stands after it was made or undone, and what that changes."""

    decision: Decision
    changes: Changes
