"""Core types survive their way through JSON."""

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_mention, an_expression
from timeline.core import algebra
from timeline.core.article import Candidate, Publication, Trust
from timeline.core.derivation import Derivation, Evidence, Kind, Step
from timeline.core.event import Claim, Contradiction
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity
from timeline.core.interval import Interval
from timeline.core.mention import Basis, Figure, Mention, Status, When
from timeline.core.text import Imprint
from timeline.storage import codec

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
CIVIL = st.integers(-(10**12), 10**12)
INTERVALS = st.builds(
    Interval,
    st.one_of(CIVIL, st.just(-math.inf)),
    st.one_of(CIVIL, st.just(math.inf)),
    st.sampled_from(Granularity),
    st.sampled_from(["UTC", "America/New_York"]),
)
EVIDENCE = st.builds(Evidence, st.integers(0), st.integers(0), TEXTS, TEXTS)
STEPS = st.builds(
    Step,
    st.sampled_from(Kind),
    TEXTS,
    st.none() | INTERVALS,
    st.none() | EVIDENCE,
    st.lists(TEXTS, max_size=3).map(tuple),
)
DERIVATIONS = st.lists(STEPS, max_size=4).map(tuple)
CANDIDATES = st.builds(Candidate, INTERVALS, st.sampled_from(Trust), DERIVATIONS)
PUBLICATIONS = st.builds(
    Publication, INTERVALS, st.sampled_from(Trust), DERIVATIONS, st.lists(CANDIDATES, max_size=2).map(tuple)
)
CLAIMS = st.builds(Claim, TEXTS, st.lists(st.integers(0, 9), max_size=3).map(tuple))
CONTRADICTIONS = st.builds(Contradiction, TEXTS, st.lists(CLAIMS, max_size=3).map(tuple))


def through_json(kind: Any, value: Any) -> Any:
    return codec.read(kind, codec.write(value))


@given(INTERVALS)
def test_an_interval_comes_back(value: Interval) -> None:
    assert through_json(Interval, value) == value


@given(DERIVATIONS)
def test_a_derivation_comes_back(value: Derivation) -> None:
    assert through_json(Derivation, value) == value


@given(PUBLICATIONS)
def test_a_publication_comes_back(value: Publication) -> None:
    assert through_json(Publication, value) == value


@given(CONTRADICTIONS)
def test_a_contradiction_comes_back(value: Contradiction) -> None:
    assert through_json(Contradiction, value) == value


@given(st.sets(TEXTS, max_size=4).map(frozenset), TEXTS)
def test_a_mention_comes_back(stems: frozenset[str], text: str) -> None:
    value = a_mention(text, stems=stems)
    assert through_json(Mention, value) == value


def test_an_expression_comes_back_with_its_term() -> None:
    term = algebra.In(algebra.Weekday(0), algebra.Last(Granularity.WEEK))
    value = an_expression(term=term, refers=3)
    assert through_json(Expression, value) == value


def test_a_set_is_written_in_one_order() -> None:
    assert codec.write(frozenset({"b", "a", "c"})) == b'["a","b","c"]'
    assert b'"stems":["a","b","c","\xc3\xa4"]' in codec.write(a_mention(stems=frozenset({"\u00e4", "b", "a", "c"})))


def test_a_mention_is_written_as_it_is_dumped() -> None:
    value = a_mention(numbers=(Figure(1500.0, "soldier", "troops"),), when=(When(3, Basis.EXPLICIT, "clause"),))
    assert json.loads(codec.write(value)) == codec.dump(value)


def test_words_of_an_enumeration_are_its_members_again() -> None:
    found = through_json(Mention, a_mention(status=Status.PLANNED))
    assert isinstance(found.status, Status)


def test_whole_seconds_stay_whole() -> None:
    found = through_json(tuple[Interval, ...], (Interval(0, 86400),))
    assert isinstance(found[0].start, int)


@pytest.mark.parametrize("count", [math.inf, -math.inf])
def test_a_number_beyond_all_numbers_comes_back(count: float) -> None:
    value = a_mention(numbers=(Figure(count, "soldier", "troops"),))
    assert through_json(Mention, value) == value


def test_a_field_that_was_not_there_yet_takes_its_default() -> None:
    assert codec.read(Imprint, '{"year": 2024}') == Imprint(year=2024)


def test_a_mention_that_was_stored_before_some_fields_were_there_can_be_read() -> None:
    value = a_mention(answers="smith", at=4, places=("port",), nominal=True, told=False)
    kept = {
        name: data for name, data in codec.dump(value).items() if name not in {"answers", "at", "places", "nominal"}
    }
    del kept["told"]
    known = replace(value, answers="", at=-1, places=(), nominal=False, told=True)
    assert codec.read(Mention, json.dumps(kept)) == known


def test_a_field_that_is_gone_is_passed_over() -> None:
    assert codec.read(Imprint, '{"year": 2024, "month": 5}') == Imprint(year=2024)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Interval, '{"start": 0}'),
        (Granularity, '"fortnight"'),
        (algebra.Term, '["Never"]'),
        (Mention, '{"start": 0}'),
        (Mention, "nothing"),
    ],
)
def test_what_was_never_written_is_refused(kind: Any, text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        codec.read(kind, text)
