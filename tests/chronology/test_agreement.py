"""The date of an event from all its reports, and what they disagree about."""

import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_mention
from timeline.chronology import agreement, contradictions
from timeline.core import edtf
from timeline.core.derivation import Kind, Step
from timeline.core.event import Certainty, EventDate
from timeline.core.mention import Basis, Report

EXPLICIT, INFERRED, BOUND = Basis.EXPLICIT, Basis.INFERRED, Basis.BOUND


def a_report(written: str, basis: Basis = EXPLICIT, article: str = "") -> Report:
    """A report that lies in an EDTF interval, by one step."""
    interval = edtf.read(written)
    name = article or f"{written} {basis}"
    return Report(name, name, a_mention(), interval, basis, (Step(Kind.RULE, "given", interval),))


def date(*reports: tuple[str, Basis]) -> EventDate:
    return agreement.date([a_report(written, basis) for written, basis in reports])


@pytest.mark.parametrize(
    ("reports", "expected", "certainty"),
    [
        ([("2024-11-05", EXPLICIT)], "2024-11-05", Certainty.CERTAIN),
        ([("2024-11", EXPLICIT), ("2024-11-05", EXPLICIT)], "2024-11-05", Certainty.CERTAIN),
        ([("2024-11-01/2024-11-05", EXPLICIT), ("2024-11-05/2024-11-09", EXPLICIT)], "2024-11-05", Certainty.CERTAIN),
        ([("2024-11", EXPLICIT), ("../2024-11-05", BOUND)], "2024-11-01/2024-11-05", Certainty.CERTAIN),
        ([("2024-11-05", EXPLICIT), ("2024-11-06", INFERRED)], "2024-11-05", Certainty.CERTAIN),
        ([("2024-11-05", EXPLICIT), ("../2024-11-01", BOUND)], "2024-11-05", Certainty.CERTAIN),
        ([("2024-11-05", INFERRED)], "2024-11-05", Certainty.LIKELY),
        ([("../2024-11-05", BOUND), ("../2024-11-03", BOUND)], "../2024-11-03", Certainty.LIKELY),
        ([("2024-11-02/..", EXPLICIT)], "2024-11-02/..", Certainty.LIKELY),
        ([("../..", BOUND)], "../..", Certainty.LIKELY),
        ([("../..", BOUND), ("../2024-11-05", BOUND)], "../2024-11-05", Certainty.LIKELY),
    ],
)
def test_the_date_is_what_all_allow_and_the_explicit_speak_first(
    reports: list[tuple[str, Basis]], expected: str, certainty: Certainty
) -> None:
    found = date(*reports)
    assert (found.edtf, found.certainty, found.claimed) == (expected, certainty, ())


def test_days_that_exclude_each_other_are_both_kept() -> None:
    found = date(("2024-11-05", EXPLICIT), ("2024-11-04", EXPLICIT), ("2024-11", EXPLICIT), ("2024-11-05", BOUND))
    assert (found.edtf, found.certainty) == ("[2024-11-04,2024-11-05]", Certainty.DISPUTED)
    assert [edtf.write(claim) for claim in found.claimed] == ["2024-11-04", "2024-11-05"]
    assert found.derivation[-1].rule == "reports_disagree"
    assert found.derivation[-1].gave == found.interval


def test_each_narrowing_is_a_step() -> None:
    found = date(("2024-11", EXPLICIT), ("../2024-11-05", BOUND), ("../2024-12", BOUND))
    assert [step.rule for step in found.derivation] == ["given", "given", "reports_agree"]
    assert found.derivation[-1].gave == found.interval


def test_the_date_does_not_depend_on_the_order_of_arrival() -> None:
    told = [("2024-11", EXPLICIT), ("2024-11-05", EXPLICIT), ("../2024-11-05", BOUND), ("2024-11-06", INFERRED)]
    assert len({(found.interval, found.claimed) for found in (date(*order) for order in permutations(told))}) == 1


WRITTEN = ["2024-11", "2024-11-03", "2024-11-04", "2024-11-04/2024-11-10", "../2024-11-04", "2024-11-04/..", "../.."]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(WRITTEN), st.sampled_from(Basis)), min_size=1, max_size=5), st.randoms())
def test_no_date_lies_outside_an_explicit_one_and_the_last_step_gave_it(
    told: list[tuple[str, Basis]], chance: random.Random
) -> None:
    chance.shuffle(told)
    found = date(*told)
    assert found.derivation[-1].gave == found.interval
    assert all(claim.within(found.interval) for claim in found.claimed)
    if not found.claimed:
        assert all(found.interval.overlaps(edtf.read(written)) for written, basis in told if basis is EXPLICIT)


def test_a_disputed_day_is_a_contradiction_that_names_its_reports() -> None:
    told = [
        a_report("2024-11-04", article="a"),
        a_report("2024-11-05", article="b"),
        a_report("2024-11-04", article="c"),
    ]
    (found,) = contradictions.of_days(agreement.date(told), told)
    assert found.about == "day"
    assert [(claim.text, claim.reports) for claim in found.claims] == [("2024-11-04", (0, 2)), ("2024-11-05", (1,))]


def test_agreement_is_no_contradiction() -> None:
    told = [a_report("2024-11-04"), a_report("2024-11")]
    assert contradictions.of_days(agreement.date(told), told) == ()
