"""Fetching: robots.txt, pauses, and certificates."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.site import Answer, Site, moved, reply, serving
from timeline.ingest.fetching import deadline, manners
from timeline.ingest.fetching.policy import Failed, Policy, Refused
from timeline.ingest.fetching.runs import Run

PAGE = reply(b"<p>The mill closed.</p>")


def here(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


def policy(site: Site) -> Policy:
    return Policy(ports=frozenset({80, site.port}), loopback=True, delay=0)


def address(site: Site, path: str = "/a") -> str:
    return f"http://news.example:{site.port}{path}"


@contextmanager
def ruled(robots: Answer) -> Iterator[Site]:
    with serving({"/robots.txt": robots, "/a": PAGE, "/b": PAGE}) as site:
        yield site


def rules(text: str) -> bytes:
    return reply(text.encode(), kind="text/plain")


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /a",
        "User-agent: timeline\nDisallow: /\n\nUser-agent: *\nAllow: /",
        "\ufeffUser-agent: *\nDisallow: /",
    ],
)
def test_what_a_host_asks_not_to_fetch_is_not_fetched(text: str) -> None:
    with ruled(rules(text)) as site:
        with pytest.raises(Refused, match=r"the robots\.txt of news\.example asks not to fetch this address"):
            Run(policy(site), here).fetch(address(site))
        assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        rules("User-agent: *\nDisallow: /b"),
        rules("User-agent: greedy\nDisallow: /"),
        rules(""),
        reply(b"<html>what is robots.txt?</html>"),
        reply(b"", "404 Not Found"),
        reply(b"", "403 Forbidden"),
        rules("User-agent: *\nCrawl-delay: \u00b2\nDisallow: //[\nDisallow: /b"),
    ],
    ids=["other path", "other visitor", "empty", "page", "none", "forbidden", "odd lines"],
)
def test_what_a_host_does_not_forbid_is_fetched(robots: bytes) -> None:
    with ruled(robots) as site:
        assert Run(policy(site), here).fetch(address(site)).status == 200


def test_odd_lines_of_a_robots_txt_leave_the_others_in_force() -> None:
    with (
        ruled(rules("User-agent: *\nCrawl-delay: \u00b2\nDisallow: /a")) as site,
        pytest.raises(Refused, match=r"robots\.txt"),
    ):
        Run(policy(site), here).fetch(address(site))


def test_robots_txt_is_asked_for_once_in_a_run() -> None:
    with ruled(rules("")) as site:
        run = Run(policy(site), here)
        run.fetch(address(site, "/a"))
        run.fetch(address(site, "/b"))
        assert site.paths == ["/robots.txt", "/a", "/b"]


def test_a_host_whose_robots_txt_fails_is_left_alone_and_not_asked_again() -> None:
    with ruled(reply(b"", "503 Busy")) as site:
        run = Run(policy(site), here)
        for path in ("/a", "/b"):
            with pytest.raises(Failed, match=r"news\.example answered 503"):
                run.fetch(address(site, path))
        assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("robots", "why"),
    [
        (moved("http://10.0.0.1/robots.txt"), "10.0.0.1"),
        (moved("file:///etc/passwd"), "does not begin with http"),
        (reply(b"#" * (manners.ROBOTS_MOST + 1)), "more than 512,000 bytes"),
    ],
)
def test_robots_txt_is_fetched_as_carefully_as_a_page(robots: bytes, why: str) -> None:
    def names(host: str, _port: int) -> list[str]:
        return ["127.0.0.1"] if host == "news.example" else [host]

    with ruled(robots) as site, pytest.raises(Refused, match=why):
        Run(policy(site), names).fetch(address(site))


def test_robots_txt_may_be_somewhere_else() -> None:
    answers = {"/robots.txt": moved("/r"), "/r": rules("User-agent: *\nDisallow: /a"), "/a": PAGE}
    with serving(answers) as site, pytest.raises(Refused, match=r"robots\.txt"):
        Run(policy(site), here).fetch(address(site))


def test_a_redirect_does_not_lead_around_robots_txt() -> None:
    answers = {"/robots.txt": rules("User-agent: *\nDisallow: /a"), "/b": moved("/a"), "/a": PAGE}
    with serving(answers) as site, pytest.raises(Refused, match=r"robots\.txt"):
        Run(policy(site), here).fetch(address(site, "/b"))


def test_a_host_is_asked_with_pauses_between_but_not_within_its_redirects(monkeypatch: pytest.MonkeyPatch) -> None:
    paused: list[float] = []
    monkeypatch.setattr(deadline, "sleep", paused.append)
    with serving({"/a": moved("/b"), "/b": PAGE}) as site:
        run = Run(replace(policy(site), delay=600), here)
        run.fetch(address(site))
        assert paused == []
        run.fetch(address(site))
    (pause,) = paused
    assert 0 < pause <= 600


def test_pauses_do_not_count_against_the_deadline() -> None:
    with serving({"/a": PAGE}) as site:
        run = Run(replace(policy(site), delay=1.6, total=1.5), here)
        run.fetch(address(site))
        assert run.fetch(address(site)).status == 200


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 1.0), ("User-agent: *\nCrawl-delay: 5", 5.0), ("User-agent: *\nCrawl-delay: 86400", 30.0)],
)
def test_a_host_may_ask_for_longer_pauses_within_reason(text: str, seconds: float) -> None:
    assert manners.pause(manners.robots(text.encode()), least=1.0, most=30.0) == seconds


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["User-agent", "Disallow", "Allow", "Crawl-delay", "Request-rate", "X"]),
            st.text(max_size=9),
        )
    ),
    st.sampled_from(["/", "/a", "//[", "/%5B?x=%"]),
)
def test_no_robots_txt_breaks_a_run(lines: list[tuple[str, str]], path: str) -> None:
    text = "\n".join(f"{name}: {value}" for name, value in lines)
    rules = manners.robots(text.encode(errors="replace"))
    assert rules.can_fetch("timeline", f"http://news.example{path}") in {True, False}
    assert 1 <= manners.pause(rules, least=1.0, most=30.0) <= 30


# Certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of its own for news.example, in one file."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("certificate")
    whole = folder / "site.pem"
    request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    made = [openssl, *request, *names, "-keyout", str(folder / "key"), "-out", str(folder / "cert")]
    subprocess.run(made, check=True, capture_output=True)
    whole.write_text((folder / "key").read_text() + (folder / "cert").read_text())
    return whole


@contextmanager
def secured(certificate: Path, named: list[str | None]) -> Iterator[Site]:
    def note(_line: ssl.SSLObject, name: str | None, _context: ssl.SSLContext) -> None:
        named.append(name)

    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    tls.sni_callback = note
    with serving({"/a": PAGE}, tls) as site:
        yield site


def test_a_certificate_is_checked_for_the_name_and_not_for_the_place(certificate: Path) -> None:
    named: list[str | None] = []
    trust = ssl.create_default_context(cafile=str(certificate))
    with secured(certificate, named) as site:
        run = Run(policy(site), here, trust)
        assert run.fetch(f"https://news.example:{site.port}/a").status == 200
        assert f"Host: news.example:{site.port}" in site.requests[-1]
        with pytest.raises(Failed, match=r"other\.example has a certificate that cannot be trusted"):
            run.fetch(f"https://other.example:{site.port}/a")
    assert set(named) == {"news.example", "other.example"}


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(certificate: Path) -> None:
    with secured(certificate, []) as site, pytest.raises(Failed, match=r"cannot be trusted: self.signed"):
        Run(policy(site), here).fetch(f"https://news.example:{site.port}/a")


def test_what_does_not_speak_tls_is_a_failure() -> None:
    with serving({}, greeting=b"220 mail.example ready\r\n") as site, pytest.raises(Failed, match="does not speak TLS"):
        Run(policy(site), here).fetch(f"https://news.example:{site.port}/a")


def test_who_keeps_silent_when_tls_is_spoken_does_not_take_long() -> None:
    with serving({}) as site:
        run = Run(replace(policy(site), connect=0.3), here)
        with pytest.raises(Failed, match="did not answer in time"):
            run.fetch(f"https://news.example:{site.port}/a")
