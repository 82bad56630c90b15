"""What a revision changes of what an article claims."""

from dataclasses import replace
from typing import Any, Final

import pytest

from tests.builders import a_day, a_mention, a_report
from timeline.core import edtf
from timeline.core.interval import Interval
from timeline.core.mention import Basis, Figure, Report, Status
from timeline.core.revision import About, Change, Difference
from timeline.events import edits, revisions

KILLED: Final[dict[str, Any]] = {"act": "kill", "actor": "fire", "stems": frozenset({"fire", "kill", "people", "mill"})}


def a_claim(text: str, start: int = 0, interval: Interval | None = None, **fields: Any) -> Report:
    return a_report("a", a_mention(text, start, **{"numbers": (), **fields}), interval)


def people(count: float) -> tuple[Figure, ...]:
    return (Figure(count, "people", "people"),)


def test_a_claim_that_stays_is_kept_wherever_it_stands() -> None:
    one = a_claim("The council voted.", 100)
    (found,) = revisions.compare([one], [replace(one, mention=replace(one.mention, start=7, end=25))])
    assert (found.change, found.differences) == (Change.KEPT, ())


def test_another_number_of_the_same_thing_is_a_change() -> None:
    before = a_claim("A fire killed 12 people at the mill.", **KILLED, numbers=people(12))
    after = a_claim("A fire killed 14 people at the mill.", **KILLED, numbers=people(14))
    (found,) = revisions.compare([before], [after])
    assert (found.change, found.before, found.after) == (Change.CHANGED, before, after)
    assert found.differences == (Difference(About.NUMBER, "12 people", "14 people"),)


def test_another_day_is_a_change_but_other_limits_are_none() -> None:
    before, after = a_claim("It closed.", interval=a_day("2024-11-04")), a_claim("It closed.", interval=a_day())
    (found,) = revisions.compare([before], [after])
    assert found.differences == (Difference(About.DAY, "2024-11-04", "2024-11-05"),)
    loose = [
        replace(a_claim("It closed.", interval=edtf.read(end)), basis=Basis.BOUND)
        for end in ("../2024-11-05", "../2024-11-06")
    ]
    assert revisions.compare(loose[:1], loose[1:])[0].change is Change.KEPT


def test_a_denial_takes_the_place_of_what_it_denies() -> None:
    before = a_claim("The minister resigned.", act="resign", actor="minister", stems=frozenset({"minister", "resign"}))
    stems = frozenset({"minister", "deny", "resign"})
    after = a_claim(
        "The minister denied that he resigned.", act="deny", actor="minister", stems=stems, status=Status.DENIED
    )
    for old, new in ((before, after), (after, before)):
        (found,) = revisions.compare([old], [new])
        assert found.change is Change.CHANGED
        assert [one.about for one in found.differences] == [About.STATUS]


def test_someone_else_who_did_the_same_is_a_change_and_a_pronoun_is_no_one_else() -> None:
    before = a_claim("The fire killed people at the mill.", **KILLED)
    blast = a_claim("The blast killed people at the mill.", **(KILLED | {"actor": "blast"}))
    (found,) = revisions.compare([before], [blast])
    assert found.differences == (Difference(About.WHO, "fire", "blast"),)
    it = a_claim("It killed people at the mill.", **(KILLED | {"actor": "it"}))
    assert revisions.compare([before], [it])[0].change is Change.KEPT


def test_what_has_nothing_in_common_is_dropped_and_added_in_the_order_of_the_text() -> None:
    before = a_claim("A fire killed 12 people at the mill.", 10, **KILLED)
    after = a_claim(
        "Frost killed the roses of the mayor.",
        20,
        **(KILLED | {"stems": frozenset({"frost", "kill", "rose", "mayor"})}),
    )
    passing = replace(after, mention=replace(after.mention, told=False))
    assert [found.change for found in revisions.compare([before], [after])] == [Change.DROPPED, Change.ADDED]
    assert [found.change for found in revisions.compare([before], [passing])] == [Change.DROPPED]


def test_each_claim_has_one_counterpart_and_the_likeliest() -> None:
    first, second = (
        a_claim(f"A fire killed {n} people at the mill.", n, **KILLED, numbers=people(n)) for n in (12, 30)
    )
    found = revisions.compare([first, second], [second])
    assert [(one.change, one.before) for one in found] == [(Change.DROPPED, first), (Change.KEPT, second)]


def test_many_claims_of_one_act_take_no_long_time() -> None:
    old, new = (
        [a_claim(f"The council voted on {side} {n}.", n * 40) for n in range(3000)] for side in ("motion", "paper")
    )
    assert len(revisions.compare(old, new)) == 3000


def test_typography_changes_no_claim() -> None:
    before = a_claim("“So be it,” the mayor’s aide said – and left.")
    after = a_claim('"So be it," the mayor\'s aide said - and left.')
    assert revisions.compare([before], [after])[0].change is Change.KEPT


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It rained. It froze.", "It rained. It thawed.", [("It froze.", "It thawed.", False)]),
        ("It rained.\nIt froze.", "It rained.", [("It froze.", "", False)]),
        ("It rained.", "It rained.\nIt froze.", [("", "It froze.", False)]),
        ("“No,” he said.", '"No," he said.', [("“No,” he said.", '"No," he said.', True)]),
        ("It rained.  It froze.", "It rained.\n\nIt froze.", []),
        ("", "", []),
    ],
)
def test_edits_are_sentences_in_the_place_of_others(
    before: str, after: str, expected: list[tuple[str, str, bool]]
) -> None:
    found = edits.between(before, after)
    assert [(one.before.text, one.after.text, one.typographic) for one in found] == expected
    for one in found:
        assert before[one.before.start : one.before.end] == one.before.text
        assert after[one.after.start : one.after.end] == one.after.text
