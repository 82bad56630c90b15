"""Dates with their prepositions, as a sentence takes them."""

import pytest

from timeline.core import edtf, phrases
from timeline.core.algebra import Mod, Part
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.portions import part, portion

DAY = edtf.read("2024-11-05")


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (DAY, "on Tuesday, 5 November 2024"),
        (edtf.read("2024-11"), "in November 2024"),
        (edtf.read("2024"), "in 2024"),
        (edtf.read("199X"), "in the 1990s"),
        (edtf.read("19XX"), "in the 20th century"),
        (edtf.read("2024-36"), "in the fourth quarter of 2024"),
        (edtf.read("2024-21"), "in spring 2024"),
        (edtf.read("2024-11-05T14:05"), "on 5 November 2024 at 14:05"),
        (edtf.read("2024-10-08/2024-10-13"), "between 8 and 13 October 2024"),
        (edtf.read("2024-11-05/2024-11-05"), "on 5 November 2024"),
        (edtf.read("2024-10/2024-10"), "in October 2024"),
        (edtf.read("2019/2021"), "between 2019 and 2021"),
        (edtf.read("../2024-11-05"), "on or before 5 November 2024"),
        (edtf.read("2024-10-23/.."), "on or after 23 October 2024"),
        (edtf.read("../.."), "at a time that is not known"),
        (unit_at(DAY.start, G.WEEK), "in the week of 4 November 2024"),
        (unit_at(DAY.start, G.WEEKEND), "on the weekend of 9 November 2024"),
        (part(Part.MORNING, DAY), "in the morning of 5 November 2024"),
        (part(Part.MIDDAY, DAY), "at midday on 5 November 2024"),
        (portion(Mod.START, edtf.read("2024-10")), "in early October 2024"),
        (portion(Mod.START, edtf.read("199X")), "in the early 1990s"),
        (portion(Mod.START, unit_at(DAY.start, G.WEEK)), "early in the week of 4 November 2024"),
        (portion(Mod.END, DAY), "late on 5 November 2024"),
        (Interval(DAY.start, DAY.start + 50_700), "on 5 November 2024, before 14:05"),
    ],
)
def test_an_interval_takes_its_preposition(interval: Interval, said: str) -> None:
    assert phrases.placed(interval) == said


def test_one_of_several_days_takes_one_preposition() -> None:
    assert phrases.placed_one_of((DAY, edtf.read("2024-11-04"))) == "on 4 or 5 November 2024"
    assert phrases.placed_one_of((DAY, edtf.read("2024-12"))) == "in 5 November 2024 or December 2024"
