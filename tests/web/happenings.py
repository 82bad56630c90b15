"""Events to draw and to show, dated as EDTF writes it; a test names only what it is about."""

from typing import Any

from tests.builders import a_mention, a_report, an_event
from timeline.core import edtf
from timeline.core.event import Certainty, Entity, Event, EventDate
from timeline.core.glance import Spot
from timeline.core.interval import Interval


def dated(text: str, certainty: Certainty = Certainty.CERTAIN, claimed: tuple[str, ...] = ()) -> EventDate:
    """A date without a derivation."""
    return EventDate(edtf.read(text), certainty, (), tuple(map(edtf.read, claimed)))


def spot(text: str | Interval, *names: str, **fields: Any) -> Spot:
    """The same as a drawing has it."""
    return Spot.of(happening(text, *names, **fields))


def happening(text: str | Interval, *names: str, **fields: Any) -> Event:
    """An event at an interval, reported once, in which these are named."""
    found = edtf.read(text) if isinstance(text, str) else text
    date = EventDate(found, fields.pop("certainty", Certainty.CERTAIN), (), fields.pop("claimed", ()))
    entities = tuple(Entity(name, "organisation") for name in names)
    given: dict[str, Any] = {"date": date, "entities": entities}
    return an_event(a_report("a1", a_mention(), found), **given | fields)
