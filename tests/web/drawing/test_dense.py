"""The drawing of counts, the ways from a stretch of time to another, and the little drawing of a collection."""

from timeline.core import calendar, edtf
from timeline.core.glance import Bin, Counted, Spark
from timeline.core.interval import Interval
from timeline.web.drawing.dense import dense
from timeline.web.drawing.scale import Scale
from timeline.web.drawing.spark import spark
from timeline.web.drawing.window import turns

YEARS = edtf.read("2013/2024")
BINS = {("Council", 0): Bin(2, 1, 0), ("Council", 119): Bin(0, 4, 1), ("", 0): Bin(1, 0, 0)}


def counted(span: Interval = YEARS) -> Counted:
    """Eight events of one body and of others."""
    return Counted(span.start, span.end, 120, ("Council", "Courts"), BINS, earlier=3)


def test_each_lane_with_events_has_bars_and_the_last_has_all() -> None:
    found = dense(counted(), None)
    assert [lane.name for lane in found.lanes] == ["Council", "Others", "Events, all lanes"]
    assert (found.lanes[0].full.count("z"), found.lanes[0].hollow.count("z")) == (1, 2)
    assert found.lanes[2].full.count("z") == 2
    assert found.lanes[0].clashes == (99.58,)
    assert "8 events counted in 12 steps, from 1 January 2013" in found.label
    assert found.earlier == 3


def test_bars_are_as_high_as_they_count() -> None:
    lanes = dense(counted(), None).lanes
    assert "M0.12 34.0V17.0" in lanes[0].full
    assert "M119.12 34.0V0.0" in lanes[0].hollow


def test_every_other_year_is_left_out_where_there_is_no_room() -> None:
    assert [tick.fine for tick in dense(counted(), None).ticks][:4] == [False, True, False, True]


def test_from_the_whole_one_may_only_come_closer() -> None:
    found = turns(Scale(YEARS.start, YEARS.end), None, YEARS)
    assert [turn.label for turn in found] == ["Closer"]
    closer = found[0].to
    assert closer is not None
    assert closer.within(YEARS)
    assert abs((closer.end - closer.start) - (YEARS.end - YEARS.start) / 2) <= 2 * calendar.DAY


def test_from_a_range_one_may_go_every_way() -> None:
    axis, within = edtf.read("2017-12/2019-01"), edtf.read("2018")
    found = turns(Scale(axis.start, axis.end), within, YEARS)
    assert [turn.label for turn in found] == ["Earlier", "Later", "Closer", "Wider", "Whole span"]
    ways = {turn.label: turn.to for turn in found}
    assert ways["Whole span"] is None
    assert ways["Wider"] is not None
    assert ways["Wider"].end - ways["Wider"].start >= 2 * (within.end - within.start)


def test_at_the_ends_nothing_lies_earlier_or_later_and_a_day_cannot_be_cut() -> None:
    axis, day = edtf.read("2024-12-29/2024-12-31"), edtf.read("2024-12-31")
    assert [turn.label for turn in turns(Scale(axis.start, axis.end), day, YEARS)] == ["Earlier", "Wider", "Whole span"]


def test_the_little_drawing_names_its_ends_as_precisely_as_it_is_long() -> None:
    month, years = edtf.read("2024-11-05/2024-11-20"), edtf.read("2013/2024")
    found = spark(Spark(month.start, month.end, (0, 4, 2)))
    assert [(column.height, column.width) for column in found.columns] == [(40.0, 23.33), (20.0, 23.33)]
    assert (found.first, found.last) == ("5 November 2024", "20 November 2024")
    assert spark(Spark(years.start, years.end, (1,))).last == "2024"
