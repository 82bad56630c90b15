"""Sentences of a text: where they stand, what they are made of, and where the parser is put right."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readings import sentences
from timeline.core.text import Place, Sentence
from timeline.language import pipeline

PAGE = (
    "IMG-20417-harbour\nOSLO, Nov. 4 (Northern Wire) - Ann Berg's ferry sank. “We lost the old ferry,” she said.\r\n"
    "  Advert\n\nThe crew of 😀 is safe; the divers went home.\n© 2024 The Harbour Mail"
)


def holds(text: str, found: tuple[Sentence, ...]) -> bool:
    """Whether everything says where it stands, in order and without overlap."""
    spans = [(s.start, s.end, s.text) for s in found]
    spans += [(t.start, t.end, t.text) for s in found for t in s.tokens]
    spans += [(n.start, n.end, n.text) for s in found for n in s.names]
    spans += [(q.start, q.end, q.text) for s in found for q in s.quotations]
    inside = all(s.start <= t.start and t.end <= s.end for s in found for t in s.tokens if t.text.strip())
    ordered = all(a.end <= b.start for a, b in pairwise(found))
    return inside and ordered and all(text[start:end] == words for start, end, words in spans)


def test_offsets_count_code_points_of_the_whole_text() -> None:
    assert holds(PAGE, sentences(PAGE))


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.sampled_from("ab C.?!\"'“”‘’\n\r\t\u2028\xa0—-©é😀 0247,:()") | st.characters(codec="utf-8"), max_size=60
    )
)
def test_offsets_hold_in_any_text(text: str) -> None:
    assert holds(text, pipeline.analyse(text))


def test_a_page_is_its_sentences_and_its_furniture() -> None:
    found = [(s.place, s.paragraph, s.text[:12]) for s in sentences(PAGE)]
    assert found == [
        (Place.FURNITURE, 0, "IMG-20417-ha"),
        (Place.BODY, 1, "Ann Berg's f"),
        (Place.BODY, 1, "“We lost the"),
        (Place.FURNITURE, 2, "Advert"),
        (Place.BODY, 3, "The crew of "),
        (Place.FURNITURE, 4, "© 2024 The H"),
    ]


def test_furniture_is_not_analysed() -> None:
    assert all(bool(s.tokens) == (s.place is Place.BODY) for s in sentences(PAGE))


def test_names_and_quotations_come_with_their_sentence() -> None:
    _, first, second, *_ = sentences(PAGE)
    assert [(n.text, n.kind) for n in first.names] == [("Ann Berg", "person")]
    assert [q.text for q in second.quotations] == ["We lost the old ferry,"]
    assert first.quotations == ()


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    assert sentences(text) == ()


def test_a_pipeline_that_is_not_installed_is_an_error() -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        pipeline.analyse("The port closed.", "no_such_pipeline")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The old ferry sank off Bergen, the coast guard said on Friday.", "guard"),
        ("Two divers found the wreck of the ferry, a spokeswoman for the port said.", "spokeswoman"),
        ("The ferry sank off Bergen, the agency reported.", "agency"),
    ],
)
def test_who_is_named_after_the_comma_speaks(text: str, speaker: str) -> None:
    (sentence,) = sentences(text)
    (root,) = [i for i, token in enumerate(sentence.tokens) if token.head == i]
    subjects = [t.text for t in sentence.tokens if t.head == root and t.dep == "nsubj"]
    assert sentence.tokens[root].lemma in {"say", "report"}
    assert subjects == [speaker]


def test_a_sentence_begins_after_a_clock_time() -> None:
    found = sentences("The ferry sank on Monday, at about 5 p.m. It had left Bergen at 3 p.m. on a calm day.")
    assert [sentence.text.split()[0] for sentence in found] == ["The", "It"]
