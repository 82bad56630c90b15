"""What other articles say about when an article appeared, and what answers say about the order of events."""

import pytest

from tests.readings import read
from timeline.core import edtf
from timeline.core.article import Publication, Trust
from timeline.core.derivation import Kind
from timeline.services.derive import Derived, derive

DATED = "Anna Berg closed the port of Bergen for good on 5 November 2024."


def both(undated: str, dated: str = DATED, day: str | None = "2024-11-06") -> Derived:
    """What follows from an article with a date and one without."""
    return derive([read("a", dated, day), read("b", undated)])


def bound(undated: str, dated: str = DATED) -> Publication:
    return both(undated, dated).publications[1]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Anna Berg closed the port of Bergen for good.", "2024-11-05/.."),
        ("Anna Berg closed the port of Bergen for good this week.", "2024-11-05/2024-11-10"),
        ("Anna Berg closed the port of Bergen for good this month.", "2024-11-05/2024-11-30"),
        ("Anna Berg closed the port of Bergen for good yesterday.", "2024-11-06"),
        ("Anna Berg closed the port of Bergen for good on Tuesday.", "2024-11-05/2024-11-11"),
    ],
)
def test_an_event_that_another_article_dates_bounds_the_publication(text: str, interval: str) -> None:
    found = bound(text)
    assert (edtf.write(found.interval), found.trust) == (interval, Trust.OTHERS)


@pytest.mark.parametrize(
    "text", ["Tom Holm opened the school in Oslo.", "Anna Berg spoke in Oslo about the weather.", "It rained."]
)
def test_an_event_of_its_own_bounds_nothing(text: str) -> None:
    assert bound(text) == Publication(bound(text).interval)


def test_the_step_names_the_words_here_and_the_words_there() -> None:
    found = bound("Anna Berg closed the port of Bergen for good this week.")
    words = [(step.evidence.article, step.rule) for step in found.derivation if step.evidence]
    assert words == [("b", "reported"), ("a", "dated_by_another_article")]
    assert (found.derivation[-1].kind, found.derivation[-1].gave) == (Kind.CONSTRAINT, found.interval)


def test_a_date_of_its_own_is_left_alone() -> None:
    text = "OSLO, Nov. 7, 2024 - Anna Berg closed the port of Bergen for good."
    found = bound(text)
    assert (edtf.write(found.interval), found.trust) == ("2024-11-07", Trust.DATELINE)


def test_what_else_the_article_tells_takes_the_bound() -> None:
    text = "Anna Berg closed the port of Bergen for good this week.\nTom Holm left Oslo on Friday."
    found = {event.title: event.date.edtf for event in both(text).events}
    assert found["Anna Berg closed the port of Bergen for good"] == "2024-11-05"


def test_an_answer_comes_after_what_it_answers() -> None:
    text = "Anna Berg wrote on Monday that the port was safe.\nTom Holm replied to Berg's letter."
    said, replied = derive([read("a", text, "2024-11-06")]).events
    assert (said.date.edtf, replied.date.edtf) == ("2024-11-04", "2024-11-04/2024-11-06")
    assert (replied.date.derivation[-1].rule, replied.date.derivation[-1].arguments) == (
        "answers",
        ("whom=berg", "operands=2"),
    )


def test_an_answer_to_nobody_in_the_article_keeps_its_date() -> None:
    (event,) = derive([read("a", "Tom Holm replied to Berg's letter.", "2024-11-06")]).events
    assert event.date.edtf == "../2024-11-06"
