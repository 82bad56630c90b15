"""Groups of reports as people decided, found again whatever was read anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from tests.builders import a_day
from tests.readings import reports
from timeline.core.decision import Decision, Kind, Matter, Target, Trouble, sign
from timeline.core.mention import Report, Status
from timeline.events import decided
from timeline.events.decided import Groups
from timeline.events.recognised import Recognised
from timeline.events.units import place

WHEN = datetime(2024, 11, 20, tzinfo=UTC)
TEXTS = {
    "a": "Ida Holm closed the mill in Ystad on 4 November 2024.",
    "b": "The mill in Ystad was closed by Ida Holm.",
    "c": "A fire destroyed the barn in Lund on 5 November 2024.",
    "d": "Ida Holm closed the old mill in Ystad for good.",
}
(A,), (B,), (C,), (D,) = (reports(text, "2024-11-06", article) for article, text in TEXTS.items())


def target(*told: Report) -> Target:
    return Target(
        told[0].article, told[0].mention.title, (a_day("2024-11-04"),), Status.OCCURRED, tuple(map(sign, told))
    )


def decision(number: int, kind: Kind, *targets: Target, apart: Sequence[Report] = ()) -> Decision:
    return Decision(number, "mill", Matter(kind, targets, tuple(map(sign, apart))), "anna", "", WHEN)


def named(groups: Groups) -> list[str]:
    """The articles of each group: 'ab'."""
    return ["".join(report.article for report in group) for group in groups]


def troubles(settled: decided.Settled) -> list[list[Trouble]]:
    return [[reason.trouble for reason in one.reasons] for one in settled.standings]


MERGED = decision(1, Kind.MERGE, target(A), target(C))
SPLIT = decision(2, Kind.SPLIT, target(A, B), apart=[B])


def test_without_decisions_the_groups_are_the_same() -> None:
    groups = ((A, B), (C,))
    assert decided.settle(groups, ()).groups is groups


def test_merged_groups_are_one() -> None:
    assert named(decided.settle(((A, B), (C,)), [MERGED]).groups) == ["abc"]


def test_split_groups_are_two() -> None:
    assert named(decided.settle(((A, B), (C,)), [SPLIT]).groups) == ["a", "b", "c"]


def test_a_report_that_came_since_goes_with_what_it_is_most_like() -> None:
    own = decision(1, Kind.SPLIT, target(A, C), apart=[C])
    again = replace(C, article="z")
    assert named(decided.settle(((A, C, D, again),), [own]).groups) == ["ad", "cz"]


def test_decisions_are_taken_in_their_order() -> None:
    merged = decision(3, Kind.MERGE, target(A), target(B))
    assert named(decided.settle(((A, B),), [SPLIT, merged]).groups) == ["ab"]
    assert named(decided.settle(((A, B),), [replace(SPLIT, number=4), merged]).groups) == ["a", "b"]


def test_what_a_later_decision_takes_back_is_replaced_by_it() -> None:
    merged = decision(3, Kind.MERGE, target(A), target(B))
    first, second = decided.settle(((A, B),), [SPLIT, merged]).standings
    assert (first.by, second.by) == (3, None)
    first, second = decided.settle(((A,), (B,)), [replace(merged, number=1), SPLIT]).standings
    assert (first.by, second.by) == (2, None)


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))))
def test_neither_the_order_of_groups_nor_that_of_decisions_matters(order: tuple[int, ...]) -> None:
    split = decision(2, Kind.SPLIT, target(A, B, C), apart=[B])
    said = [MERGED, split, decision(3, Kind.HIDE, target(B))]
    groups: Groups = ((A, B), (C,), (D,))
    found = decided.settle(tuple(groups[i - 1] for i in order), [said[i - 1] for i in order])
    assert named(found.groups) == ["ac", "b", "d"]
    assert [one.groups for one in found.standings] == [(0,), (0, 1), (1,)]


def test_what_nobody_reports_any_more_is_gone() -> None:
    said = [MERGED, decision(2, Kind.HIDE, target(A)), decision(3, Kind.SPLIT, target(A, C), apart=[A])]
    found = decided.settle(((C,),), said)
    assert named(found.groups) == ["c"]
    assert troubles(found) == [[Trouble.GONE]] * 3


def test_one_event_that_is_told_as_two_is_listed_and_counts_for_the_larger() -> None:
    found = decided.settle(((A,), (B, D)), [decision(1, Kind.REDATE, target(A, B, D))])
    assert troubles(found) == [[Trouble.APART]]
    assert found.standings[0].groups == (1,)


def test_two_events_accepted_by_themselves_that_are_told_as_one_are_both_listed() -> None:
    said = [decision(1, Kind.ACCEPT, target(A)), decision(2, Kind.ACCEPT, target(B))]
    assert troubles(decided.settle(((A,), (B,)), said)) == [[], []]
    assert troubles(decided.settle(((A, B),), said)) == [[Trouble.JOINED]] * 2


def test_events_that_a_decision_made_one_take_the_date_that_was_decided_last() -> None:
    said = [decision(1, Kind.REDATE, target(A)), decision(2, Kind.REDATE, target(C))]
    found = decided.settle(((A,), (C,)), [*said, replace(MERGED, number=3)])
    assert found.redated(0) == said[1]
    assert troubles(found) == [[], [], []]
    assert [one.by for one in found.standings] == [2, None, None]


def test_merged_events_whose_reports_come_to_exclude_each_other_are_listed() -> None:
    (vague,) = reports("A fire destroyed the red barn in Lund.", "2024-11-06", "c")
    said = decision(1, Kind.MERGE, target(A), target(vague))
    assert troubles(decided.settle(((A,), (vague,)), [said])) == [[]]
    (reason,) = decided.settle(((A,), (vague, replace(C, article="e"))), [said]).standings[0].reasons
    assert (reason.trouble, reason.now) == (Trouble.EXCLUDE, (a_day("2024-11-04"), a_day("2024-11-05")))
    assert troubles(decided.settle(((A,), (C,)), [MERGED])) == [[]]


def read_anew(report: Report, **fields: object) -> Report:
    return replace(report, mention=replace(report.mention, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "anew",
    [
        read_anew(A, start=90, end=90 + len(A.mention.text), at=90 + A.mention.at),
        read_anew(A, act="shut", title="Ida Holm shut the mill"),
        read_anew(A, text="Ida Holm closed the mill in Ystad for good on 4 November 2024."),
    ],
    ids=["a sentence that moved", "an act that is read as another", "a sentence that was edited"],
)
def test_a_report_is_recognised(anew: Report) -> None:
    assert list(Recognised([anew, B, C]).all([sign(A)])) == [place(anew)]


@pytest.mark.parametrize(
    "other", [B, read_anew(A, start=90, text="The mill was closed.", at=-1), replace(A, article="e")]
)
def test_another_report_is_not_taken_for_it(other: Report) -> None:
    assert Recognised([other]).all([sign(A)]) == {}


def test_of_two_acts_in_a_sentence_the_right_one_is_recognised() -> None:
    told = reports("Ida Holm closed the mill in Ystad and fired the miller.", "2024-11-06", "a")
    assert [list(Recognised(told).all([sign(report)])) for report in told] == [[place(report)] for report in told]
