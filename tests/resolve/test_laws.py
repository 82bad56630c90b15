"""What holds for every text: offsets, no overlap, meaning before anchor."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus_lines import Line, lines
from timeline import resolve
from timeline.core.anchoring import anchor
from timeline.core.interval import day
from timeline.core.recompute import recompute
from timeline.resolve import read

SOUP = """
last next this the of a an in on from to until three 5 5th 12 31 30 2024 1999 99 24:00 3:15 p.m. am GMT March May Nov.
Friday Sat week weeks year years ago later earlier quarter third mid- early late end day days - – / . , : ' é ٣ İ ß
every twice now soon half hundred two and or century BC 1990s summer Easter war World War II '99
"""
WORDS = (*SOUP.split(), "\n", "\n\n")
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=30).map(" ".join)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
LINES = tuple(lines())


@given(TEXTS, DAYS)
def test_offsets_lie_in_the_text_and_nothing_overlaps(text: str, published: date) -> None:
    end = 0
    for found in resolve(text, published):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end
        assert found.value
        assert found.edtf
        assert recompute(found.derivation) == found.interval


@given(TEXTS)
def test_what_was_rejected_lies_in_the_text(text: str) -> None:
    for found in read(text).rejected:
        assert text[found.start : found.end] == found.text
        assert found.reason


@given(st.sampled_from(LINES), DAYS)
def test_terms_anchored_again_equal_a_fresh_reading(line: Line, published: date) -> None:
    reading = read(line.text)
    assert anchor(reading.expressions, day(published), post=reading.post) == resolve(line.text, published)


@given(TEXTS, TEXTS)
def test_reading_does_not_depend_on_what_was_read_before(one: str, other: str) -> None:
    before = read(one)
    read(other)
    assert read(one) == before


@given(TEXTS)
def test_pointers_point_to_expressions_before_and_after(text: str) -> None:
    found = read(text).expressions
    starts = {one.start for one in found}
    for one in found:
        assert one.refers is None or (one.refers in starts and one.refers < one.start)
        assert one.until is None or (one.until in starts and one.until > one.start)


def test_without_publication_only_what_the_text_fixes_has_bounds() -> None:
    told, deictic = resolve("It was sold on 5 May 2021 and closed yesterday.")
    assert told.interval.bounded
    assert deictic.interval.unknown


def test_a_pointer_points_to_an_expression() -> None:
    found = read("On 9 May 1945 it ended; the next day, from May to July 1946, nothing.").expressions
    starts = {one.start for one in found}
    assert {one.refers for one in found} - {None} <= starts
    assert {one.until for one in found} - {None} <= starts
    assert [one.until for one in found if one.until] == [found[3].start]


@pytest.mark.parametrize(
    "word", ["last ", "may ", "1", "1 ", "(", "5/", "the first ", "a ", "\n", "12:", "two hundred "]
)
def test_a_long_run_of_one_word_is_read(word: str) -> None:
    assert read(word * 2_000).expressions is not None


def test_a_number_is_read_across_lines() -> None:
    (found,) = resolve("It rained on the twenty\nfirst of May.", date(2024, 6, 1))
    assert found.value == "2024-05-21"


def test_a_day_later_today_is_a_day_later() -> None:
    (today,), (tomorrow,) = (resolve("It fell today.", date(2024, 3, 15) + timedelta(days=n)) for n in (0, 1))
    assert tomorrow.interval.start - today.interval.start == timedelta(days=1).total_seconds()
