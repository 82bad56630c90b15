"""Headlines in capitals become sentences, with the names that the rest of the article proves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readings import sentences
from timeline.language import casing

REPORT = (
    "On Monday the skipper, Anna Berg, left Bergen on the ferry Alma, which the EU had paid for.",
    "The police say that Tom McKay saw the ferry sink.",
)


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Ferry Sinks Off Bergen After Crew Leaves Harbour", "Ferry sinks off Bergen after crew leaves harbour"),
        ("Skipper Anna Berg Leaves Ferry on Monday", "Skipper Anna Berg leaves ferry on Monday"),
        ("EU Pays for Lost Ferry, Police Say", "EU pays for lost ferry, police say"),
        ("POLICE: ANNA BERG LEFT BERGEN WITH EU FERRY", "Police: Anna Berg left Bergen with EU ferry"),
        ("Tom McKay Sees Ferry Sink, OSCE Sends Help", "Tom McKay sees ferry sink, OSCE sends help"),
        (
            "Skipper Begins Court - ordered Stay in Bergen Clinic",
            "Skipper begins court - ordered stay in Bergen clinic",
        ),
        ("‘I Saw It Sink’: Skipper Tells Police Everything", "‘I saw it sink’: skipper tells police everything"),
    ],
)
def test_a_headline_in_capitals_is_written_as_a_sentence(headline: str, sentence: str) -> None:
    assert casing.plain([headline, *REPORT]) == [sentence, *REPORT]


@pytest.mark.parametrize(
    "line",
    [
        "Ferry sinks off Bergen after crew leaves harbour",
        "Skipper Anna Berg met Tom McKay in Bergen",
        "Anna Berg",
        "Ferry Alma Sinks",
        "Anna Berg Left Bergen With Tom McKay on Monday.",
        "",
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert casing.plain([line, *REPORT])[0] == line


def test_a_headline_alone_keeps_its_capitals() -> None:
    assert casing.plain(["Skipper Anna Berg Leaves Ferry on Monday"]) == ["Skipper Anna Berg Leaves Ferry on Monday"]


@given(st.lists(st.text(st.sampled_from("AaBßİŉǆ .-'\n’") | st.characters(codec="utf-8"), max_size=30), max_size=5))
def test_no_line_changes_its_length(lines: list[str]) -> None:
    assert [len(line) for line in casing.plain([*lines, *REPORT])] == [len(line) for line in [*lines, *REPORT]]


def test_the_verb_of_a_headline_is_read_as_one_and_its_text_stays() -> None:
    text = "\n".join(("Skipper Leaves Ferry in Bergen Harbour", *REPORT))
    headline = sentences(text)[0]
    assert [(t.text, t.lemma) for t in headline.tokens if t.pos == "VERB"] == [("Leaves", "leave")]
    assert headline.text == "Skipper Leaves Ferry in Bergen Harbour"
    assert all(text[t.start : t.end] == t.text for t in headline.tokens)
