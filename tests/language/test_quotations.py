"""Quoted words, whichever marks stand around them."""

import pytest

from timeline.language import quotations


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ('"We will open the port," she said.', ["We will open the port,"]),
        ("“We will open the port,” she said.", ["We will open the port,"]),
        ('"We will open the port” she said.', ["We will open the port"]),
        ("'We will open the port', she said.", ["We will open the port"]),
        ("‘We don’t know when the port opens’, she said.", ["We don’t know when the port opens"]),
        ("“He told us ‘close the old port’ first,” she said.", ["He told us ‘close the old port’ first,"]),
        ('"The port is ours," she said. "It will be free again."', ["The port is ours,", "It will be free again."]),
        ('She had more to say. "We close the port.', ["We close the port."]),
    ],
)
def test_words_between_marks_are_quoted(paragraph: str, quoted: list[str]) -> None:
    found = quotations.find(paragraph)
    assert [q.text for q in found] == quoted
    assert [paragraph[q.start : q.end] for q in found] == quoted


@pytest.mark.parametrize(
    "paragraph",
    [
        '"No," she said.',
        "The so-called 'big wave' came.",
        "The ship's captain and the crew's cook were the port's guests.",
    ],
)
def test_two_words_or_an_apostrophe_are_no_quotation(paragraph: str) -> None:
    assert quotations.find(paragraph) == ()


def test_positions_count_from_the_offset() -> None:
    (found,) = quotations.find('"Close the old port"', 100)
    assert (found.start, found.end) == (101, 119)
