"""Groups of deeds that tell one event in different words."""

from collections import defaultdict
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from tests.readings import reports
from timeline.events import deeds, synonyms
from timeline.events.deeds import Deed


def groups(*texts: str) -> list[list[Deed]]:
    """The deeds of articles a, b, … with these texts, those of one word in one group."""
    found = deeds.gather(
        r for article, text in zip("abcdefghij", texts, strict=False) for r in reports(text, article=article)
    )
    by_root: dict[str, list[Deed]] = defaultdict(list)
    for deed in found:
        by_root[deed.root].append(deed)
    return list(by_root.values())


def words(found: list[list[Deed]]) -> set[frozenset[str]]:
    """The words of each group."""
    return {frozenset(deed.root for deed in group) for group in found}


def joined(*texts: str) -> set[frozenset[str]]:
    return words(synonyms.joined(groups(*texts)))


RESIGNED = ("The minister resigned on Monday.", "The minister of Oslo resigned on Monday.")
QUIT = ("The minister quit on Monday.", "The minister of Oslo quit on Monday after the vote.")


def test_words_of_one_family_about_the_same_people_are_one_event() -> None:
    assert joined(*RESIGNED, *QUIT) == {frozenset({"resign", "quit"})}


@pytest.mark.parametrize(
    "others",
    [
        ("Tom Holm quit on Monday.", "Tom Holm quit the club on Monday."),
        ("The minister quit on 3 March.", "The minister of Oslo quit on 3 March."),
        ("The minister left on Monday.", "The minister of Oslo left on Monday."),
        ("The minister will quit on Friday.", "The minister of Oslo will quit on Friday."),
        ("The minister quit on Monday.",),
    ],
)
def test_other_people_other_days_other_families_plans_and_one_article_stay_apart(others: tuple[str, ...]) -> None:
    assert len(joined(*RESIGNED, *others)) == 2


@pytest.mark.parametrize(
    "fields", [{"families": frozenset({"resignation", "appointment"})}, {"planned": True}, {"article": "z"}]
)
def test_what_undoes_it_a_plan_and_one_article_are_other_events_whatever_family_they_share(
    fields: dict[str, Any],
) -> None:
    first, second = groups(*RESIGNED, *QUIT)
    assert len(synonyms.joined([first, [replace(deed) for deed in second]])) == 1
    assert len(synonyms.joined([first, [replace(deed, **fields) for deed in second]])) == 2


def test_words_that_stand_in_one_sentence_are_two_acts() -> None:
    texts = [f"The minister resigned on Monday and the minister quit the {of} on Monday." for of in ("club", "choir")]
    assert len(joined(*texts)) == 2
    others = [
        f"The minister of {of} {what} on Monday." for of in ("Oslo", "Bergen", "Hamar") for what in ("resigned", "quit")
    ]
    assert len(joined(*texts, *others)) == 1


def test_words_a_day_apart_may_be_one_event() -> None:
    assert len(joined(*RESIGNED, *(text.replace("Monday", "Tuesday") for text in QUIT))) == 1


def test_the_order_of_the_groups_changes_nothing() -> None:
    given = groups(*RESIGNED, *QUIT, "Tom Holm sank the ferry.", "Tom Holm of Oslo sank the ferry.")
    assert len(given) == 3
    expected = words(synonyms.joined(given))
    assert len(expected) == 2
    for order in permutations(given):
        assert words(synonyms.joined(order)) == expected


def test_no_deed_is_lost() -> None:
    given = groups(*RESIGNED, *QUIT, "Tom Holm sank the ferry.")
    held = [deed for group in synonyms.joined(given) for deed in group]
    assert sorted(map(id, held)) == sorted(id(deed) for group in given for deed in group)
    assert synonyms.joined([]) == []
