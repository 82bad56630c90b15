"""The corpus in tests/corpus: every line holds, every rule and refiner has lines, no words are read in two ways."""

from itertools import combinations

import pytest

from tests.corpus_lines import Line, lines
from tests.corpus_report import covered
from timeline import resolve
from timeline.resolve.choose import doubt
from timeline.resolve.find import Candidate, finder
from timeline.resolve.scan import scan

LINES = tuple(lines())
LEAST = 800


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.where)
def test_the_line_holds(line: Line) -> None:
    found = resolve(line.text, line.published)
    marked = [line.text[start:end] for start, end in line.spans]
    assert [one.text for one in found] == marked, line.where
    assert [(one.start, one.end) for one in found] == list(line.spans), line.where
    assert tuple(f"{one.value} {one.mod}" if one.mod else one.value for one in found) == line.values, line.where


def test_each_rule_refiner_and_rejection_has_its_lines() -> None:
    assert [str(one) for one in covered() if not one.enough] == []


def test_no_words_are_read_in_two_ways() -> None:
    found = []
    for line in LINES:
        scanned = scan(line.text, finder().codes)
        for first, _, hits in finder().runs(scanned):
            for length, places in hits:
                read = [finder().read(scanned, first + start, length, which) for start, which in places]
                believed = [one for one in read if one and one.read and not doubt(scanned, one)]
                found += [f"{line.where}: {a.rule}, {b.rule}" for a, b in combinations(believed, 2) if at_odds(a, b)]
    assert found == []


def at_odds(one: Candidate, other: Candidate) -> bool:
    return (one.start, one.end) == (other.start, other.end) and one.pieces != other.pieces


def test_the_corpus_does_not_shrink() -> None:
    assert len(LINES) >= LEAST
