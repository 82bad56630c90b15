"""One number for a row of numbers, so that rows can be keys of a dictionary without becoming tuples."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)


def of_rows(rows: NDArray[np.uint64]) -> list[int]:
    """A 64-bit hash of each row; two of a million different rows have the same one in one run of ten million."""
    hashes: NDArray[Any] = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        hashes = (hashes ^ (hashes >> np.uint64(29)) ^ column) * _GOLDEN
    found: list[int] = hashes.tolist()
    return found
