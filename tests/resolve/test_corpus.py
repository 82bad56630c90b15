"""The corpus in tests/corpus: every line holds, every rule and refiner has lines, no words are read in two ways."""

from itertools import combinations

import pytest

from tests.corpus_lines import Line, lines
from timeline import resolve
from timeline.resolve import read
from timeline.resolve.find import Candidate, doubt, finder
from timeline.resolve.refine import REFINERS
from timeline.resolve.registry import all_rejections, all_rules
from timeline.resolve.rule import Rule
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


def test_each_rule_has_lines_that_it_reads_and_one_that_it_leaves_alone() -> None:
    reading = {(line.about, one.rule) for line in LINES for one in read(line.text).expressions}
    silent = {line.about for line in LINES if not line.spans}
    names = {rule.name for rule in all_rules() if isinstance(rule, Rule)}
    assert [name for name in sorted(names) if (name, name) not in reading] == []
    assert sorted(names - silent) == []


def test_each_refiner_has_lines() -> None:
    names = {f"refine_{refiner.__name__}" for refiner in REFINERS}
    assert sorted(names - {line.about for line in LINES}) == []


def test_each_rejection_is_given_as_a_reason() -> None:
    given = {rejected.reason for line in LINES for rejected in read(line.text).rejected}
    assert sorted(set(all_rejections()) - given) == []


def test_no_words_are_read_in_two_ways() -> None:
    found = []
    for line in LINES:
        scanned = scan(line.text, finder().codes)
        for _, _, candidates in finder().runs(scanned):
            accepted = [one for one in candidates if one.pieces and not doubt(scanned, one)]
            found += [f"{line.where}: {a.rule}, {b.rule}" for a, b in combinations(accepted, 2) if at_odds(a, b)]
    assert found == []


def at_odds(one: Candidate, other: Candidate) -> bool:
    same = (one.start, one.end, one.length) == (other.start, other.end, other.length)
    return same and one.pieces != other.pieces


def test_the_corpus_does_not_shrink() -> None:
    assert len(LINES) >= LEAST
