"""Workers beside a command: processes that run the queued jobs, and end with it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

_GRACE: Final = 10
"""Seconds that a worker has to finish its job when it is told to stop."""
_PAUSE: Final = 3.0
"""Seconds until a worker that died is started again."""
_COMMAND: Final = (sys.executable, "-m", "timeline", "worker", "--until-eof")


@contextmanager
def running(count: int) -> Iterator[None]:
    """So many workers: started again should they die, told to stop at the end, or, were this process killed, by the
    end of their stdin."""
    over = Event()
    keepers = [Thread(target=_keep, args=(over,), daemon=True) for _ in range(count)]
    for keeper in keepers:
        keeper.start()
    try:
        yield
    finally:
        over.set()
        for keeper in keepers:
            keeper.join()


def _keep(over: Event) -> None:
    """Have one worker run until it is over."""
    while not over.is_set():
        # In a session of its own: a Ctrl-C in the terminal is for this process, which then ends the worker in good
        # order.
        with subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, start_new_session=True) as process:
            while process.poll() is None and not over.wait(0.1):
                pass
            if over.is_set():
                _stop(process)
        over.wait(_PAUSE)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
