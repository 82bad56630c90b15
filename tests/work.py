"""How much work something is: instructions are counted, so that no other process and no collector of garbage counts."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

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
