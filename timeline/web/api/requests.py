"""What may be asked: queries, paths and bodies. Unknown fields are refused, never ignored."""

from typing import Annotated, Any, ClassVar, Final, Literal

from flask_openapi3.models import RawModel
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from timeline.core.line import Match, Sort
from timeline.core.load import Said
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.errors import Invalid
from timeline.services.batches import FIELDS

MOST = 200
_NUMBER = 1_000_000
_SCHEMAS: Final[dict[type[BaseModel], dict[str, Any]]] = {}
_SLUG = "^[a-z0-9][a-z0-9-]{0,63}$"


def given(value: Any) -> Any:
    """An empty parameter is one that was not given: forms send all their fields."""
    return None if value == "" else value


def _like(example: str) -> dict[str, JsonValue]:
    return {"example": example}


def _or_may(value: Any) -> Any:
    return Match.MAY if value == "" else value


def _or_time(value: Any) -> Any:
    return Sort.TIME if value == "" else value


Kind = Literal["person", "organisation", "place"]
Words = Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(given)]
Cursor = Annotated[Annotated[str, Field(max_length=2000)] | None, BeforeValidator(given)]


class Request(BaseModel):
    """Refuses what it does not know."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def model_json_schema(cls, *arguments: Any, **named: Any) -> dict[str, Any]:
        """As pydantic makes it; that without arguments once, for flask-openapi3 asks for it with every request."""
        if arguments or named:
            return super().model_json_schema(*arguments, **named)
        if cls not in _SCHEMAS:
            _SCHEMAS[cls] = super().model_json_schema()
        return _SCHEMAS[cls]


class Slug(Request):
    """The path of a collection."""

    slug: str = Field(description="The collection's name in addresses", json_schema_extra=_like("mill"))


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
    cursor: Cursor = Field(
        None,
        description="Where to go on: next of the page before. A list goes on behind the place of the last one given, "
        "so what keeps its place is given once, whatever is loaded meanwhile; what moves may be given twice or not at "
        "all. version says whether anything moved",
    )


class Filters(Request):
    """What an event must be; all that is given must hold."""

    q: Words = Field(
        None,
        description='Words of the event or of its reports, in any of their English forms; "…" for words in this order, '
        "or between alternatives, - before what must not come",
        json_schema_extra=_like('"school board" vote -protest'),
    )
    entity: Words = Field(
        None, description="A name among its people, bodies and places", json_schema_extra=_like("Anna Berg")
    )
    place: Words = Field(None, description="A name among its places", json_schema_extra=_like("Norwood"))
    source: Words = Field(None, description="A source that reports it", json_schema_extra=_like("Morning Ledger"))
    status: Annotated[Status | None, BeforeValidator(given)] = Field(None, description="What the reports say of it")
    min_origins: Annotated[Annotated[int, Field(ge=1, le=_NUMBER)] | None, BeforeValidator(given)] = Field(
        None, description="How many independent origins it has at least"
    )
    precision: Annotated[Precision | None, BeforeValidator(given)] = Field(
        None, description="How precise its date is: exactly so"
    )


class Shelf(Limited, Filters):
    """The filter of the undated."""


class Ranged(Filters):
    """The filter of a timeline."""

    from_: Words = Field(
        None,
        alias="from",
        description="EDTF: 2024-10-01, 2024-10, 2024; nothing before it",
        json_schema_extra=_like("2024-10-01"),
    )
    to: Words = Field(None, description="EDTF; nothing after it", json_schema_extra=_like("2024-11"))
    match: Annotated[Match, BeforeValidator(_or_may)] = Field(
        Match.MAY,
        description="Whether an event may lie in the range, so that some of its time does, or must, so that all does",
    )


class Events(Limited, Ranged):
    """The filter and the order of a timeline."""

    sort: Annotated[Sort, BeforeValidator(_or_time)] = Field(
        Sort.TIME,
        description="The order, in which no two events have the same place. time: by the first moment that the date "
        "allows, or by its last day where the beginning is open; then by the end, the title, the id. -time: the same "
        "from its end. corroboration: most independent origins first, then most articles, then as time. arrival: what "
        "was first reported to the service last comes first",
    )
    top: Annotated[Annotated[int, Field(ge=1, le=MOST)] | None, BeforeValidator(given)] = Field(
        None,
        description="How many key dates to give, each as the event that stands for it, with its rank, in the order of "
        "time: those of which most articles tell, on the day and looking back. All come at once: limit does not count, "
        "and there is no cursor",
    )


class Faceted(Ranged):
    """The filter whose facets are asked for."""

    most: int = Field(20, ge=1, le=100, description="How many sources, entities and places to give at most")


class Named(Limited):
    """Which names are asked for."""

    kind: Annotated[Kind | None, BeforeValidator(given)] = Field(None, description="Only those of one kind")


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
    text: str | None = Field(
        None,
        description="The text, as it is; offsets in answers count its code points. Left out, the page at url is "
        "fetched, where the service does that",
    )
    title: str | None = Field(None, description="The headline")
    source: str | None = Field(None, description="Who published it; the host of the address where this is left out")
    url: str | None = Field(None, description="Where it was published: http or https")
    published: str | None = Field(
        None, description="RFC 3339, EDTF or as a page prints it; left out where it is not known, and then solved"
    )
    zone: str | None = Field(None, description="IANA time zone; the collection's where this is left out")
    id: str | None = Field(None, description="Your own id; made from the address or the text where this is left out")


class HandedFile(RawModel):
    """The types of bodies that are handed over."""

    mimetypes: ClassVar[list[str]] = [  # type: ignore[misc]
        *("application/json", "application/x-ndjson", "multipart/form-data", "text/csv", "text/tab-separated-values"),
        *("text/plain", "text/markdown", "text/html", "application/rss+xml", "application/atom+xml"),
        *("application/xml", "application/feed+json", "message/rfc822", "application/mbox", "application/pdf"),
        *("application/warc", "application/zip", "application/x-tar", "application/gzip", "application/octet-stream"),
    ]


class Handed(Request):
    """What is said of many articles that are handed over; one article says it itself."""

    collection: Words = Field(None, description="The collection that they go to, which must exist")
    name: Words = Field(None, description="What the file is called: problems name it")
    form: Words = Field(None, description="What it is, as `timeline load --form` has it; told by its content without")
    encoding: Words = Field(None, description="The encoding of its texts, such as windows-1252")
    column: list[str] = Field(
        default_factory=list, max_length=7, description="Which column of a table is a field, as title=Headline"
    )
    published: Words = Field(None, description="When the articles appeared, for those that do not say it themselves")
    source: Words = Field(None, description="Who published them, likewise")
    zone: Words = Field(None, description="Their time zone, likewise")

    def nothing(self) -> None:
        """Invalid where anything is said."""
        for name in self.model_dump(exclude_defaults=True):
            raise Invalid(f"{name} is for many articles; one has its fields in its object", field=name)

    def asked(self) -> tuple[str, Said]:
        """The collection, and what was said of the articles; Invalid where there is none."""
        if self.collection is None:
            raise Invalid("collection is missing", field="collection")
        pairs = [one.partition("=") for one in self.column]
        if wrong := [name for name, _, column in pairs if name not in FIELDS or not column]:
            raise Invalid(
                f"column '{wrong[0]}' is not one of {', '.join(FIELDS)} with '=' and a column", field="column"
            )
        given = {"published": self.published, "source": self.source, "zone": self.zone}
        defaults = {name: value for name, value in given.items() if value}
        return self.collection, Said(
            self.form or "", self.encoding or "", {name: column for name, _, column in pairs}, defaults
        )


class NewCollection(Request):
    """A collection as it is made."""

    slug: str = Field(pattern=_SLUG, description="Its name in addresses: a-z, 0-9 and -, beginning with none")
    title: str = Field("", max_length=200, description="Its name for people")
    about: str = Field("", max_length=1000, description="What story it tells")
    zone: str = Field("UTC", description="IANA time zone of articles that name none")
