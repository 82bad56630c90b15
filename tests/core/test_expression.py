"""Where what is told may lie, given the word before an expression."""

import pytest

from timeline.core import edtf
from timeline.core.algebra import Date
from timeline.core.expression import Expression, Resolution, Signal


@pytest.mark.parametrize(
    ("signal", "allowed"),
    [
        (None, "2024-03"),
        (Signal.SINCE, "2024-03-01/.."),
        (Signal.AFTER, "2024-03-01/.."),
        (Signal.UNTIL, "../2024-03-31"),
        (Signal.BY, "../2024-03-31"),
        (Signal.BEFORE, "../2024-02-29"),
    ],
)
def test_a_signal_opens_the_interval_to_one_side(signal: Signal | None, allowed: str) -> None:
    march = Resolution(Expression(7, 12, "March", "month", Date(2024, 3), signal), edtf.read("2024-03"), ())
    assert edtf.write(march.allowed) == edtf.write(edtf.read(allowed))
