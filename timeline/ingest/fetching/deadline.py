"""The moment by which all must be over, and a line that ends with it, however slowly or much the other side speaks."""

import io
import socket
from time import monotonic, sleep
from typing import Any, Final

from timeline.ingest.fetching.policy import Policy, Refused

_AROUND: Final = 1024 * 1024
"""Bytes that an answer may have around its body: heads, sizes of chunks, notes of packing."""


class Deadline:
    """The moment by which all must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def left(self, longest: float) -> float:
        """Seconds until then, at most longest; TimeoutError when it has passed."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, longest)

    def wait(self, seconds: float) -> None:
        """Sleep; the deadline moves by as much."""
        if seconds > 0:
            sleep(seconds)
            self._end += seconds


class Timed:
    """What http.client asks of a socket; every read and write ends with the deadline. Its owner closes the socket."""

    def __init__(self, line: socket.socket, deadline: Deadline, policy: Policy) -> None:
        self._line, self._deadline, self._longest = line, deadline, policy.read
        self._most = self._left = policy.most + _AROUND

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reads(self))

    def receive(self, into: Any) -> int:
        self._line.settimeout(self._deadline.left(self._longest))
        received = self._line.recv_into(into)
        self._left -= received
        if self._left < 0:
            raise Refused(f"the answer has more than {self._most:,} bytes before it is unpacked")
        return received

    def sendall(self, data: bytes) -> None:
        self._line.settimeout(self._deadline.left(self._longest))
        self._line.sendall(data)

    def settimeout(self, _seconds: float | None) -> None:
        """Nothing: the deadline decides."""

    def close(self) -> None:
        """Nothing: http.client closes before the body is read, where the answer is the last."""


class _Reads(io.RawIOBase):
    """A stream over Timed, which a server that drips bytes cannot keep open."""

    def __init__(self, line: Timed) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._line.receive(buffer)
