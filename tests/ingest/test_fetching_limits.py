"""Fetching: no answer of a hostile host is too long, too slow or taken by halves."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat

import pytest

from tests.ingest.site import HERE, MOST, Answer, Names, address, fetch, fetched, moved, policy, reply, serving
from timeline.ingest.fetching.policy import Failed, Refused
from timeline.ingest.fetching.runs import Run

PAGE = b"<p>The mill closed.</p>"
ENDLESS = b"x" * 10_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def test_a_packed_page_is_unpacked() -> None:
    assert fetched(reply(gzip.compress(PAGE), Content_Encoding="gzip")).body == PAGE


def test_a_page_in_chunks_is_put_together() -> None:
    assert fetched(HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").body == b"abcde"


def test_a_page_that_is_exactly_as_large_as_allowed_is_taken() -> None:
    assert len(fetched(reply(b"x" * MOST)).body) == MOST


def endless() -> Iterator[bytes]:
    yield HEAD + b"\r\n"
    yield from repeat(ENDLESS)


def endless_chunks() -> Iterator[bytes]:
    yield HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    yield from repeat(b"2710\r\n" + ENDLESS + b"\r\n")


def endless_packed() -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=31)
    yield HEAD + b"Content-Encoding: gzip\r\n\r\n"
    for piece in repeat(b"0" * 1_000_000):
        yield packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"x" * (MOST + 1)),
        reply(b"x", Content_Length="99999999999"),
        reply(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip"),
        HEAD + b"\r\n" + b"x" * (MOST + 1),
        endless,
        endless_chunks,
        endless_packed,
    ],
    ids=["long", "said to be long", "bomb", "long without a length", "endless", "endless chunks", "endless bomb"],
)
def test_what_is_too_large_is_refused_as_soon_as_it_is_known(answer: Answer) -> None:
    with pytest.raises(Refused, match="more than 100,000 bytes"):
        fetched(answer)


def endless_continue() -> Iterator[bytes]:
    yield from repeat(b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000)


def endless_nothing() -> Iterator[bytes]:
    yield HEAD + b"Content-Encoding: gzip\r\n\r\n"
    yield from repeat(gzip.compress(b"") * 10_000)


@pytest.mark.parametrize("answer", [endless_continue, endless_nothing])
def test_much_that_unpacks_to_nothing_is_refused(answer: Answer) -> None:
    with pytest.raises(Refused, match="bytes before it is unpacked"):
        fetched(answer)


@pytest.mark.parametrize("packing", ["br", "deflate", "zstd", "gzip, gzip", "compress", "x" * 400])
def test_a_packing_that_was_not_asked_for_is_refused_unread(packing: str) -> None:
    with pytest.raises(Refused, match="which was not asked for"):
        fetched(reply(zlib.compress(b"0" * 1_000_000), Content_Encoding=packing))


@pytest.mark.parametrize(
    "answer",
    [
        reply(PAGE, Content_Length="500"),
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1" * 70_000,
        reply(gzip.compress(PAGE)[:-10], Content_Encoding="gzip"),
        reply(gzip.compress(PAGE)[:-8] + b"\0" * 8, Content_Encoding="gzip"),
        reply(b"plain", Content_Encoding="gzip"),
        HEAD + b"Content-Length: 4\r\nContent-Length: 7\r\n\r\nabcdefg",
        HEAD + b"Content-Length: 3, 5\r\n\r\nabcde",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"",
        HEAD + b"X: " + b"x" * 70_000 + b"\r\n\r\n",
        HEAD + b"".join(b"X-%d: y\r\n" % number for number in range(200)) + b"\r\n",
    ],
    ids=[
        *("short", "chunk short", "chunk without size", "endless size", "packed short", "packed wrong", "not packed"),
        *("two lengths", "two lengths in one", "not HTTP", "no status", "nothing", "a long header", "many headers"),
    ],
)
def test_an_answer_that_is_broken_is_a_failure_and_never_half_a_page(answer: bytes) -> None:
    with pytest.raises(Failed, match=r"news\.example (gave an answer that is broken|cannot be reached, or hung up)"):
        fetched(answer)


def test_what_follows_a_body_is_not_read() -> None:
    assert fetched(reply(PAGE, Content_Length="3")).body == PAGE[:3]


# Time


def silent() -> Iterator[bytes]:
    yield from repeat(b"")


def dripping_head() -> Iterator[bytes]:
    yield HEAD + b"X: "
    yield from repeat(b"x")


def going_on() -> Iterator[bytes]:
    yield from repeat(b"HTTP/1.1 100 Continue\r\n\r\n")


def dripping_body() -> Iterator[bytes]:
    yield HEAD + b"Content-Length: 90000\r\n\r\n"
    yield from repeat(b"x")


def dripping_chunks() -> Iterator[bytes]:
    yield HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;"
    yield from repeat(b"x")


def dripping_gzip() -> Iterator[bytes]:
    yield HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0"
    yield from repeat(b"x")


@pytest.mark.parametrize("answer", [silent, dripping_head, going_on, dripping_body, dripping_chunks, dripping_gzip])
def test_an_answer_that_does_not_end_is_not_waited_for(answer: Answer) -> None:
    with serving({"/": answer}) as site:
        run = Run(replace(policy(site), total=0.3), Names(HERE))
        with pytest.raises(Failed, match=r"news\.example did not answer in time"):
            run.fetch(address(site))


def test_a_silence_in_the_middle_is_shorter_than_the_whole() -> None:
    def stalled() -> Iterator[bytes]:
        yield HEAD + b"Content-Length: 90000\r\n\r\nx"
        yield from repeat(b"")

    with serving({"/": stalled}) as site:
        run = Run(replace(policy(site), read=0.2), Names(HERE))
        with pytest.raises(Failed, match="did not answer in time"):
            run.fetch(address(site))


def test_redirects_share_one_deadline() -> None:
    def slowly() -> Iterator[bytes]:
        yield from repeat(b"", 30)
        yield moved("/")

    with serving({"/": slowly}) as site:
        run = Run(replace(policy(site), total=0.5), Names(HERE))
        with pytest.raises(Failed, match="did not answer in time"):
            run.fetch(address(site))


def test_nobody_there_is_a_failure() -> None:
    with serving({}) as site:
        pass
    with pytest.raises(Failed, match="cannot be reached"):
        fetch(site)
