"""What may be asked: queries, paths and bodies. Unknown fields are refused, never ignored."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from timeline.core.line import Match
from timeline.core.mention import Status

MOST = 200
_SLUG = "^[a-z0-9][a-z0-9-]{0,63}$"


def _given(value: Any) -> Any:
    """An empty parameter is one that was not given: forms send all their fields."""
    return None if value == "" else value


Words = Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(_given)]
Cursor = Annotated[Annotated[str, Field(max_length=2000)] | None, BeforeValidator(_given)]


class Request(BaseModel):
    """Refuses what it does not know."""

    model_config = ConfigDict(extra="forbid")


class Slug(Request):
    """The path of a collection."""

    slug: str = Field(description="The collection's name in addresses")


class EventPath(Request):
    """The path of an event."""

    id: str = Field(description="The event's id; one that was merged into another leads to that one")


class ArticlePath(Request):
    """The path of an article."""

    id: str = Field(description="The id that the loader gave, or the one that was made from the address or the text")


class Nothing(Request):
    """A query without parameters."""


class Limited(Request):
    """Paging."""

    limit: int = Field(50, ge=1, le=MOST, description="How many to give at most")
    cursor: Cursor = Field(None, description="Where to go on: next of the page before")


class Shelf(Limited):
    """The filter of the undated; all that is given must hold."""

    q: Words = Field(None, description="Words of the event or of its reports")
    entity: Words = Field(None, description="A name among its people, bodies and places")
    source: Words = Field(None, description="A source that reports it")
    status: Annotated[Status | None, BeforeValidator(_given)] = Field(None, description="What the reports say of it")


class Events(Shelf):
    """The filter of a timeline."""

    from_: Words = Field(None, alias="from", description="EDTF: 2024-10-01, 2024-10, 2024; nothing before it")
    to: Words = Field(None, description="EDTF; nothing after it")
    match: Match = Field(Match.MAY, description="Whether an event may lie in the range, or must")
    top: Annotated[Annotated[int, Field(ge=1, le=MOST)] | None, BeforeValidator(_given)] = Field(
        None,
        description="How many key dates to give, each as the event that stands for it, with its rank, in the order of "
        "time: those of which most articles tell, on the day and looking back. All come at once: limit does not count, "
        "and there is no cursor",
    )


class Whose(Request):
    """Which collection is meant, where several have an article of one id."""

    collection: Words = Field(None, description="Needed only where several collections have an article of this id")


class NewArticle(Request):
    """One article as it is loaded."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "collection": "mill",
                "title": "The mill closes",
                "text": "The mill closed on Monday, its owner said.",
                "published": "2024-11-06",
                "source": "Morning Ledger",
                "url": "https://ledger.example/mill",
            }
        },
    )

    collection: str = Field(description="The collection that it goes to, which must exist")
    text: str = Field(description="The text, as it is; offsets in answers count its code points")
    title: str | None = Field(None, description="The headline")
    source: str | None = Field(None, description="Who published it; the host of the address where this is left out")
    url: str | None = Field(None, description="Where it was published: http or https")
    published: str | None = Field(
        None, description="RFC 3339, EDTF or as a page prints it; left out where it is not known, and then solved"
    )
    zone: str | None = Field(None, description="IANA time zone; the collection's where this is left out")
    id: str | None = Field(None, description="Your own id; made from the address or the text where this is left out")


class NewCollection(Request):
    """A collection as it is made."""

    slug: str = Field(pattern=_SLUG, description="Its name in addresses: a-z, 0-9 and -, beginning with none")
    title: str = Field("", max_length=200, description="Its name for people")
    about: str = Field("", max_length=1000, description="What story it tells")
    zone: str = Field("UTC", description="IANA time zone of articles that name none")
