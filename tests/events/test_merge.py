"""Which reports are of one event, whatever the order in which they come."""

import random
from itertools import chain
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readings import WEDNESDAY, all_reports, reports
from timeline.core.mention import Report
from timeline.events import merge

Groups = set[frozenset[str]]

TEXTS: Final = (
    "Anna Berg closed the port of Bergen on Monday. She told the council that nobody had been hurt.",
    "The port of Bergen was closed on Monday by Anna Berg. The ferry Alma left Oslo on Sunday.",
    "Anna Berg closed the port of Bergen on Tuesday. “Nobody had a chance to leave the harbour,” she said.",
    "The mayor said: “Nobody had a chance to leave the harbour.” The Alma left Oslo with 40 people on Sunday.",
    "Anna Berg will open the port of Bergen on Friday. About 400 passengers left Bergen by train on Monday.",
    "Some 350 passengers left Bergen by train. The council of Oslo approved the new timetable on 3 March.",
    "The council of Oslo approved the new timetable on Monday. The ferry Alma had left Oslo with 45 people.",
)


def grouped(*texts: str, day: str | None = WEDNESDAY) -> Groups:
    """Which articles (a, b, …) share an event, by the letters and the acts of its reports."""
    found = chain.from_iterable(reports(text, day, article) for article, text in zip("abcdefgh", texts, strict=False))
    return names(merge.groups(list(found)))


def all_grouped(*texts: str) -> Groups:
    """The same with the acts that sentences name in passing."""
    found = [all_reports(text, WEDNESDAY, article) for article, text in zip("abcdefgh", texts, strict=False)]
    return names(merge.groups(list(chain.from_iterable(found))))


def names(groups: tuple[tuple[Report, ...], ...]) -> Groups:
    return {frozenset(f"{r.article} {r.mention.act}" for r in group) for group in groups}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna Berg closed the port of Bergen on Monday.", "The port of Bergen was closed on Monday by Anna Berg."),
        ("Anna Berg closed the port of Bergen on Monday.", "Anna Berg closed the port of Bergen."),
        ("Anna Berg closed the port in June.", "Anna Berg closed the port on 12 June."),
        ("It closed the port of Bergen on Monday.", "The council closed the port of Bergen on Monday."),
        ("Troops reached Oslo on Monday.", "Soldiers arrived in Oslo on Monday."),
        ("Some 400 people left Bergen by train on Monday.", "About 350 people left Bergen by train on Monday."),
        ("Anna Berg closed the port of Bergen on Monday.", "Anna Berg closed the port of Bergen on Tuesday."),
    ],
)
def test_the_same_act_of_the_same_people_at_a_time_that_fits_is_one_event(first: str, second: str) -> None:
    assert len(grouped(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna Berg closed the port of Bergen on Monday.", "Tom Holm closed the school in Oslo on Monday."),
        ("The council closed the port of Bergen on Monday.", "The council opened the port of Bergen on Monday."),
        ("Anna Berg will close the port of Bergen on Friday.", "Anna Berg closed the port of Bergen on Monday."),
        ("Anna Berg closed the port of Bergen on Monday.", "Anna Berg closed the port of Bergen on 3 March."),
        ("Anna Berg said on Monday that the ferry had sunk.", "The ferry sank on Monday."),
        ("Anna Berg closed the port of Bergen in May.", "Anna Berg closed the port of Bergen in August."),
        ("The council closed the mill on Monday.", "Anna Berg closed the port on Monday."),
    ],
)
def test_another_act_a_plan_its_telling_and_a_day_far_away_are_another_event(first: str, second: str) -> None:
    assert len(grouped(first, second)) == 2


@pytest.mark.parametrize(
    "second",
    [
        '"We have lost the old harbour for good," the mayor told the council.',
        "‘We have lost the old harbour for good’, Anna Berg wrote.",
        'The mayor said on Monday: "All is over. We have lost the old harbour for good."',
    ],
)
def test_the_same_quotation_is_one_event(second: str) -> None:
    assert len(grouped('Anna Berg said: "We have lost the old harbour for good."', second)) == 1


