"""The date of an event from all its reports, and what they disagree about."""

import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_mention
from timeline.chronology import agreement, contradictions, recompute
from timeline.core import edtf
from timeline.core.derivation import Kind, Step
from timeline.core.event import Certainty, EventDate
from timeline.core.mention import Basis, Report

EXPLICIT, INFERRED, DOMINANT, BOUND = Basis.EXPLICIT, Basis.INFERRED, Basis.DOMINANT, Basis.BOUND


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
def test_a_date_keeps_to_what_reports_say_and_the_last_step_gave_it(
    told: list[tuple[str, Basis]], chance: random.Random
) -> None:
    chance.shuffle(told)
    found = date(*told)
    assert found.derivation[-1].gave == found.interval
    assert all(claim.within(found.interval) for claim in found.claimed)
    speaking = [edtf.read(written) for written, basis in told if basis is not BOUND] or [edtf.read(told[0][0])]
    assert any(found.interval.overlaps(interval) for interval in speaking)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([day for day in WRITTEN if ".." not in day]), min_size=1, max_size=6))
def test_a_date_that_only_explicit_words_give_overlaps_at_least_one_of_them(told: list[str]) -> None:
    found = agreement.date([a_report(written, article=f"{i}") for i, written in enumerate(told)])
    assert any(found.interval.overlaps(edtf.read(written)) for written in told)
    assert found.claimed or found.certainty is not Certainty.DISPUTED


def test_one_article_against_another_stays_disputed() -> None:
    found = agreement.date([a_report("2024-11-04", article="a"), a_report("2024-11-05", article="b")])
    assert (found.edtf, found.certainty) == ("[2024-11-04,2024-11-05]", Certainty.DISPUTED)


@pytest.mark.parametrize(("more", "expected"), [(1, "2024-11-04"), (2, "2024-11-04"), (5, "2024-11-04")])
def test_a_clear_majority_of_articles_has_the_day(more: int, expected: str) -> None:
    said = [a_report("2024-11-05", article="z"), *(a_report("2024-11-04", article=f"{i}") for i in range(more + 1))]
    assert agreement.date(said).edtf == expected
    assert agreement.date(said[::-1]) == agreement.date(said)


def test_three_against_two_is_no_clear_majority() -> None:
    said = [a_report("2024-11-04", article=f"{i}") for i in range(3)]
    others = [a_report("2024-11-05", article=f"{i}") for i in range(3, 5)]
    assert agreement.date([*said, *others]).certainty is Certainty.DISPUTED


def test_an_article_has_one_vote_however_often_it_says_it() -> None:
    said = [a_report("2024-11-05", article="b"), *[a_report("2024-11-04", article="a")] * 5]
    assert agreement.date(said).certainty is Certainty.DISPUTED


def test_the_vote_is_a_step_with_its_counts() -> None:
    said = [a_report("2024-11-05", article="z"), *(a_report("2024-11-04", article=f"{i}") for i in range(3))]
    step = agreement.date(said).derivation[-1]
    assert (step.rule, edtf.write(step.gave or edtf.read("2000"))) == ("reports_vote", "2024-11-04")
    assert step.arguments == ("operands=2", "votes=9,3", "chosen=0", "articles=3", "of=4")
    steps = [Step(Kind.ANCHOR, "Now", edtf.read(day)) for day in ("2024-11-04", "2024-11-05")]
    assert recompute.date((*steps, step)) == step.gave


@pytest.mark.parametrize(
    ("told", "expected"), [((True, True), "2024-11-04"), ((False, True), "2024-11-05"), ((False, False), "2024-11-04")]
)
def test_of_equal_votes_what_is_told_has_the_day_and_then_the_earlier_time(
    told: tuple[bool, bool], expected: str
) -> None:
    days = ["2024-11-04", "2024-11-05"]
    said = [replace(a_report(day, INFERRED), mention=a_mention(told=one)) for day, one in zip(days, told, strict=True)]
    assert agreement.date(said).edtf == agreement.date(said[::-1]).edtf == expected


@pytest.mark.parametrize("votes", ["3,9", "9", "9,3,3"])
def test_a_vote_for_what_has_not_the_most_votes_cannot_be_computed_again(votes: str) -> None:
    steps = tuple(Step(Kind.ANCHOR, "Now", edtf.read(day)) for day in ("2024-11-04", "2024-11-05"))
    vote = Step(Kind.AGREEMENT, "reports_vote", steps[0].gave, None, ("operands=2", f"votes={votes}", "chosen=0"))
    with pytest.raises(ValueError, match="votes"):
        recompute.date((*steps, vote))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("2024-11-04", INFERRED), ("2024-11-05", INFERRED), ("2024-11-05", INFERRED)], "2024-11-05"),
        ([("2024-11-04", EXPLICIT), ("2024-11-05", DOMINANT), ("2024-11-05", DOMINANT)], "2024-11-04"),
        ([("2024-11-04", EXPLICIT), ("2024-11-05", INFERRED)], "2024-11-04"),
        ([("2024-11-04", EXPLICIT), ("2024-11-05", INFERRED), ("2024-11-05", INFERRED)], "2024-11-05"),
    ],
)
def test_the_time_with_most_votes_has_the_day_and_the_dominant_day_counts_least(
    claims: list[tuple[str, Basis]], expected: str
) -> None:
    said = [a_report(written, basis, f"{i}") for i, (written, basis) in enumerate(claims)]
    assert agreement.date(said).edtf == expected


@pytest.mark.parametrize(("named", "expected"), [(True, "2024-11-04/2024-11-10"), (False, "2024-11-05")])
def test_the_day_near_an_act_named_in_passing_picks_none_from_an_explicit_span(*, named: bool, expected: str) -> None:
    span, near = a_report("2024-11-04/2024-11-10"), a_report("2024-11-05", INFERRED)
    near = replace(near, mention=replace(near.mention, told=not named))
    assert agreement.date([span, near]).edtf == expected


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(WRITTEN), st.sampled_from(Basis)), min_size=2, max_size=6))
def test_no_date_is_certain_where_reports_name_days_that_exclude_each_other(told: list[tuple[str, Basis]]) -> None:
    said = [a_report(written, basis, f"{i}") for i, (written, basis) in enumerate(told)]
    if contradictions.of_days(said):
        assert agreement.date(said).certainty is not Certainty.CERTAIN


def test_a_day_that_a_majority_decided_is_likely_and_still_a_contradiction() -> None:
    said = [a_report("2024-11-05", article="z"), *(a_report("2024-11-04", article=f"{i}") for i in range(3))]
    dated = agreement.date(said)
    assert (dated.edtf, dated.certainty, dated.claimed) == ("2024-11-04", Certainty.LIKELY, ())
    (found,) = contradictions.of_days(said)
    assert [(claim.text, claim.reports) for claim in found.claims] == [("2024-11-04", (1, 2, 3)), ("2024-11-05", (0,))]


def test_a_disputed_day_is_a_contradiction_that_names_its_reports() -> None:
    told = [
        a_report("2024-11-04", article="a"),
        a_report("2024-11-05", article="b"),
        a_report("2024-11-04", article="c"),
    ]
    (found,) = contradictions.of_days(told)
    assert found.about == "day"
    assert [(claim.text, claim.reports) for claim in found.claims] == [("2024-11-04", (0, 2)), ("2024-11-05", (1,))]


def test_agreement_is_no_contradiction() -> None:
    told = [a_report("2024-11-04"), a_report("2024-11")]
    assert contradictions.of_days(told) == ()
