"""How much work something is: instructions are counted, so that no other process and no collector of garbage counts."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

SHORT, LONG = 200, 800
"""Repetitions: even the short text is longer than any run or reading that is remembered."""
MARGIN = 1.25
"""How much more than four times the work four times the text may take; with the square it would be four times more."""
Trace = Callable[[FrameType, str, Any], Any]


def operations(work: Callable[[], object]) -> int:
    """How many instructions Python runs."""
    count = 0

    def trace(frame: FrameType, event: str, _arg: object) -> Trace:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(read: Callable[[str], object], piece: str, start: str = "") -> float:
    """How much more work a long text is than a short one, against how much longer it is."""
    read(start + piece * SHORT)
    short, long = (operations(partial(read, start + piece * count)) for count in (SHORT, LONG))
    return long / short / (LONG / SHORT)