def test_a_few_words_in_common_are_no_quotation_in_common() -> None:
    first, second = (
        'Anna Berg said: "We have lost the old harbour."',
        'Tom Holm said: "We have lost the match in Oslo."',
    )
    assert len(grouped(first, second)) == 2


def test_what_one_speaker_says_in_one_article_is_one_act_of_speaking() -> None:
    text = (
        "Anna Berg said on Monday that the port was safe. The ferry sank on Sunday. Berg told {} that nobody was hurt."
    )
    assert grouped(text.format("the council")) == {frozenset({"a say", "a tell"}), frozenset({"a sink"})}


def test_unless_it_is_said_at_another_time() -> None:
    assert len(grouped("Anna Berg said on Monday that it was safe. Berg wrote on Tuesday that it was not.")) == 2


def test_two_acts_of_one_sentence_are_two_events() -> None:
    assert len(grouped("The crew left the ferry on Monday and reached Bergen on Tuesday.")) == 2


def test_no_reports_are_no_groups() -> None:
    assert merge.groups([]) == ()


EXPLOSION: Final = (
    "After the explosion at the mill on Monday, the council closed the port.",
    "The explosion at the mill on Monday hurt nobody. Tom Holm reached Oslo by ferry.",
)


def test_an_act_that_two_articles_name_in_passing_is_an_event() -> None:
    assert frozenset({"a explosion", "b explosion"}) in all_grouped(*EXPLOSION)


@pytest.mark.parametrize("second", ["The council met on Monday.", "The collapse of the bridge hurt nobody."])
def test_an_act_that_only_one_article_names_in_passing_is_none(second: str) -> None:
    assert not [group for group in all_grouped(EXPLOSION[0], second) if "a explosion" in group]


def test_an_act_named_in_passing_goes_with_what_another_article_tells() -> None:
    assert frozenset({"a explosion", "b explode"}) in all_grouped(EXPLOSION[0], "The mill exploded on Monday.")


def test_an_act_that_nearly_always_stands_beside_another_is_a_part_of_it() -> None:
    text = "The explosion at the mill and the collapse of its roof {}."
    found = all_grouped(text.format("angered the mayor"), text.format("pleased nobody"))
    assert len([group for group in found if any("explosion" in name or "collapse" in name for name in group)]) == 1


def test_an_act_that_nobody_tells_as_a_fact_is_none() -> None:
    text = "“{} wrecked the ferry,” Tom Holm said on Monday."
    assert not [group for group in all_grouped(text.format("They"), text.format("Sailors")) if "a wreck" in group]


def test_what_either_way_joins_is_one_event() -> None:
    first, second, third = (
        "Anna Berg closed the port of Bergen on Monday.",
        "The port of Bergen was closed on Monday by Anna Berg.",
        "Anna Berg closed the port.",
    )
    assert len(grouped(first, second, third)) == 1


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_groups_are_the_same_in_every_order(chance: random.Random) -> None:
    found = [
        report
        for article, text in zip("abcdefghi", (*TEXTS, *EXPLOSION), strict=True)
        for report in all_reports(text, article=article)
    ]
    assert any(not report.mention.told for report in found)
    expected = merge.groups(found)
    chance.shuffle(found)
    assert merge.groups(found) == expected
    assert 5 < len(expected) < len(found)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(range(len(TEXTS)))))
def test_every_told_report_is_in_exactly_one_group_and_no_other_in_two(chosen: set[int]) -> None:
    found = [report for i in sorted(chosen) for report in all_reports(TEXTS[i], article="abcdefg"[i])]
    held = [report for group in merge.groups(found) for report in group]
    assert len(set(map(id, held))) == len(held)
    assert {id(report) for report in found if report.mention.told} <= set(map(id, held)) <= set(map(id, found))


def test_what_thirty_articles_tell_and_one_tells_otherwise_is_one_event() -> None:
    told = [(f"a{n:02}", "Anna Berg closed the port of Bergen on Monday.") for n in range(30)]
    other = ("b", "On Monday the port of Bergen was closed by Anna Berg.")
    (found,) = merge.groups([r for article, text in (*told, other) for r in reports(text, WEDNESDAY, article)])
    assert len(found) == 31
