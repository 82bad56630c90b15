"""'since March', 'until Friday', 'by 2030': the preposition before an expression, which is not part of it."""

from dataclasses import replace
from typing import Final

from timeline.core.expression import Signal
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan

_SIGNALS: Final = {
    "since": Signal.SINCE, "until": Signal.UNTIL, "till": Signal.UNTIL, "through": Signal.UNTIL, "by": Signal.BY,
    "before": Signal.BEFORE, "after": Signal.AFTER, "following": Signal.AFTER,
}  # fmt: skip


def signals(scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression with its signal."""
    return [_signalled(scan, one) for one in found]


def _signalled(scan: Scan, one: Found) -> Found:
    signal = _SIGNALS.get(scan.before(one.start))
    return one if signal is None else replace(one, signal=signal)
