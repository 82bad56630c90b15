"""What a page says of its own publication: dateline, bylines, copyright year."""

import pytest

from timeline.language import dateline, imprint


@pytest.mark.parametrize(
    "line",
    [
        "OSLO, Nov. 4 (Northern Wire) - ",
        "OSLO — ",
        "OSLO, Norway - ",
        "NEW YORK, 4 November 2024 – ",
        "OSLO (Northern Wire) -- ",
        "ST. LOUIS, May 4 - ",
        "THE HAGUE, Nov. 4, 2024 (Northern Wire) — ",
    ],
)
def test_a_dateline_ends_with_its_dash(line: str) -> None:
    assert dateline.length(f"{line}The port closed on Monday - at last.") == len(line)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Oslo closed its port.",
        "OSLO closed its port on Monday - at last.",
        "A ship - the Alma - sank.",
        "UN envoys left.",
    ],
)
def test_capitals_or_a_dash_alone_are_no_dateline(paragraph: str) -> None:
    assert dateline.length(paragraph) == 0


def test_the_imprint_gives_the_spans_of_a_page() -> None:
    text = "Published 5 November 2024\nOSLO, Nov. 4 - The port closed.\nAdvert\n© 2019-2024 The Harbour Mail\n"
    found = imprint.find(text)
    assert found.dateline is not None
    assert found.year_at is not None
    spans = [*found.bylines, found.dateline, found.year_at]
    assert [text[start:end] for start, end in spans] == ["Published 5 November 2024", "OSLO, Nov. 4 - ", "© 2019-2024"]
    assert found.year == 2024


def test_a_page_without_any_of_it_has_an_empty_imprint() -> None:
    found = imprint.find("The port closed in 1998.\nAdvert")
    assert (found.dateline, found.bylines, found.year, found.year_at) == (None, (), None, None)


def test_an_empty_page_has_an_empty_imprint() -> None:
    assert imprint.find("").dateline is None
