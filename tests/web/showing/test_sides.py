"""Two revisions side by side."""

from tests.builders import NOW
from timeline.core.revision import Comparison, Revision
from timeline.events import edits
from timeline.web.showing.sides import Piece, Row, rows


def compared(before: str, after: str) -> tuple[Row, ...]:
    """The rows of two texts."""
    old, new = (Revision(number, "", text, "", NOW) for number, text in ((1, before), (2, after)))
    return rows(Comparison("a1", "port", old, new, edits.between(before, after), None))


def test_a_word_that_changed_is_marked_on_both_sides() -> None:
    found = compared("It rained. The mill closed on Monday.", "It rained. The mill closed on Tuesday.")
    assert [row.changed for row in found] == [False, True]
    assert found[1].before[-1] == Piece("Monday.", only=True)
    assert found[1].after[-1] == Piece("Tuesday.", only=True)


def test_what_was_added_or_taken_out_stands_beside_nothing() -> None:
    added, dropped = compared("One.", "One. Two."), compared("One. Two.", "Two.")
    assert (added[-1].before, added[-1].after) == ((), (Piece("Two.", only=True),))
    assert (dropped[0].before, dropped[0].after) == ((Piece("One.", only=True),), ())


def test_of_a_long_stretch_that_stayed_only_the_ends_are_left() -> None:
    long = "A sentence of which there are many. " * 40
    found = compared(f"Old start. {long}Old end.", f"New start. {long}New end.")
    assert [row.changed for row in found] == [True, False, True]
    assert 100 < len(found[1].after[0].text) < 400
    assert " … " in found[1].after[0].text


def test_nothing_changed_is_one_row() -> None:
    assert [row.changed for row in compared("One. Two.", "One. Two.")] == [False]
