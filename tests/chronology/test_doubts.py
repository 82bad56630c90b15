"""Publications that are doubted: dates in the future, and what is told as past before it was."""

from dataclasses import replace

import pytest

from tests.readings import read
from timeline.chronology import doubts, publication
from timeline.chronology.publication import Page
from timeline.core import edtf
from timeline.core.article import Candidate, DoubtKind, Publication, Trust
from timeline.core.derivation import Kind, Step
from timeline.core.interval import Interval
from timeline.core.text import Imprint
from timeline.ingest import dates
from timeline.services.derive import derive


def early(text: str, published: str) -> list[str]:
    """The sentences that speak against a publication, as the services find them."""
    (found,) = derive([read("a", text, published)]).publications
    assert all(doubt.kind is DoubtKind.BEFORE_ITS_EVENTS for doubt in found.doubts)
    return [doubt.step.evidence.text for doubt in found.doubts if doubt.step.evidence]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The council closed the mill on 12 May 2025.", "2024-11-05"),
        ("The council closed the mill on 12 May 2025.", "2025-05-11"),
        ("The council closed the mill on 12 May 2025.", "2025-05-10T09:00Z"),
        ("On May 12, 2025, the council closed the mill. It rained.", "2025-03"),
        ("Late on 12 May 2025 the ferry Alma sank.", "2024-11-05"),
    ],
)
def test_what_is_told_as_past_after_its_publication_makes_it_doubtful(text: str, published: str) -> None:
    (sentence,) = early(text, published)
    assert text.startswith(sentence) or sentence in text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The council closed the mill on 12 May 2025.", "2025-05-12"),
        ("The council closed the mill on 12 May 2025.", "2025-05-11T10:00Z"),
        ("The council will close the mill on 12 May 2025.", "2024-11-05"),
        ("The council may have closed the mill on 12 May 2025.", "2024-11-05"),
        ("The council wants to close the mill on 12 May 2025.", "2024-11-05"),
        ("The mill was expected to close on 12 May 2025.", "2024-11-05"),
        ("The council extended the permit until 12 May 2025.", "2024-11-05"),
        ("The court set the trial for 12 May 2025.", "2024-11-05"),
        ("The vote was postponed to 12 May 2025.", "2024-11-05"),
        ("The council announced the closure of the mill on 12 May 2025.", "2024-11-05"),
        ("Tickets were sold for the show on 12 May 2025.", "2024-11-05"),
        ("Anna Berg, who had planned to leave on 12 May 2025, resigned.", "2024-11-05"),
        ("“I closed the mill on 12 May 2025,” says the robot of the play.", "2024-11-05"),
        ("The council closed the mill on 12 May.", "2024-11-05"),
        ("The council closed the mill in 2025.", "2024-11-05"),
        ("This article was amended on 12 May 2025.", "2024-11-05"),
        ("The correction was printed on 12 May 2025.", "2024-11-05"),
        ("At 02:17 am on 12 May 2025, millfan wrote: It was a bad day.", "2024-11-05"),
        ("The council closed the mill on 12 May 2025.", "2024-11-05/.."),
    ],
)
def test_what_may_lie_after_a_publication_does_not(text: str, published: str) -> None:
    assert early(text, published) == []


def test_a_publication_that_is_not_known_is_not_doubted() -> None:
    found = read("a", "The council closed the mill on 12 May 2025.")
    assert doubts.before_its_events(Publication(), found.mentions, found.expressions, "a") == ()


def stated(day: str, trust: Trust = Trust.PAGE, *, future: bool = False) -> Candidate:
    """What a page says of its publication."""
    interval: Interval = dates.published(day, "UTC")
    return Candidate(interval, trust, (Step(Kind.ANCHOR, "meta", interval),), future=future)


def solved(*found: Candidate, text: str = "It rained.") -> Publication:
    """When a page with these statements appeared."""
    return publication.solve(Page("a", text, "UTC", None, read("a", text).expressions, Imprint(), found))


def test_a_date_in_the_future_is_kept_as_lost_and_doubted_and_dates_nothing() -> None:
    ahead = stated("2031-02-03", future=True)
    found = solved(ahead)
    assert (found.interval.unknown, found.trust, found.derivation, found.lost) == (True, Trust.NONE, (), (ahead,))
    assert found.doubts[0].kind is DoubtKind.FUTURE
    assert found.doubts[0].step == ahead.derivation[0]


def test_a_date_in_the_future_comes_after_all_others() -> None:
    ahead, hint = stated("2031-02-03", future=True), stated("2024-11-05", Trust.HINT)
    found = solved(ahead, hint)
    assert (edtf.write(found.interval), found.lost) == ("2024-11-05", (ahead,))
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.FUTURE]


def test_a_hint_at_the_future_is_no_doubt_where_something_better_is_known() -> None:
    ahead = stated("2031-02-03", Trust.HINT, future=True)
    assert solved(ahead, stated("2024-11-05")).doubts == ()
    assert [doubt.kind for doubt in solved(ahead).doubts] == [DoubtKind.FUTURE]


def test_what_a_person_corrected_is_not_doubted_for_what_was_loaded() -> None:
    day = dates.published("2024-11-05", "UTC")
    said = Candidate(day, Trust.CORRECTED, (Step(Kind.ANCHOR, "corrected", day),))
    text = "Today, November 4, it rained."
    own, given = read("a", text).page, dates.published("2024-11-09", "UTC")
    page = Page("a", text, "UTC", given, own.expressions, own.imprint, (stated("2031-02-03", future=True),))
    assert [doubt.kind for doubt in publication.solve(page).doubts] == [DoubtKind.CLOCK, DoubtKind.FUTURE]
    assert publication.solve(replace(page, corrected=said)).doubts == ()
