"""The drawing above the list, its lanes, and the ruler."""

from tests.web.happenings import happening, spot
from timeline.core import edtf
from timeline.core.derivation import Kind, Step
from timeline.core.event import Certainty, EventDate
from timeline.web.drawing import lanes
from timeline.web.drawing.marks import Mark
from timeline.web.drawing.overview import overview
from timeline.web.drawing.ruler import ruler

FIVE = [
    spot("2024-11-01", "Kyiv", "Seoul"),
    spot("2024-11-02", "Seoul"),
    spot("2024-11-03", "Kyiv"),
    spot("2024-11-04", "Kyiv"),
    spot("2024-11-05"),
]


def test_an_event_stands_in_the_lane_of_the_entity_that_names_most() -> None:
    assert lanes.leading(FIVE) == ["Kyiv", "Others", "Kyiv", "Kyiv", "Others"]


def test_there_are_at_most_six_lanes() -> None:
    events = [spot("2024-11-01", f"Body {i % 9}") for i in range(36)]
    found = lanes.lanes(events, [Mark(50, 50, 50)] * 36)
    assert len(found) == lanes.MOST
    assert found[-1].name == "Others"
    assert sum(len(lane.placed) for lane in found) == 36


def test_few_events_need_no_lanes() -> None:
    found = lanes.lanes(FIVE[:3], [Mark(x, x, x) for x in (10, 20, 30)])
    assert [(lane.name, lane.rows) for lane in found] == [("Events", 1)]


def test_marks_that_would_touch_under_a_finger_stand_in_different_rows() -> None:
    marks = [Mark(x, x, x) for x in (10, 12, 40, 11)]
    rows = [one.row for one in lanes.lanes(FIVE[:4], marks)[0].placed if one.event is not FIVE[2]]
    assert len(set(rows)) == len(rows)


def test_a_lane_has_an_end() -> None:
    events = [spot("2024-11-01")] * 30
    found = lanes.lanes(events, [Mark(50, 50, 50)] * 30)
    assert found[0].rows == lanes.ROWS


def test_the_drawing_stacks_its_lanes_over_the_articles_of_each_day() -> None:
    found = overview(FIVE, [edtf.read("2024-11-05")], None)
    assert found is not None
    assert [lane.name for lane in found.lanes] == ["Kyiv", "Others"]
    assert all(lane.top < one.y < found.top for lane in found.lanes for one in lane.drawn)
    assert (found.outside, len(found.density.columns), found.height) == ((), 1, found.floor + 14)
    assert found.label == "Drawing of 5 events in 2 lanes, from 30 October 2024 to 7 November 2024."


def test_what_the_filter_leaves_out_is_shaded() -> None:
    found = overview(FIVE, [], edtf.read("2024-11-02/2024-11-04"))
    assert found is not None
    assert found.outside[0].x == 0
    assert len(found.outside) == 2


def test_what_reaches_out_of_a_range_does_not_stretch_the_drawing() -> None:
    found = overview([spot("2024-01-01/2024-11-03"), *FIVE], [], edtf.read("2024-11-02/2024-11-04"))
    assert found is not None
    assert found.label.endswith("from 30 October 2024 to 7 November 2024.")


def test_a_filter_that_reaches_far_beyond_the_events_does_not_press_them_together() -> None:
    found = overview(FIVE, [], edtf.read("-9999/Y999999999"))
    assert found is not None
    assert "from 19 October 2024 to 18 November 2024" in found.label
    assert len(found.ticks) <= 15
    assert overview(FIVE, [], edtf.read("1999")) is not None


def test_a_few_far_events_are_left_to_the_list() -> None:
    near = [spot(f"2024-11-{day:02}") for day in range(1, 13)]
    found = overview([spot("1977-03"), *near, spot("2028")], [], None)
    assert found is not None
    assert (found.earlier, found.later) == (1, 1)
    assert sum(len(lane.drawn) for lane in found.lanes) == len(near)


def test_a_span_that_reaches_into_the_bulk_is_drawn() -> None:
    near = [spot(f"2024-11-{day:02}") for day in range(1, 13)]
    found = overview([spot("1977/2024-11-05"), *near], [], None)
    assert found is not None
    assert (found.earlier, found.later) == (0, 0)


def test_there_is_no_drawing_without_a_date() -> None:
    assert overview([spot("../..")], [], None) is None
    assert overview([], [], edtf.read("2024")) is None


def test_the_ruler_flags_the_publications_that_the_derivation_counts_from() -> None:
    steps = tuple(
        Step(Kind.ANCHOR, "Now", edtf.read(text)) for text in ("2024-11-05T14:05", "2024-11-05", "2024-11-12")
    )
    date = EventDate(edtf.read("2024-11-04"), Certainty.CERTAIN, steps)
    found = ruler(happening("2024-11-04", date=date))
    assert found is not None
    assert [(flag.label, flag.side) for flag in found.flags] == [("published", "start"), ("published", "end")]
    assert found.label == "Ruler from 2 November 2024 to 14 November 2024: 4 November 2024."


def test_a_long_ruler_has_fewer_labels_and_an_undated_event_none() -> None:
    found = ruler(happening("2024-10/2024-12"))
    assert found is not None
    assert len(found.notches) <= 12
    assert ruler(happening("../..")) is None


def test_open_ends_leave_room_to_fade() -> None:
    for text in ("../2024-11-05", "2024-11-05/.."):
        found = ruler(happening(text))
        assert found is not None
        assert any(bar.fill.startswith("fade") and bar.width > 20 for bar in found.mark.bars)
