"""Ids are handed on by the mentions that events share."""

import pytest

from timeline.storage.identity import Inheritance, Key, Known, inherit, keys


def of(text: str) -> frozenset[Key]:
    return frozenset((letter,) for letter in text)


@pytest.mark.parametrize(
    ("known", "new", "ids", "redirects"),
    [
        pytest.param([], ["a"], [None], [], id="nothing was there"),
        pytest.param([("old", "ab")], ["xy"], [None], [], id="nothing is shared"),
        pytest.param([("old", "ab")], ["abc"], ["old"], [], id="a report is added"),
        pytest.param([("old", "ab"), ("late", "c")], ["abc"], ["old"], [("late", "old")], id="two become one"),
        pytest.param([("old", "abc")], ["a", "bc"], [None, "old"], [], id="one splits: the larger part keeps the id"),
        pytest.param([("old", "ab")], ["b", "a"], ["old", None], [], id="equal parts: the first keeps the id"),
        pytest.param([("old", "ab"), ("late", "cd")], ["abc", "d"], ["old", "late"], [], id="a mention moves over"),
        pytest.param(
            [("old", "ab"), ("late", "cde")], ["abcd", "e"], ["old", "late"], [], id="an id is kept if it can"
        ),
    ],
)
def test_who_inherits(
    known: list[tuple[str, str]], new: list[str], ids: list[str | None], redirects: list[tuple[str, str]]
) -> None:
    found = inherit([Known(name, of(text)) for name, text in known], [of(text) for text in new])
    assert found == Inheritance(tuple(ids), tuple(redirects))


def test_a_mention_is_recognised_where_a_revision_moved_it() -> None:
    assert set(keys("a1", 0, "vote", "It voted.")) & set(keys("a1", 80, "vote", "It voted."))


def test_a_mention_is_recognised_where_a_revision_reworded_it() -> None:
    assert set(keys("a1", 0, "vote", "It voted.")) & set(keys("a1", 0, "decide", "It decided."))


def test_the_same_words_in_another_article_are_another_mention() -> None:
    assert not set(keys("a1", 0, "vote", "It voted.")) & set(keys("a2", 0, "vote", "It voted."))
