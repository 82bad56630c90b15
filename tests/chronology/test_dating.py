"""The interval of a report: its own expressions, then what tense and publication allow."""

import pytest

from tests.readings import all_reports, reports
from timeline.core import edtf
from timeline.core.derivation import Kind
from timeline.core.mention import Basis


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Anna Berg closed the port on Monday.", ["2024-11-04"]),
        ("Anna Berg will close the port on Monday.", ["2024-11-11"]),
        ("Anna Berg closed the port on 12 June.", ["2024-06-12"]),
        ("Anna Berg closed the port in June 2019.", ["2019-06"]),
        ("Anna Berg closed the port.", ["../2024-11-06"]),
        ("Anna Berg closed the port this week.", ["2024-11-04/2024-11-06"]),
        ("Anna Berg will close the port this week.", ["2024-11-06/2024-11-10"]),
        ("Anna Berg closed the port this month.", ["2024-11-01/2024-11-06"]),
        ("The ferry carried 40 cars between 8 and 13 October.", ["2024-10-08/2024-10-13"]),
        ("The port was closed from Monday to Tuesday.", ["2024-11-04/2024-11-05"]),
        ("Anna Berg closed the port on 9 November 2024.", ["2024-11-09"]),
        ("The ferry sank on Monday. The crew reached Bergen by boat.", ["2024-11-04", "2024-11-04"]),
        ("Anna Berg has closed three ports since the Russia-Ukraine war began.", ["2022-02-24/2024-11-06"]),
    ],
)
def test_words_date_and_tense_and_publication_limit(text: str, dates: list[str]) -> None:
    assert [edtf.write(report.interval) for report in reports(text)] == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Anna Berg closed the port.", "../.."),
        ("Anna Berg closed the port on Monday.", "../.."),
        ("Anna Berg closed the port on 12 June 2024.", "2024-06-12"),
        ("Anna Berg has closed three ports since the Russia-Ukraine war began.", "2022-02-24/.."),
    ],
)
def test_without_a_publication_only_full_dates_date(text: str, date: str) -> None:
    (report,) = reports(text, None)
    assert edtf.write(report.interval) == date


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Anna Berg closed the port on Monday.", [Basis.EXPLICIT]),
        ("Anna Berg closed the port.", [Basis.BOUND]),
        ("Anna Berg has closed three ports since the Russia-Ukraine war began.", [Basis.BOUND]),
        ("The ferry sank on Monday. The crew reached Bergen by boat.", [Basis.EXPLICIT, Basis.INFERRED]),
    ],
)
def test_a_report_says_what_its_time_rests_on(text: str, basis: list[Basis]) -> None:
    assert [report.basis for report in reports(text)] == basis


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Anna Berg closed the port on 12 June 2024.", []),
        ("Anna Berg closed the port.", ["not_after_publication"]),
        ("Anna Berg will close the port this week.", ["not_before_publication"]),
        ("The port was closed from Monday to Tuesday.", ["range"]),
        (
            "Anna Berg has closed three ports since the Russia-Ukraine war began.",
            ["signal_since", "not_after_publication"],
        ),
    ],
)
def test_each_narrowing_adds_a_step(text: str, rules: list[str]) -> None:
    (report,) = reports(text)
    told = [s.rule for s in report.derivation if s.kind is Kind.CONSTRAINT or s.rule.startswith(("signal", "range"))]
    assert told == rules


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg closed the port on Monday.",
        "Anna Berg closed the port this week.",
        "The port was closed from Monday to Tuesday.",
        "Anna Berg has closed three ports since the Russia-Ukraine war began.",
    ],
)
def test_the_last_step_gave_the_interval_and_the_evidence_stands_in_the_text(text: str) -> None:
    (report,) = reports(text)
    assert report.derivation[-1].gave == report.interval
    words = [step.evidence for step in report.derivation if step.evidence and step.evidence.article]
    assert words
    assert all(text[one.start : one.end] == one.text for one in words)


def test_a_report_that_nothing_limits_has_no_steps() -> None:
    (report,) = reports("Anna Berg closed the port.", None)
    assert (report.interval.unknown, report.derivation) == (True, ())


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("The mayor opened the hall on Monday after the closing of the mill.", "closing", "2024-11-04"),
        (
            "Anna Berg, who was born in 1960, watched the collapse of the mill.",
            "collapse",
            "../2024-11-06",
        ),
        ("The jury heard of an explosion in May 2019 and left the court on Monday.", "explosion", "2019-05"),
        (
            "They met on 12 November 2024. The collapse of the mill angered Anna Berg.",
            "collapse",
            "../2024-11-06",
        ),
    ],
)
def test_an_act_named_in_passing_has_the_time_near_by_that_it_can_have(text: str, act: str, date: str) -> None:
    (report,) = [report for report in all_reports(text) if report.mention.act == act]
    assert edtf.write(report.interval) == date
