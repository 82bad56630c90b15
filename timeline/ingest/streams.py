"""Streams of bytes: opened for looking ahead, read with bounds, and counted as they are unpacked."""

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final, Protocol

from timeline.errors import TooLarge
from timeline.ingest.limits import SMALL, Limits, size

CHUNK: Final = 1 << 16


class Readable(Protocol):
    """Anything with bytes to give."""

    def read(self, count: int, /) -> bytes:
        """At most count bytes, none at the end."""
        ...


def opened(content: Iterable[bytes]) -> io.BufferedReader:
    """A file, or bytes in pieces, as a stream whose beginning can be looked at.

    A piece is not asked for before the ones before it are used up, so that what is piped in is read as it comes.
    """
    if isinstance(content, io.BufferedReader):
        return content
    if isinstance(content, io.BytesIO):
        return io.BufferedReader(content, CHUNK)
    read = getattr(content, "read1", None) or getattr(content, "read", None)
    return io.BufferedReader(_Pieces(iter(partial(read, CHUNK), b"") if read else iter(content)), CHUNK)


def piped(stream: Readable) -> io.BufferedReader:
    """A stream that cannot be sought in, whatever the inner one says of itself."""
    return io.BufferedReader(_Pieces(iter(partial(stream.read, CHUNK), b"")), CHUNK)


def counted(stream: Readable, spend: Callable[[int], None]) -> io.BufferedReader:
    """The stream, with every byte told to spend as it is read."""
    return io.BufferedReader(_Counted(stream, spend), CHUNK)


def whole(stream: Readable, limit: int) -> bytes:
    """All that is left of the stream; TooLarge where it is more than limit bytes."""
    pieces, left = [], limit
    while piece := stream.read(min(CHUNK, left + 1)):
        left -= len(piece)
        if left < 0:
            raise TooLarge(f"is larger than {size(limit)}")
        pieces.append(piece)
    return b"".join(pieces)


def lines(stream: io.BufferedReader, limit: int) -> Iterator[bytes]:
    """The lines of the stream; of a line longer than limit the first limit + 1 bytes, the rest is passed over."""
    while line := stream.readline(limit + 1):
        yield line
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)


def ceiling(limits: Limits) -> Callable[[int], None]:
    """What to tell bytes to of a file that is read in one go; TooLarge where they are more than one item may have."""
    read = 0

    def spend(count: int) -> None:
        nonlocal read
        read += count
        if read > limits.item:
            raise TooLarge(f"is larger than {size(limits.item)}")

    return spend


class Meter:
    """What was unpacked from one archive, against what it may hold; packed gives its own bytes read so far."""

    def __init__(self, limits: Limits, packed: Callable[[], int]) -> None:
        self._limits = limits
        self._packed = packed
        self._unpacked = 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked; TooLarge where the archive holds more than it may."""
        self._unpacked += count
        if self._unpacked > self._limits.expanded:
            raise TooLarge(f"unpacks to more than {size(self._limits.expanded)}")
        if self._unpacked > max(SMALL, self._limits.ratio * self._packed()):
            raise TooLarge(f"unpacks to more than {self._limits.ratio} times its size, as only a bomb does")


class _Counted(io.RawIOBase):
    """A stream that tells how much is read from it."""

    def __init__(self, inner: Readable, spend: Callable[[int], None]) -> None:
        self._inner = inner
        self._spend = spend

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._inner.read(len(buffer))
        buffer[: len(piece)] = piece
        self._spend(len(piece))
        return len(piece)


class _Pieces(io.RawIOBase):
    """Bytes in pieces as one stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece
        piece, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
