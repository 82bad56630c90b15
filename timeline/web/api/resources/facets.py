"""By what a timeline can be narrowed, and what its collection names."""

from typing import Literal

from pydantic import Field

from timeline.web.api.resources.dates import Date
from timeline.web.api.resources.plain import Resource


class Value(Resource):
    """A value of a parameter, and how many dated events the same query gives with it."""

    value: str
    events: int


class Period(Resource):
    """A unit of the calendar, and how many dated events the same query gives with it as from and to."""

    date: Date
    events: int


class FacetValues(Resource):
    """By parameter; of source, entity and place those that most events have. Each counts without the query's own value
    of that parameter, so that the others can be told that it could have."""

    status: list[Value]
    precision: list[Value]
    min_origins: list[Value]
    source: list[Value]
    entity: list[Value]
    place: list[Value]
    period: list[Period] = Field(description="Days, months, years, decades or centuries, whichever are not too many")


class Facets(Resource):
    """By what a query could be narrowed; total is what it gives as it is."""

    total: int
    facets: FacetValues
    links: dict[str, str]


class NamedEntity(Resource):
    """Someone or something that events name, and how many do, the undated ones too."""

    name: str
    kind: Literal["person", "organisation", "place"]
    events: int
    links: dict[str, str]


class Entities(Resource):
    """What the events of a collection name, most events first."""

    entities: list[NamedEntity]
    total: int
    next: str | None
    links: dict[str, str]
