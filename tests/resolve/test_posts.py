"""Posts: what is taken for one, and that only the spelling of its values differs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import resolve
from timeline.core.anchoring import anchor
from timeline.core.interval import day
from timeline.core.recompute import recompute
from timeline.resolve import read
from timeline.resolve.posts import is_post

PUBLISHED = date(2024, 11, 6)
SOUP = """
sat Sun mon Fri friday Sunday 8pm 10am 2am midnight tonight tmr nite night nights morning last first 1st the this next a
new year day days hours weekly Daily spring may 5 dec 13th 2014 week weekend ago back until & - , / and on see # @ 's
"""
WORDS = SOUP.split()
POSTS = st.lists(st.sampled_from(WORDS), max_size=14).map(lambda words: " ".join(words) + " lol")
GLUED = st.lists(st.sampled_from([*WORDS, " "]), max_size=14).map(lambda words: "".join(words) + " lol")


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed in 2014.",
        "Mill to close after 20 years",
        "Shares of U.S. mills fell on Friday.",
        "The plan is on hold,'' the owner said of 2014.",
        '"Never again ... not in 2014!" she shouted.',
        "Yahoo! Inc. bought the mill in 2014.",
        "I moved here in 2014",
        "My flight leaves on Friday",
        "The mill closed in 2014 and its owner...",
        "in 2014",
        "last week",
        "More at https://example.org/mill, updated on Friday.",
        "Write to desk@example.org before Friday.",
        "Pope Leo XIII died in 1903 and Louis XVIII in 1824.",
        "Lot #7 was sold in 2014.",
        "The mill 😀 closed three weeks ago.",
    ],
)
def test_a_plain_sentence_is_no_post(text: str) -> None:
    assert not is_post(text)


@pytest.mark.parametrize(
    "text",
    [
        "Closed since 2014 #mill",
        "@anna closed since 2014",
        "Closed since 2014 https://t.co/a1",
        "Closed since 2014 :)",
        "Closed since 2014 😀",
        "Closed since 2014!!",
        "Closed since 2014..",
        "Sooo closed since 2014",
        "Still waitin' since 2014",
        "Closed since 2014, lol",
        "Its closed since 2014, dont ask",
        "Been there in 2014 when i was young",
        "Been there in 2014, r u sure?",
        "Closed since 2014!",
    ],
)
def test_a_mark_makes_a_short_text_a_post(text: str) -> None:
    assert is_post(text)
    assert [found.value for found in resolve(text, PUBLISHED)] == ["2014-XX-XX"]


def test_a_long_text_is_no_post() -> None:
    assert not is_post("The mill closed. #mill " * 20)


@pytest.mark.parametrize("text", ["Back in 2014 lol", "See the launch last week? lol", "Gig on Friday 8pm!!"])
def test_only_the_spelling_of_the_values_differs(text: str) -> None:
    reading = read(text)
    plain = anchor(reading.expressions, day(PUBLISHED))
    told = anchor(reading.expressions, day(PUBLISHED), post=reading.post)
    assert [found.value for found in plain] != [found.value for found in told]
    assert [(found.interval, found.edtf, found.type) for found in plain] == [
        (found.interval, found.edtf, found.type) for found in told
    ]


def test_without_a_publication_a_post_has_values_all_the_same() -> None:
    assert [found.value for found in resolve("two weeks ago on Friday lol")] == ["XXXX-WXX", "XXXX-WXX-5"]


@given(POSTS | GLUED)
def test_what_is_found_in_a_post_does_not_overlap_and_can_be_computed_again(text: str) -> None:
    reading, end = read(text), 0
    starts = {found.start for found in reading.expressions}
    for found in anchor(reading.expressions, day(PUBLISHED), post=reading.post):
        assert end <= found.start < found.end <= len(text)
        assert recompute(found.derivation) == found.interval
        assert found.value
        assert {found.expression.refers, found.expression.until} - {None} <= starts
        end = found.end
    spans = [(one.start, one.end) for one in reading.expressions] + [(one.start, one.end) for one in reading.rejected]
    assert len(set(spans)) == len(spans)


@given(POSTS)
def test_a_post_is_read_alike_with_and_without_reasons(text: str) -> None:
    reading = read(text)
    assert anchor(reading.expressions, day(PUBLISHED), post=reading.post) == resolve(text, PUBLISHED)
