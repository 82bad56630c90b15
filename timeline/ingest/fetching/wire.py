"""One question to one checked place, under a deadline that no slow answer outlives."""

import gzip
import socket
import ssl
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from typing import Final, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError
from urllib3.response import HTTPResponse

from timeline.ingest.fetching.deadline import Deadline, Timed
from timeline.ingest.fetching.policy import Failed, Policy, Refused
from timeline.ingest.fetching.targets import Target

_BROKEN: Final = (HTTPError, HTTPException, OSError, EOFError, zlib.error)
_LATE: Final = (TimeoutError, ConnectTimeoutError, ReadTimeoutError)
_PIECE: Final = 64 * 1024


@contextmanager
def asked(
    target: Target,
    places: Sequence[str],
    headers: Mapping[str, str],
    policy: Policy,
    deadline: Deadline,
    trust: ssl.SSLContext,
) -> Iterator[HTTPResponse]:
    """The answer of the first of the places that can be reached, with its body unread; Failed for all that breaks."""
    try:
        connection, line = _reached(target, places, policy, deadline, trust)
        try:
            connection.sock = cast("socket.socket", Timed(line, deadline, policy))
            head = {"Host": target.authority, "Accept-Encoding": "gzip", "Connection": "close", **headers}
            connection.request("GET", target.path, headers=head, preload_content=False, decode_content=False)
            yield connection.getresponse()
        finally:
            line.close()
    except _BROKEN as error:
        raise Failed(f"{target.host} {_what_happened(error)}") from error


def body(response: HTTPResponse, most: int) -> bytes:
    """The whole body, unpacked; Refused, as soon as it is known, for more than most bytes or an unknown packing."""
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in {"", "identity", "gzip", "x-gzip"}:
        raise Refused(f"the answer is packed as '{packing[:40]}', which was not asked for")
    packed = packing.endswith("gzip")
    if not packed and (response.length_remaining or 0) > most:
        raise _too_large(most)
    source = gzip.GzipFile(fileobj=response) if packed else response
    found = bytearray()
    while piece := source.read(_PIECE):
        found += piece
        if len(found) > most:
            raise _too_large(most)
    return bytes(found)


def _reached(
    target: Target, places: Sequence[str], policy: Policy, deadline: Deadline, trust: ssl.SSLContext
) -> tuple[HTTPConnection, socket.socket]:
    """A connection to the first place that takes it, and its socket."""
    for number, place in enumerate(places, start=1):
        connection = _connection(target, place, deadline.left(policy.connect), trust)
        try:
            connection.connect()
        except (HTTPError, OSError):
            connection.close()
            if number == len(places):
                raise
        else:
            return connection, connection.sock
    raise OSError("there is no place to go")


def _connection(target: Target, place: str, timeout: float, trust: ssl.SSLContext) -> HTTPConnection:
    """A connection to a place by its number, so that no name is looked up again; certificates are for the name."""
    if target.scheme == "https":
        return HTTPSConnection(
            place, target.port, timeout=timeout, ssl_context=trust, server_hostname=target.host.rstrip(".")
        )
    return HTTPConnection(place, target.port, timeout=timeout)


def _too_large(most: int) -> Refused:
    return Refused(f"the answer has more than {most:,} bytes")


def _what_happened(error: BaseException) -> str:
    if isinstance(error, _LATE) and not isinstance(error, NewConnectionError):
        return "did not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"has a certificate that cannot be trusted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return "does not speak TLS as it should"
    if isinstance(error, OSError | NewConnectionError) and not isinstance(error, HTTPException | gzip.BadGzipFile):
        return "cannot be reached, or hung up"
    return "gave an answer that is broken or breaks off"
