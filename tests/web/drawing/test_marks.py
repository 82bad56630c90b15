"""The mark of an event by its date and status."""

import pytest

from tests.web.happenings import happening
from timeline.core import edtf
from timeline.core.event import Certainty, Event
from timeline.core.mention import Status
from timeline.web.drawing import marks
from timeline.web.drawing.scale import Scale

NOVEMBER = edtf.read("2024-11")
AXIS = Scale(NOVEMBER.start, NOVEMBER.end)


def mark(event: Event, axis: Scale) -> marks.Mark:
    """The mark of an event."""
    return marks.mark(event.date, event.status, axis)


@pytest.mark.parametrize("certainty", [Certainty.CERTAIN, Certainty.LIKELY])
def test_a_day_is_a_disc_in_its_middle(certainty: Certainty) -> None:
    found = mark(happening("2024-11-16", certainty=certainty), AXIS)
    assert (found.glyphs, found.bars) == ((marks.Glyph(certainty.value, 51.66),), ())


@pytest.mark.parametrize(("certainty", "fill"), [(Certainty.CERTAIN, "full"), (Certainty.LIKELY, "hollow")])
def test_a_span_is_a_bar_full_or_hollow(certainty: Certainty, fill: str) -> None:
    found = mark(happening("2024-11-04/2024-11-06", certainty=certainty), AXIS)
    assert (found.bars, found.glyphs) == ((marks.Bar(10, 10, fill),), ())


def test_a_span_that_would_be_a_speck_is_drawn_as_a_day() -> None:
    century = edtf.read("19XX")
    found = mark(happening("1950-01-01/1950-01-20"), Scale(century.start, century.end))
    assert [glyph.symbol for glyph in found.glyphs] == ["certain"]


def test_claimed_days_are_joined_diamonds() -> None:
    claimed = (edtf.read("2024-11-05"), edtf.read("2024-11-04"))
    found = mark(happening("2024-11-04/2024-11-05", claimed=claimed), AXIS)
    assert [glyph.symbol for glyph in found.glyphs] == ["disputed", "disputed"]
    assert (found.links[0].x, found.links[0].to) == (found.first, found.last)


def test_an_open_beginning_fades_towards_it_and_ends_with_a_cap() -> None:
    found = mark(happening("../2024-11-15"), AXIS)
    assert [bar.fill for bar in found.bars] == ["fade-l"]
    assert found.glyphs == (marks.Glyph("cap", 50),)


def test_an_open_end_stays_solid_and_then_fades_to_the_edge() -> None:
    found = mark(happening("2024-11-10/.."), AXIS)
    assert [bar.fill for bar in found.bars] == ["full", "fade-r"]
    assert found.last == 100


def test_what_is_only_likely_fades_without_a_solid_part() -> None:
    found = mark(happening("2024-11-10/..", certainty=Certainty.LIKELY), AXIS)
    assert [bar.fill for bar in found.bars] == ["fade-r"]


def test_an_end_outside_of_the_drawing_has_no_cap_at_its_edge() -> None:
    assert mark(happening("../2024-12-24"), AXIS).glyphs == ()
    assert mark(happening("2024-10-01/.."), AXIS).glyphs == ()


def test_a_planned_day_is_a_dashed_box_and_a_denied_one_is_crossed() -> None:
    planned, denied = (mark(happening("2024-11-16", status=status), AXIS) for status in (Status.PLANNED, Status.DENIED))
    assert [glyph.symbol for glyph in planned.glyphs + denied.glyphs] == ["planned", "denied"]


def test_a_planned_span_keeps_its_bar() -> None:
    found = mark(happening("2024-11-04/2024-11-06", status=Status.PLANNED), AXIS)
    assert (len(found.bars), found.glyphs) == (1, ())
