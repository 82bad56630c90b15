"""Work grows with the length of a text and no faster, whatever the text: instructions are counted, nothing is timed."""

from datetime import date

import pytest

from tests.work import MARGIN, growth
from timeline import resolve
from timeline.resolve import read
from timeline.resolve.find import finder
from timeline.resolve.pattern import longest, parse
from timeline.resolve.registry import all_rules
from timeline.resolve.rule import patterns

LONGEST = 100
"""Tokens of the longest match there may be: what bounds the work of one attempt."""

HOSTILE = {
    "digits": "1", "digits apart": "1 ", "years": "1999 ", "years to and fro": "1812 1709 ", "strokes": "12/",
    "colons": "12:", "dots": "1.2.", "apostrophes": "'90", "may": "may ", "May": "May ", "march": "March,",
    "last": "last ", "last and next": "last next ", "the first": "the first ", "two hundred": "two hundred ",
    "brackets": "(", "closing brackets": ")", "quotes": '"', "hyphens": "mid-", "capitals": "May",
    "one long line": "the mill closed and ", "one long word": "x", "blank lines": "a\n\n", "spaces": " ",
    "dates": "May 5 ", "dates in words": "the fifth of May ", "slashes": "5/11/2024 ", "weekdays": "Friday, ",
    "ago": "a year ago ", "earlier": "a year earlier ", "quarters": "the third quarter ", "ranges": "May to ",
    "clocks": "3 p.m. ", "sets": "every day ", "vague": "soon ", "modifiers": "about early ", "and": "and a half ",
}  # fmt: skip
OTHERS = {"ru": "в мае ", "zh": "今年", "es": "el 5 de mayo ", "de": "im Mai ", "fr": "le 5 "}


def resolve_it(text: str) -> object:
    return resolve(text, date(2024, 11, 5))


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    assert growth(resolve_it, piece) <= MARGIN


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_text_is_four_times_the_work_to_explain(piece: str) -> None:
    assert growth(read, piece) <= MARGIN


@pytest.mark.parametrize("code", OTHERS)
def test_four_times_the_text_is_four_times_the_work_in_another_language(code: str) -> None:
    assert growth(resolve_it, OTHERS[code]) <= MARGIN


def test_a_history_of_years_is_as_much_work_for_each_of_them() -> None:
    assert (
        growth(resolve_it, "In 1812 he left, as in 1709. In May ", start="It began in 1801, 1802, 1803, 1804. ")
        <= MARGIN
    )


def test_no_pattern_matches_without_end() -> None:
    lengths = [longest(parse(pattern)) for rule in all_rules() for pattern in patterns(rule)]
    assert max(lengths) == finder().longest <= LONGEST
