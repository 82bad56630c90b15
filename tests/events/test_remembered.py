"""Acts that a sentence only looks back on, and the commemoration, which is an event of its own."""

import pytest

from tests.readings import all_reports, named, read
from timeline.chronology import recompute
from timeline.core import edtf
from timeline.core.mention import Basis, Report
from timeline.services.derive import derive

DAY = "2014-05-06"


def of(text: str, act: str) -> Report:
    """The report of an act in an article of 6 May 2014."""
    (found,) = [report for report in all_reports(text, DAY) if report.mention.act == act]
    return found


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("Ten years after the attack on the market, the town has a new hall.", "attack", "2004"),
        ("Relatives marched on Sunday, ten years after the bomb exploded.", "explode", "2004"),
        ("Mourners held a service on Sunday to mark 10 years since the explosion.", "explosion", "2004"),
        ("A year on from the explosion, Anna Berg has returned to the square.", "explosion", "2013"),
        ("It is a decade since nine people died in Oslo.", "die", "2004"),
        ("Six months after the explosion, Anna Berg left.", "explosion", "2013-11"),
        ("In 1998, three years after the bombing, she moved to Oslo.", "bombing", "1995"),
    ],
)
def test_it_lies_that_long_before_the_time_at_which_it_is_told(text: str, act: str, date: str) -> None:
    report = of(text, act)
    assert (edtf.write(report.interval), report.basis) == (date, Basis.BOUND)
    assert recompute.date(report.derivation) == report.interval


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Hundreds marked the tenth anniversary of the bombing on Sunday.", "bombing"),
        ("On Sunday the explosion's tenth anniversary drew a crowd.", "explosion"),
        ("The council commemorated the explosion on Sunday.", "explosion"),
        ("More than a decade after the attack, Anna Berg spoke on Sunday.", "attack"),
    ],
)
def test_without_a_length_it_is_only_bounded(text: str, act: str) -> None:
    assert edtf.write(of(text, act).interval) == "../2014-05-06"


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("Ten years after the attack of 4 May 2004, the hall opened.", "attack", "2004-05-04"),
        ("Two days after the explosion, Anna Berg left.", "explosion", "../2014-05-06"),
        ("The explosion on Sunday closed the market for ten years.", "explosion", "2014-05-04"),
    ],
)
def test_a_day_of_its_own_and_days_after_are_no_looking_back(text: str, act: str, date: str) -> None:
    assert edtf.write(of(text, act).interval) == date


def test_the_commemoration_keeps_its_day() -> None:
    text = "Hundreds marked the tenth anniversary of the bombing on Sunday."
    assert edtf.write(of(text, "mark").interval) == "2014-05-04"
    assert [mention.act for mention in named(text) if mention.told] == ["mark"]


def test_it_joins_the_old_event_and_makes_no_new_one() -> None:
    old = read("a", "A bomb exploded at the Harbin market on 4 May 2004, killing nine people.", "2004-05-06")
    later = read("b", "Hundreds marked the tenth anniversary of the explosion at the Harbin market on Sunday.", DAY)
    march = read("c", "Relatives marched through Harbin on Sunday, ten years after the explosion at the market.", DAY)
    events = derive([old, later, march]).events
    found = {event.date.edtf: {report.article for report in event.reports} for event in events}
    assert found["2004-05-04"] == {"a", "b", "c"}
    assert set(found) == {"2004-05-04", "2014-05-04"}
