"""A site on loopback that answers exactly the bytes it is given, as slowly as it is told."""

import socketserver
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Event, Thread

from timeline.ingest.fetching.policy import Fetched, Policy, Validators
from timeline.ingest.fetching.runs import Run

Answer = bytes | Callable[[], Iterator[bytes]]
"""The bytes of an answer, head included; or pieces of it, sent a moment apart."""

MOMENT = 0.01


def reply(body: bytes = b"", status: str = "200 OK", kind: str = "text/html", **headers: str) -> bytes:
    """An answer as a well-behaved server gives it; what headers name comes in addition or instead."""
    head = {"Content-Type": kind, "Content-Length": str(len(body))}
    head |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def moved(to: str, status: str = "302 Found") -> bytes:
    return reply(status=status, Location=to)


NOTHING = reply(b"nothing here", "404 Not Found")


class Site(socketserver.ThreadingTCPServer):
    """Answers by path; requests keeps the heads of what it was asked, in order."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None, greeting: bytes = b"") -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.answers, self.requests, self.over = dict(answers), list[str](), Event()
        self.tls, self.greeting = tls, greeting

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def paths(self) -> list[str]:
        return [request.split()[1] for request in self.requests]


class _Visit(socketserver.BaseRequestHandler):
    server: Site

    def handle(self) -> None:
        try:
            self._serve()
        except OSError:
            """The visitor has left, which is what many of the tests want."""

    def _serve(self) -> None:
        line = self.server.tls.wrap_socket(self.request, server_side=True) if self.server.tls else self.request
        with line, line.makefile("rb") as stream:
            line.sendall(self.server.greeting)
            head = b"".join(iter(stream.readline, b"\r\n")).decode("latin-1")
            if not head:
                return
            self.server.requests.append(head)
            answer = self.server.answers.get(head.split()[1], NOTHING)
            for piece in [answer] if isinstance(answer, bytes) else self._slowly(answer):
                line.sendall(piece)

    def _slowly(self, answer: Callable[[], Iterator[bytes]]) -> Iterator[bytes]:
        for piece in answer():
            yield piece
            if self.server.over.wait(MOMENT):
                return


@contextmanager
def serving(answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None, greeting: bytes = b"") -> Iterator[Site]:
    """A site that answers for as long as the block lasts; greeting is what it says before it is asked."""
    with Site(answers, tls, greeting) as site:
        Thread(target=site.serve_forever, args=(MOMENT,), daemon=True).start()
        try:
            yield site
        finally:
            site.over.set()
            site.shutdown()


MOST = 100_000
TRUST = ssl.create_default_context()
HERE = ("127.0.0.1",)


class Names:
    """A resolver: every name leads where it is told, the last answer again and again."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers, self.asked = list(answers), list[str]()

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def policy(site: Site) -> Policy:
    """What lets a test reach its site, and nothing else; robots.txt and pauses have tests of their own."""
    return Policy(ports=frozenset({80, site.port}), loopback=True, robots=False, delay=0, most=MOST)


def fetch(site: Site, path: str = "/", names: Names | None = None, known: Validators | None = None) -> Fetched:
    return Run(policy(site), names or Names(HERE), TRUST).fetch(address(site, path), known)


def address(site: Site, path: str = "/") -> str:
    return f"http://news.example:{site.port}{path}"


def fetched(answer: Answer) -> Fetched:
    with serving({"/": answer}) as site:
        return fetch(site)
