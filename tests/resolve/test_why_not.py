"""Whatever a wide net catches is accepted, or rejected with a reason."""

import re

import pytest
from hypothesis import given, settings

from tests.bench_texts import BENCH, CORPORA, documents
from tests.corpus_lines import lines
from tests.resolve.test_laws import TEXTS
from timeline.resolve import read

MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
UNITS = "second minute hour day week weekend month quarter year decade century"
DEICTIC = "today yesterday tomorrow tonight now ago soon later earlier currently recently"
WIDE = re.compile(
    rf"[0-9]+|(?<![^\W\d_])(?:{'|'.join((MONTHS + ' ' + DAYS).split())}|(?i:{'|'.join(f'{u}s?' for u in UNITS.split())}"
    rf"|centuries|{'|'.join(DEICTIC.split())}))(?![^\W\d_])"
)
"""A net of its own, by words alone."""


def unexplained(text: str) -> list[str]:
    """What the net catches that lies in no expression and in nothing that was rejected, with what stands around it."""
    reading = read(text)
    accounted = bytearray(len(text) + 1)
    for one in reading.expressions:
        accounted[one.start : one.end] = b"\1" * (one.end - one.start)
    for rejected in reading.rejected:
        assert rejected.reason
        accounted[rejected.start : rejected.end] = b"\1" * (rejected.end - rejected.start)
    return [
        text[max(0, m.start() - 20) : m.end() + 20]
        for m in WIDE.finditer(text)
        if not all(accounted[m.start() : m.end()])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The 3 mills of A2B Ltd. hold 1,500 tons, 12.5% more, at 747-400 speed, room 12b.",
        "May I? The March on Rome, an august body, a Friday's child, Tuesday Weld.",
        "Year of the Cat, a second-hand day bed, month-old milk, the quarter-final, the decades.",
        "Sooner or later, now that it is over; no later than that; earlier work, long ago, recently built.",
        "Умер в 2024 году, было 12 домов, and soon 5 more in May.",
        "#may5 @friday99 1990x x1990 0x12 5/5/5/5 12:99 99999999999999999999",
    ],
)
def test_whatever_a_wide_net_catches_has_an_answer(text: str) -> None:
    assert unexplained(text) == []


@settings(deadline=None)  # the detector of languages is loaded by the first text that needs it
@given(TEXTS)
def test_whatever_is_caught_of_any_words_has_an_answer(text: str) -> None:
    assert unexplained(text) == []


def test_a_number_that_counts_says_so() -> None:
    (rejected,) = read("It has 3 mills.").rejected
    assert (rejected.text, rejected.reason) == ("3", "a number that counts something else")


def test_every_line_of_the_corpus_has_its_answers() -> None:
    assert [found for line in lines() for found in unexplained(line.text)] == []


@pytest.mark.skipif(not BENCH.is_dir(), reason="the bench is not here")
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_text_of_a_public_corpus_has_its_answers(corpus: str) -> None:
    assert [found for _, text, _ in documents(corpus) for found in unexplained(text)] == []
