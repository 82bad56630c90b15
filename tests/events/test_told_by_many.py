"""What several reports make of one event: entities, figures, origins, title."""

from dataclasses import replace

import pytest

from tests.builders import a_mention, a_report
from tests.readings import events, reports
from timeline.core.event import Corroboration, Entity
from timeline.core.text import Name
from timeline.events import entities, figures, headline, origins


def settled(*texts: str) -> dict[str, Entity]:
    found = entities.settle([report for text in texts for report in reports(text)])
    return {name: entity for (_, name), entity in found.items()}


def test_a_surname_goes_with_the_one_full_name() -> None:
    found = settled("Anna Berg closed the port on Monday.", "Berg opened the school in Oslo on Monday.")
    assert found["Berg"] == found["Anna Berg"] == Entity("Anna Berg", "person")


def test_a_surname_of_two_people_stays_alone() -> None:
    found = settled("Anna Berg met Tom Berg on Monday.", "Mrs Berg opened the school in Oslo on Monday.")
    assert found["Berg"].name == "Berg"


def test_a_name_has_the_kind_that_it_has_most_often() -> None:
    kinds = ["organisation", "place", "place"]
    told = [a_report(f"a{n}", a_mention(names=(Name(0, 4, "Alma", kind),))) for n, kind in enumerate(kinds)]
    found, turned = entities.settle(told), entities.settle(told[::-1])
    assert found["a0", "Alma"] == turned["a0", "Alma"] == Entity("Alma", "place")


def test_those_whom_most_reports_name_come_first() -> None:
    first = "Anna Berg closed the port on Monday with Tom Holm."
    (event,) = events(first, "Anna Berg closed the port on Monday.", "The port was closed on Monday by Anna Berg.")
    assert [entity.name for entity in event.entities] == ["Anna Berg", "Tom Holm"]


@pytest.mark.parametrize(
    ("first", "second", "claims"),
    [
        ("About 400 people left Oslo on Monday.", "Some 350 people left Oslo on Monday.", ["350 people", "400 people"]),
        ("About 400 people left Oslo on Monday.", "Some 400 people left Oslo on Monday.", []),
        ("About 400 people left Oslo on Monday.", "Some 5,000 people left Oslo on Monday.", []),
        ("About 400 people left Oslo on Monday.", "Some 350 cars left Oslo on Monday.", []),
    ],
)
def test_figures_of_one_thing_that_differ_contradict_each_other(first: str, second: str, claims: list[str]) -> None:
    found = figures.contradictions([*reports(first, article="a"), *reports(second, article="b")])
    assert [claim.text for one in found for claim in one.claims] == claims


def test_a_contradiction_knows_who_says_what() -> None:
    told = [
        reports(f"Some {n} people left Oslo on Monday.", article=a)[0] for a, n in (("a", 400), ("b", 350), ("c", 400))
    ]
    (found,) = figures.contradictions(told)
    assert (found.about, [claim.reports for claim in found.claims]) == ("number", [(1,), (0, 2)])


def test_two_figures_of_one_article_are_no_contradiction() -> None:
    told = reports("Some 400 people left Oslo on Monday. About 350 people left Bergen on Monday.")
    assert figures.contradictions(told) == ()


@pytest.mark.parametrize(
    ("second", "source", "expected"),
    [
        ("Anna Berg closed the old port of Bergen on Monday.", "The Mail", Corroboration(2, 1, 1)),
        ("Anna Berg closed the old port of Bergen on Monday, 4 November.", "The Post", Corroboration(2, 2, 1)),
        ("In Bergen the old port was closed on Monday by its mayor, Anna Berg.", "The Post", Corroboration(2, 2, 2)),
    ],
)
def test_a_copy_is_no_new_origin(second: str, source: str, expected: Corroboration) -> None:
    first = reports("Anna Berg closed the old port of Bergen on Monday.", article="a", source="The Mail")
    assert origins.count([*first, *reports(second, article="b", source=source)]) == expected


def test_another_copy_never_raises_the_origins() -> None:
    texts = ["Anna Berg closed the old port on Monday.", "The old port was closed by its mayor on Monday, after rain."]
    told = [reports(texts[n % 2], article=f"a{n}", source=f"Mail {n}")[0] for n in range(6)]
    assert [origins.count(told[:n]).origins for n in (1, 2, 3, 4, 5, 6)] == [1, 2, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Anna Berg closed the port of Bergen on Monday.", "Anna Berg closed the port of Bergen."),
        ("Anna Berg closed the port of Bergen on Monday.", "It closed the port of Bergen on Monday."),
        ("Anna Berg closed the port of Bergen on Monday.", "The mayor closed a port on Monday."),
    ],
)
def test_the_title_is_that_of_the_report_that_tells_it_best(better: str, worse: str) -> None:
    good, bad = reports(better, article="b")[0], reports(worse, article="a")[0]
    assert headline.best([good, bad]) is headline.best([bad, good]) is good


@pytest.mark.parametrize(
    "worse",
    [
        "News / 2024 / anna - berg - closed - port",
        "Anna Berg was in the town hall of Bergen",
        "After Anna Berg closed the old port of Bergen",
        "That Anna Berg closed the old port of Bergen",
    ],
)
def test_no_title_is_an_address_a_fragment_or_without_its_act(worse: str) -> None:
    good = reports("Anna Berg closed the old port of Bergen.", article="b")[0]
    bad = replace(good, article="a", mention=replace(good.mention, title=worse))
    assert headline.best([good, bad]) is headline.best([bad, good]) is good


def test_the_title_is_in_the_words_that_most_of_the_others_use() -> None:
    usual, other = "Anna Berg shut the port of Bergen", "Anna Berg shut the quay of Bergen"
    told = [reports(f"{text}.", article=name)[0] for name, text in zip("abc", (other, usual, usual), strict=True)]
    assert headline.best(told).mention.title == headline.best(told[::-1]).mention.title == usual
