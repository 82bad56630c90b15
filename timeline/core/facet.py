"""Facets of a timeline: by what a filter could narrow it, and to how many events."""

from dataclasses import dataclass

from timeline.core.interval import Interval


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter, and how many events the same query asks for with it in place of the filter's own."""

    value: str
    events: int


@dataclass(frozen=True, slots=True)
class Period:
    """A range, and how many events the same query asks for with it in place of its own."""

    within: Interval
    events: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Statuses and precisions in their order, the names that most events have, and the calendar's units from the first
    to the last event. Each leaves the filter of its own name out; total is what the query asks for with all."""

    total: int
    statuses: tuple[Value, ...]
    precisions: tuple[Value, ...]
    origins: tuple[Value, ...]
    """By min_origins: those with so many or more."""
    sources: tuple[Value, ...]
    entities: tuple[Value, ...]
    places: tuple[Value, ...]
    periods: tuple[Period, ...]
