"""Dates in words: a table of intervals, written as EDTF where it has them, and what a reader is told."""

import pytest

from timeline.core import calendar, edtf, words
from timeline.core.algebra import Mod, Part
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, unit_at, until
from timeline.core.portions import part, portion

NOVEMBER_5 = edtf.read("2024-11-05")
AFTERNOON = calendar.at(2024, 11, 5) + 14 * calendar.HOUR + 5 * calendar.MINUTE


def unit(text: str, granularity: G) -> Interval:
    return unit_at(edtf.read(text).start, granularity)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024-11-05", "5 November 2024"),
        ("2024-11", "November 2024"),
        ("2024", "2024"),
        ("0079", "AD 79"),
        ("-0044", "45 BC"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("10XX", "11th century"),
        ("20XX", "21st century"),
        ("2024-21", "spring 2024"),
        ("2024-24", "winter 2024 to 2025"),
        ("2024-36", "fourth quarter of 2024"),
        ("2024-40", "first half of 2024"),
        ("2024-11-05T14:05", "5 November 2024, 14:05"),
        ("2024-11-05T14:05:00", "5 November 2024, 14:05"),
        ("2024-11-05T14:05:09", "5 November 2024, 14:05:09"),
        ("2024-10-08/2024-10-13", "8 to 13 October 2024"),
        ("2024-10-30/2024-11-02", "30 October to 2 November 2024"),
        ("2024-12-28/2025-01-03", "28 December 2024 to 3 January 2025"),
        ("2024-11-05/2024-11-05", "5 November 2024"),
        ("2024-10/2024-11", "October to November 2024"),
        ("2024-10/2025-03", "October 2024 to March 2025"),
        ("2024-10/2024-10", "October 2024"),
        ("2019/2021", "2019 to 2021"),
        ("../2024-11-05", "on or before 5 November 2024"),
        ("2024-10-23/..", "from 23 October 2024, end not known"),
        ("../2024-11-05T14:05", "on or before 5 November 2024, 14:05"),
        ("../2024-11-05T14:05:00", "on or before 5 November 2024, 14:05"),
        ("2024-11-05T14:05/..", "from 5 November 2024, 14:05, end not known"),
        ("../..", "date not known"),
    ],
)
def test_an_interval_is_said_in_words(text: str, said: str) -> None:
    assert words.in_words(edtf.read(text)) == said


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (unit("2024-11-05", G.WEEK), "week of 4 November 2024"),
        (unit("2024-11-05", G.WEEKEND), "weekend of 9 November 2024"),
        (unit("2024-11-05T15:20", G.HOUR), "5 November 2024, 15:00 to 16:00"),
        (part(Part.MORNING, NOVEMBER_5), "the morning of 5 November 2024"),
        (part(Part.NIGHT, NOVEMBER_5), "the night of 5 November 2024"),
        (part(Part.MIDDAY, NOVEMBER_5), "midday on 5 November 2024"),
        (portion(Mod.START, edtf.read("2024-10")), "early October 2024"),
        (portion(Mod.MID, edtf.read("2024-10")), "mid-October 2024"),
        (portion(Mod.END, edtf.read("2024")), "late 2024"),
        (portion(Mod.MID, edtf.read("199X")), "mid-1990s"),
        (portion(Mod.START, unit("2024-11-05", G.WEEK)), "early in the week of 4 November 2024"),
        (portion(Mod.MID, edtf.read("2024-36")), "midway in the fourth quarter of 2024"),
        (portion(Mod.END, NOVEMBER_5), "late on 5 November 2024"),
        (Interval(NOVEMBER_5.start, AFTERNOON), "5 November 2024, before 14:05"),
        (Interval(NOVEMBER_5.start - calendar.DAY, AFTERNOON), "4 to 5 November 2024, before 14:05"),
        (Interval(NOVEMBER_5.start, AFTERNOON + 1), "5 November 2024, before 14:05"),
        (Interval(AFTERNOON, NOVEMBER_5.end), "5 November 2024, after 14:05"),
        (Interval(AFTERNOON, NOVEMBER_5.end + 2 * calendar.DAY), "5 November 2024, 14:05, to 7 November 2024"),
        (Interval(AFTERNOON, AFTERNOON + calendar.HOUR), "5 November 2024, 14:05 to 15:05"),
        (Interval(AFTERNOON, AFTERNOON + calendar.DAY), "5 November 2024, 14:05 to 6 November 2024, 14:05"),
        (Interval(NOVEMBER_5.start, NOVEMBER_5.end + calendar.DAY, G.WEEK), "5 to 6 November 2024"),
        (until(NOVEMBER_5), "on or before 5 November 2024"),
        (since(NOVEMBER_5), "from 5 November 2024, end not known"),
        (until(UNKNOWN), "date not known"),
    ],
)
def test_what_edtf_has_no_name_for_is_said_too(interval: Interval, said: str) -> None:
    assert words.in_words(interval) == said


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["2024-11-05", "2024-11-04"], "4 or 5 November 2024"),
        (["2024-11-05"], "5 November 2024"),
        (["2024-10-31", "2024-11-01"], "31 October or 1 November 2024"),
        (["2024-11-04", "2024-11-05", "2024-11-07"], "4, 5 or 7 November 2024"),
        (["2024-12-31", "2025-01-01"], "31 December 2024 or 1 January 2025"),
        (["2024-11-04", "2024-12"], "4 November 2024 or December 2024"),
    ],
)
def test_one_of_several_names_what_they_share_once(texts: list[str], said: str) -> None:
    assert words.one_of(tuple(map(edtf.read, texts))) == said


def test_a_day_is_told_with_its_weekday() -> None:
    assert words.with_weekday(NOVEMBER_5) == "Tuesday, 5 November 2024"
    assert words.with_weekday(edtf.read("2024-11")) == "November 2024"


def test_a_day_stays_a_day_in_every_zone() -> None:
    assert words.in_words(edtf.read("2024-11-05", "Asia/Tokyo")) == "5 November 2024"
