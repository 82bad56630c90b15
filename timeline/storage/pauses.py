"""Loading much at once without the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Cycles of garbage are looked for afterwards, and not while much is made that stays and has none.

    The search goes over all that was made, again and again: it took more than half of the time in which the readings of
    a thousand articles were loaded. Where several threads do this, the first that is done ends it for all.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
