"""Acts that sentences name in passing: which, when, and whether they are told as facts."""

import pytest

from tests.readings import named, sentences, told
from timeline.core.mention import Basis, Mention, Status
from timeline.events import traces


def passing(text: str) -> tuple[Mention, ...]:
    """What a text names beside what it tells."""
    return tuple(mention for mention in named(text) if not mention.told)


def words(text: str) -> list[str]:
    """The words of a text by which it names them."""
    return [text[m.at : m.at + len(m.act)] for m in passing(text)]


def time(text: str, mention: Mention) -> str:
    """The words of a text from which the time of a mention comes."""
    return text[mention.when[0].start :].split(".")[0].split(",")[0] if mention.when else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The closing of the port on Monday angered the fishermen.", ["closing"]),
        ("After the explosion at the mill, the council closed the port.", ["explosion"]),
        ("Anna Berg, who had resigned in May, watched the collapse of the bridge.", ["collapse"]),
        ("The council closed the port.", []),
        ("The mayor said that the port was safe.", []),
    ],
)
def test_what_a_sentence_names_and_does_not_tell(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The closing of the port by Anna Berg on Monday angered the fishermen. The mayor wept.",
        "After the explosion at the mill, the council closed the port and the crew carried out a search.",
        "The ferry sank. The sinking of the ferry closed the port.",
    ],
)
def test_no_act_of_a_sentence_is_both_told_and_named(text: str) -> None:
    pairs = [(m.start, m.act.split(" ")[0]) for m in named(text)]
    assert len(pairs) == len(set(pairs))
    assert set(told(text)) == set(named(text)) - set(passing(text))
    assert all(text[m.start : m.end] == m.text and m.start <= m.at < m.end for m in passing(text))


def test_a_noun_has_its_place_and_who_else_takes_part() -> None:
    (found,) = passing("After the fight with the sailors in Bergen, the council closed the port.")
    assert (found.act, found.nominal, found.objects, found.places) == ("fight", True, (), ("sailor",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the explosion on Monday, the council closed the port on Tuesday.", "Monday"),
        ("On Monday the council closed the port that the explosion on Sunday had wrecked.", "Sunday"),
        ("The mayor left Oslo on Monday. After the explosion at the mill, the council met.", "Monday"),
        ("After the explosion at the mill, the council closed the port.", ""),
    ],
)
def test_its_time_is_the_nearest_of_the_sentence_or_else_the_last_of_the_one_before(text: str, expected: str) -> None:
    (found,) = [m for m in passing(text) if m.act == "explosion"]
    assert time(text, found).startswith(expected)
    assert bool(found.when) == bool(expected)
    assert all(when.basis is Basis.INFERRED for when in found.when)


@pytest.mark.parametrize(
    ("text", "act", "fact"),
    [
        ("After the explosion at the mill, the council closed the port.", "explosion", True),
        ("The sailors were happy because the divers repaired the engine.", "repair", True),
        ("“They wrecked the ferry,” Tom Holm said on Monday.", "wreck", False),
        ("The ferry did not sink because the sailors repaired the engine.", "sink", False),
        ("The sailors repaired the ferry that was sinking.", "sink", False),
        ("If the bridge collapses, the council will close the port.", "collapse", False),
    ],
)
def test_what_is_quoted_denied_supposed_or_going_on_is_not_told_as_a_fact(text: str, act: str, *, fact: bool) -> None:
    (found,) = [m for m in passing(text) if m.act == act]
    assert found.narrates is fact


def test_a_noun_has_happened_whatever_the_clause_says() -> None:
    (found,) = [m for m in passing("The explosion will close the port.") if m.act == "explosion"]
    assert found.status is Status.OCCURRED


def test_a_line_of_a_hundred_words_is_a_table_and_no_sentence() -> None:
    text = "After the explosion the ferry sank " + "near the port of Bergen " * 20 + "."
    assert traces.find(sentences(text), (), ()) == ()
    assert traces.find(sentences("After the explosion the ferry sank."), (), ())
