"""The two articles in ../shared/seeds: every line of expected.jsonl, where that folder is present.

They belong to their publishers: they are read from there, and no sentence of theirs stands here.
"""

import json
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.readings import read
from timeline.core import edtf
from timeline.core.anchoring import anchor
from timeline.core.event import Event
from timeline.core.expression import Resolution
from timeline.core.mention import Status
from timeline.services.derive import Derived, derive

SHARED: Final = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/seeds is not here")

NAMES: Final = {"000": "000_632211b9ebffaef5", "003": "003_706f1fe148d5293c"}
BOTH: Final = {"000", "003"}
WEEK: Final = "2024-11-06"
"""A publication date for 003 in the week of the post that it reports."""


@cache
def timeline(*, day_of_003: str | None = None, backwards: bool = False) -> Derived:
    names = sorted(NAMES, reverse=backwards)
    days = {"003": day_of_003}
    return derive([read(name, _text(name), days.get(name)) for name in names])


def _text(name: str) -> str:
    return (SHARED / f"{NAMES[name]}.txt").read_text("utf-8")


def event(found: Derived, *words: str) -> Event:
    """The one event with these words in one of its sentences."""
    (one,) = [
        e for e in found.events if any(all(word in report.mention.text for word in words) for report in e.reports)
    ]
    return one


def articles(one: Event) -> set[str]:
    return {report.article for report in one.reports}


EVENTS: Final = [
    (("Rachman", "gorging"), "2024-11-05", BOTH),
    (("Bremmer", "replied"), "2024-11-05", {"000"}),
    (("Kovalenko",), "2024-11-04/..", {"003"}),
    (("Dietz", "entertaining"), "../2024-11-05", BOTH),
    (("12,000",), "2022-02-24/2024-11-05", BOTH),
]


@pytest.mark.parametrize(("words", "date", "by"), EVENTS)
def test_every_expected_event_has_its_date_and_its_articles(words: tuple[str, ...], date: str, by: set[str]) -> None:
    found = event(timeline(), *words)
    assert (found.date.edtf, articles(found), found.status) == (date, by, Status.OCCURRED)


def test_nothing_else_is_on_the_line() -> None:
    dated = [e for e in timeline().events if e.date.dated]
    assert len(dated) == len(EVENTS), "\n".join(f"{e.date.edtf} {e.title}: {e.text}" for e in dated)


def test_the_publications_are_a_day_and_a_bound() -> None:
    assert [edtf.write(found.interval) for found in timeline().publications] == ["2024-11-05", "2024-11-05/.."]


def test_the_two_figures_are_a_contradiction() -> None:
    (found,) = event(timeline(), "12,000").contradictions
    assert found.about == "number"
    assert [claim.text.split()[0] for claim in found.claims] == ["10,000", "12,000"]


@pytest.mark.parametrize("day", [None, WEEK])
def test_either_order_of_loading_gives_the_same_timeline(day: str | None) -> None:
    forwards, backwards = timeline(day_of_003=day), timeline(day_of_003=day, backwards=True)
    assert forwards.events == backwards.events
    assert forwards.publications == backwards.publications[::-1]


def test_this_week_ends_with_the_publication_once_that_is_given() -> None:
    found = timeline(day_of_003=WEEK)
    assert event(found, "Kovalenko").date.edtf == "2024-11-04/2024-11-06"
    assert {e.title for e in found.events} == {e.title for e in timeline().events}


@cache
def resolved(name: str, published: str | None) -> tuple[Resolution, ...]:
    found = read(name, _text(name), published)
    (publication,) = derive([found]).publications
    return anchor(found.expressions, publication.interval)


def _lines(kind: str) -> list[dict[str, str]]:
    if not SHARED.is_dir():
        return []
    lines = map(json.loads, (SHARED / "expected.jsonl").read_text("utf-8").splitlines())
    return [line for line in lines if line["kind"] == kind]


def _id(line: dict[str, str]) -> str:
    return f"{line['article']} {line['text']}"


@pytest.mark.parametrize("line", _lines("expression"), ids=_id)
def test_every_expected_expression_has_its_value(line: dict[str, str]) -> None:
    published = WEEK if line["article"] == "003" else None
    value = "2024-W45" if line["text"] == "this week" else line["value"]
    found = [one for one in resolved(line["article"], published) if _names(one, line["text"])]
    assert [one for one in found if value in {one.value, one.edtf, _allowed(one)}], found
    assert "mod" not in line or [one.mod for one in found] == [line["mod"]]


def _names(found: Resolution, text: str) -> bool:
    """The expression may be the named period alone: 'the Russia-Ukraine war' in 'since … began'."""
    return found.text.removeprefix("the ") in text and len(found.text) >= len(text.split()[-1])


def _allowed(found: Resolution) -> str:
    return edtf.write(found.allowed)


@pytest.mark.parametrize("line", _lines("trap"), ids=_id)
def test_no_trap_is_read_as_a_date(line: dict[str, str]) -> None:
    text = _text(line["article"])
    start = text.index(line["text"])
    end = start + len(line["text"])
    assert [one.text for one in resolved(line["article"], WEEK) if one.start < end and start < one.end] == []
