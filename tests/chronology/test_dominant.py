"""The day of which an article mostly speaks, and which acts without a time belong to it."""

from dataclasses import replace

import pytest

from tests.builders import a_mention
from tests.readings import WEDNESDAY, events, read
from timeline.chronology import dominant, publication, recompute
from timeline.chronology.dominant import Dominant
from timeline.core import edtf
from timeline.core.anchoring import anchor
from timeline.core.derivation import Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.mention import Basis, Mention, Report, Status, When

SANK = "The ferry sank on Monday. The crew left the ferry on Monday. Divers searched the harbour on Tuesday."


def of(text: str, day: str = WEDNESDAY) -> Dominant | None:
    """The dominant day of an article with this text."""
    found = read("a", text, day)
    published = publication.solve(found.page)
    resolved = anchor(found.expressions, published.interval, None, "a")
    return dominant.of(resolved, found.mentions, published.interval)


def sure(text: str = SANK) -> Dominant:
    """The same, borne out."""
    found = of(text)
    assert found
    return replace(found, sure=True)


@pytest.mark.parametrize(
    ("text", "day", "count"),
    [
        (SANK, "2024-11-04", 2),
        ("The ferry sank on Monday. Divers searched the harbour on Tuesday.", "2024-11-05", 1),
        ("The ferry sank on Sunday. The mayor said on Tuesday that it was old.", "2024-11-03", 1),
        ("The mayor said on Tuesday that the ferry was old.", "2024-11-05", 1),
        ("Divers left on Tuesday. The ferry sank on Monday. It burned on Monday evening.", "2024-11-04", 2),
        ("The council bought the ferry in May. The ferry sank on Monday.", "2024-11-04", 1),
    ],
)
def test_it_is_the_day_that_most_acts_have_and_of_equals_the_one_nearest_to_publication(
    text: str, day: str, count: int
) -> None:
    found = of(text)
    assert found
    assert (edtf.write(found.day), found.count) == (day, count)


@pytest.mark.parametrize("text", ["The ferry sank.", "The ferry sank in May.", "The ferry sank in 2019."])
def test_an_article_without_a_day_has_none(text: str) -> None:
    assert of(text) is None


def test_a_day_long_before_the_article_counts_only_where_it_is_named_twice() -> None:
    once = "The council bought the ferry on 4 May 2023. Anna Berg has closed the port."
    assert of(once) is None
    assert of(once, "2023-05-09")
    twice = of(f"{once} Tom Holm left Oslo on 4 May 2023.")
    assert twice
    assert edtf.write(twice.day) == "2023-05-04"


def test_a_day_is_sure_where_it_is_named_twice_or_is_that_of_two_articles() -> None:
    once, other = of("The ferry sank on Monday."), of("Divers searched the harbour on Tuesday.")
    assert [one and one.sure for one in dominant.weighed([once, other, None])] == [False, False, None]
    assert [one and one.sure for one in dominant.weighed([once, other, once])] == [True, False, True]
    assert [one and one.sure for one in dominant.weighed([of(SANK), other])] == [True, False]


def undated(**fields: object) -> Report:
    """A report that only its publication limits."""
    mention: Mention = replace(a_mention("The crew left the ferry.", when=()), **fields)  # type: ignore[arg-type]
    return Report("a", "The Courier", mention, edtf.read("../2024-11-06"), Basis.BOUND, ())


def placed(report: Report, day: Dominant | None) -> str:
    """Where a report lies once the dominant day of its article is applied."""
    (found,) = dominant.applied([report], {"a": day})
    assert (found.basis is Basis.DOMINANT) == (found.interval != report.interval)
    return edtf.write(found.interval)


def test_an_act_in_the_past_without_a_time_is_of_the_day_where_that_is_sure() -> None:
    assert placed(undated(), sure()) == "2024-11-04"
    assert placed(undated(), replace(sure(), sure=False)) == "../2024-11-06"
    assert placed(undated(), None) == "../2024-11-06"


def test_an_act_named_in_passing_is_of_the_day_also_where_only_one_article_names_it() -> None:
    assert placed(undated(told=False, tense=Tense.UNKNOWN), replace(sure(), sure=False)) == "2024-11-04"


@pytest.mark.parametrize(
    "fields",
    [
        {"statement": True},
        {"status": Status.PLANNED, "tense": Tense.FUTURE},
        {"status": Status.DENIED},
        {"tense": Tense.PRESENT},
        {"when": (When(0, Basis.INFERRED, "years after"),)},
        {"when": (When(0, Basis.INFERRED, "anniversary"),)},
        {"when": (When(0, Basis.BOUND, "clause"),)},
    ],
)
def test_words_plans_denials_and_what_words_bound_or_look_back_on_are_not(fields: dict[str, object]) -> None:
    assert placed(undated(**fields), sure()) == "../2024-11-06"


def test_a_report_that_cannot_be_of_the_day_is_left_where_it_is() -> None:
    report = replace(undated(), interval=edtf.read("../2024-11-01"))
    assert placed(report, sure()) == "../2024-11-01"


def test_a_report_with_a_time_of_its_own_keeps_it() -> None:
    report = replace(undated(), interval=edtf.read("2024-11-05"), basis=Basis.EXPLICIT)
    assert dominant.applied([report], {"a": sure()}) == (report,)


def test_the_step_can_be_computed_again_from_the_words_that_name_the_day() -> None:
    (found,) = dominant.applied([undated()], {"a": sure("The ferry sank on Monday at 3 pm. The crew left on Monday.")})
    assert found.derivation[-1] == Step(Kind.RULE, "dominant_day", found.interval)
    assert recompute.date(found.derivation) == found.interval


def test_what_is_told_without_a_time_lies_on_the_day_of_its_article() -> None:
    text = "The ferry Alma sank on Monday. Its crew left Oslo on Monday. Anna Berg has closed the old school."
    (found,) = [event for event in events(text) if "school" in event.title]
    assert found.date.edtf == "2024-11-04"
    assert [report.basis for report in found.reports] == [Basis.DOMINANT]


def test_a_day_named_once_counts_where_another_article_speaks_of_it() -> None:
    undated, day = "The ferry Alma sank on Monday. Anna Berg has closed the school.", "Divers reached the Alma on {}."
    for weekday, date in (("Tuesday", "../2024-11-06"), ("Monday", "2024-11-04")):
        (found,) = [e for e in events(undated, day.format(weekday)) if "school" in e.title]
        assert found.date.edtf == date
