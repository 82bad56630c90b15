"""Deeds: what an article says of one act, gathered from all its sentences."""

from dataclasses import replace
from itertools import permutations

import pytest

from tests.readings import all_reports
from timeline.core import edtf
from timeline.events import deeds, vocabulary
from timeline.events.deeds import Deed


def gathered(*texts: str) -> tuple[Deed, ...]:
    """The deeds of articles a, b, … with these texts."""
    return deeds.gather(
        r for article, text in zip("abc", texts, strict=False) for r in all_reports(text, article=article)
    )


def of(act: str, *texts: str) -> tuple[Deed, ...]:
    """Those of one act."""
    return tuple(deed for deed in gathered(*texts) if deed.act == act)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ferry sank on Monday. The ferry had sunk off Bergen.", 1),
        ("The ferry sank on Monday. The Alma sank on Monday with 40 cars.", 1),
        ("The ferry sank on Monday. The Alma sank on Tuesday with 40 cars.", 2),
        ("The council closed the port on Monday. The council will close the port again on Friday.", 2),
        ("The ferry sank. It had sunk before.", 1),
    ],
)
def test_all_reports_of_an_act_are_one_deed_unless_they_are_at_other_times_or_planned(text: str, count: int) -> None:
    (verb,) = {deed.act for deed in gathered(text)}
    assert len(of(verb, text)) == count


def test_each_article_has_its_own_deeds() -> None:
    found = gathered("The ferry sank.", "The ferry sank.")
    assert [(deed.article, deed.act) for deed in found] == [("a", "sink"), ("b", "sink")]


def test_a_noun_is_of_the_deed_of_its_verb() -> None:
    (found,) = of("explode", "The mill exploded on Monday. After the explosion the council met.")
    assert [r.mention.act for r in found.reports] == ["explode", "explosion"]
    assert (found.nominal, found.root) == (0.5, "explode")


def test_a_report_without_a_time_goes_with_the_only_one_that_there_is_if_it_fits() -> None:
    (found,) = of("sink", "The ferry sank on Monday. The ferry has sunk.")
    assert (len(found.reports), edtf.write(found.explicit)) == (2, "2024-11-04")
    assert len(of("sink", "The ferry sank on Monday. The Alma sank on Tuesday. The ferry has sunk.")) == 3


def test_a_deed_has_everybody_who_takes_part_and_no_day() -> None:
    (found,) = of("close", "Anna Berg closed the port of Bergen with Tom Holm on Monday.")
    assert (found.who, found.what) == (frozenset({"berg"}), frozenset({"port"}))
    assert found.arguments == {"berg", "port", "holm"}
    assert {"anna", "berg", "bergen"} <= found.names
    assert "monday" not in found.arguments | found.names | found.stems


def test_pronouns_take_part_as_nobody() -> None:
    assert of("close", "They closed the port.")[0].who == frozenset()
    (report,) = all_reports("Anna Berg closed the port.")
    (found,) = deeds.gather([replace(report, mention=replace(report.mention, actor="they berg"))])
    assert found.who == frozenset({"berg"})


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The ferry sank on Monday.", {"2024-11-04"}),
        ("The ferry sank on Monday at 3 pm.", {"2024-11-04"}),
        ("The ferry sank in May.", set()),
        ("The ferry sank.", set()),
    ],
)
def test_its_days_are_those_that_words_give(text: str, days: set[str]) -> None:
    (found,) = of("sink", text)
    assert found.days == {edtf.read(day).start for day in days}


def test_its_limit_is_what_publication_and_told_words_near_by_allow() -> None:
    assert edtf.write(of("sink", "The ferry sank.")[0].limit) == "../2024-11-06"
    assert of("sink", "The ferry sank on Monday.")[0].limit.unknown


@pytest.mark.parametrize(("before", "lead"), [(0, True), (40, False)])
def test_what_stands_at_the_beginning_is_told_early(before: int, *, lead: bool) -> None:
    text = "It was a quiet day in Bergen. " * before + "The ferry sank."
    assert of("sink", text)[0].lead is lead


@pytest.mark.parametrize(
    ("act", "text", "phrased"),
    [
        ("set", "Tom Holm set the mill on fire.", True),
        ("set", "Tom Holm set the clock of the mill.", False),
        ("break out", "A fire broke out in the mill.", True),
        ("break", "Tom Holm broke the oar.", False),
    ],
)
def test_a_verb_is_of_the_families_of_its_phrases(act: str, text: str, *, phrased: bool) -> None:
    alone = vocabulary.families(act, noun=False)
    assert bool(of(act, text)[0].families - alone) is phrased


def test_the_deeds_are_the_same_in_every_order() -> None:
    reports = all_reports("The ferry sank on Monday. The Alma sank on Tuesday. The ferry has sunk. The mill exploded.")
    expected = [deed.reports for deed in deeds.gather(reports)]
    assert len(reports) == 4
    for order in permutations(reports):
        assert [deed.reports for deed in deeds.gather(order)] == expected
