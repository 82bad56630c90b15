"""The heading of a day: what is large, what is beside it, what only the ear gets."""

import pytest

from tests.web.happenings import dated
from timeline.core import edtf
from timeline.core.algebra import Mod, Part
from timeline.core.event import Certainty, EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.portions import part, portion
from timeline.web.showing.headings import Heading, heading, machine

DAY = edtf.read("2024-11-05")


def said(found: Heading) -> str:
    """The heading in one line, the hidden part in brackets."""
    parts = (found.lead, found.big, found.rest, f"[{found.hidden}]" if found.hidden else "", f"({found.note})")
    return " ".join(filter(None, parts)).removesuffix(" ()")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2024-11-05", "5 November [2024] (Tuesday)"),
        ("-0044-03-15", "15 March [45 BC] (Thursday)"),
        ("../2024-11-05", "on or before 5 November [2024] (first day not known)"),
        ("2024-10-23/..", "from 23 October [2024] (end not known)"),
        ("2024-10-08/2024-10-13", "8–13 October [2024] (Tuesday to Sunday)"),
        ("2024-10-30/2024-11-02", "30 October to 2 November [2024]"),
        ("2022-02-24/2024-11-05", "24 February 2022 to 5 November 2024"),
        ("2024-11", "November [2024] (day not known)"),
        ("2024", "2024 (day not known)"),
        ("2024-11-05T14:05", "5 November [2024] (Tuesday, 14:05)"),
        ("199X", "1990s (day not known)"),
    ],
)
def test_a_date_has_its_heading(text: str, line: str) -> None:
    assert said(heading(dated(text))) == line


@pytest.mark.parametrize(
    ("interval", "line"),
    [
        (unit_at(DAY.start, G.WEEK), "week of 4 November [2024] (4 to 10 November)"),
        (portion(Mod.START, edtf.read("2024-10")), "early October [2024] (1 to 10 October)"),
        (portion(Mod.MID, edtf.read("2024-10")), "mid October [2024] (11 to 20 October)"),
        (portion(Mod.END, DAY), "5 November [2024] (Tuesday, late)"),
        (part(Part.MORNING, DAY), "5 November [2024] (Tuesday, the morning)"),
        (Interval(DAY.start, DAY.start + 50_700), "5 November [2024] (Tuesday, before 14:05)"),
    ],
)
def test_what_edtf_cannot_write_has_a_heading_too(interval: Interval, line: str) -> None:
    assert said(heading(EventDate(interval, Certainty.LIKELY, ()))) == line


@pytest.mark.parametrize(
    ("claimed", "line"),
    [
        (("2024-11-04", "2024-11-05"), "4 or 5 November [2024] (Monday or Tuesday)"),
        (("2024-10-31", "2024-11-01"), "31 October or 1 November [2024]"),
        (("2024-11-04", "2024-12"), "4 November 2024 or December 2024"),
    ],
)
def test_claims_share_a_heading(claimed: tuple[str, ...], line: str) -> None:
    assert said(heading(dated("2024-11", Certainty.DISPUTED, claimed))) == line


@pytest.mark.parametrize(
    ("interval", "value"),
    [
        (DAY, "2024-11-05"),
        (edtf.read("2024-11"), "2024-11"),
        (unit_at(DAY.start, G.WEEK), "2024-W45"),
        (edtf.read("2024-11-05T14:05", "Europe/Kyiv"), "2024-11-05T14:05:00+02:00"),
        (edtf.read("2024"), None),
        (edtf.read("../2024-11-05"), None),
        (edtf.read("-0044-03-15"), None),
        (portion(Mod.START, edtf.read("2024-10")), None),
    ],
)
def test_time_has_a_datetime_only_where_html_has_a_form_for_it(interval: Interval, value: str | None) -> None:
    assert machine(interval) == value
