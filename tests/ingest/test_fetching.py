"""Fetching: what an address gives, and what a host says instead."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.ingest.site import HERE, Names, address, fetch, fetched, moved, policy, reply, serving
from timeline.errors import Invalid
from timeline.ingest.fetching.policy import Failed, Fetched, Policy, Refused, Validators
from timeline.ingest.fetching.runs import Run

PAGE = b"<p>The mill closed.</p>"


def test_a_page_comes_with_its_address_its_body_and_the_headers_that_matter() -> None:
    page = reply(PAGE, kind="text/HTML; charset=ISO-8859-1", ETag='"7"', Last_Modified="Tue, 05 Nov 2024 14:05:00 GMT")
    with serving({"/mill?id=7": page}) as site:
        found = fetch(site, "/mill?id=7#end")
        assert found == Fetched(
            url=address(site, "/mill?id=7"),
            status=200,
            media_type="text/html",
            charset="iso-8859-1",
            etag='"7"',
            last_modified="Tue, 05 Nov 2024 14:05:00 GMT",
            body=PAGE,
        )
        assert found.validators == Validators(found.url, '"7"', "Tue, 05 Nov 2024 14:05:00 GMT")


def test_a_request_says_who_asks_and_for_which_host() -> None:
    with serving({"/": reply(PAGE)}) as site:
        Run(replace(policy(site), contact="https://desk.example/bot"), Names(HERE)).fetch(address(site))
        lines = site.requests[0].splitlines()
    assert lines[0] == "GET / HTTP/1.1"
    assert f"Host: news.example:{site.port}" in lines
    assert "User-Agent: timeline (+https://desk.example/bot)" in lines


def test_a_contact_cannot_smuggle_headers() -> None:
    with pytest.raises(Invalid, match="contact"):
        Policy(contact="me\r\nCookie: a=b")


def test_signs_beyond_ascii_are_escaped_in_requests() -> None:
    with serving({"/caf%C3%A9": reply(PAGE)}) as site:
        assert fetch(site, "/café").body == PAGE


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/javascript", "text/css"])
def test_what_holds_no_articles_is_refused(kind: str) -> None:
    with pytest.raises(Refused, match=f"'{kind}', a kind that holds no articles"):
        fetched(reply(PAGE, kind=kind))


def test_a_page_that_does_not_say_what_it_is_is_taken() -> None:
    assert fetched(reply(PAGE, kind="")).body == PAGE


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetched(reply(PAGE)).body == PAGE


# Redirects


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_followed_and_the_last_address_is_kept(status: str) -> None:
    with serving({"/old": moved("new?id=1", status), "/new?id=1": reply(PAGE)}) as site:
        found = fetch(site, "/old")
        assert (found.url, found.body) == (address(site, "/new?id=1"), PAGE)


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("http://10.0.0.1/", "10.0.0.1 is not a public address"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not a public address"),
        ("//[fd00::1]/", "fd00::1 is not a public address"),
        ("file:///etc/passwd", "does not begin with http"),
        ("http://me@news.example/", "must not carry a name or password"),
        ("http://news.example:6379/", "port 6379"),
        ("http://[/", "which is not an address"),
        ("", "redirects without saying where to"),
    ],
)
def test_a_redirect_leads_only_where_an_address_may(to: str, why: str) -> None:
    def names(host: str, _port: int) -> Sequence[str]:
        return HERE if host == "news.example" else [host]

    with serving({"/": moved(to)}) as site:
        with pytest.raises(Refused, match=why):
            Run(policy(site), names).fetch(address(site))
        assert site.paths == ["/"]


def test_redirects_end_after_five() -> None:
    with serving({"/": moved("/")}) as site:
        with pytest.raises(Refused, match="redirects more than 5 times"):
            fetch(site)
        assert len(site.paths) == 6


def test_a_redirect_may_be_written_in_raw_utf_8_and_with_blanks() -> None:
    to = "HTTP/1.1 302 Found\r\nLocation: /café au lait\r\nContent-Length: 0\r\n\r\n".encode()
    with serving({"/": to, "/caf%C3%A9%20au%20lait": reply(PAGE)}) as site:
        assert fetch(site).body == PAGE


# What has not changed, and what is not there


def test_what_has_not_changed_is_said_so_in_one_question() -> None:
    with serving({"/": reply(status="304 Not Modified", ETag='"8"')}) as site:
        known = Validators(address(site), '"7"', "Tue, 05 Nov 2024 14:05:00 GMT")
        found = fetch(site, known=known)
        assert found.not_modified
        assert found.validators == replace(known, etag='"8"')
        assert 'If-None-Match: "7"' in site.requests[0]
        assert "If-Modified-Since: Tue, 05 Nov 2024 14:05:00 GMT" in site.requests[0]


def test_what_is_known_of_one_address_is_not_asked_of_another() -> None:
    with serving({"/": reply(PAGE), "/unasked": reply(status="304 Not Modified")}) as site:
        assert fetch(site, known=Validators(address(site, "/other"), '"7"')).body == PAGE
        assert "If-None-Match" not in site.requests[0]
        with pytest.raises(Refused, match="304"):
            fetch(site, "/unasked")


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "403 Forbidden", "401 Unauthorized", "451 Legal"])
def test_what_is_not_there_is_refused_for_good(status: str) -> None:
    with pytest.raises(Refused, match=f"news.example answered {status[:3]}"):
        fetched(reply(PAGE, status))


@pytest.mark.parametrize("status", ["500 Oops", "502 Bad", "503 Busy", "429 Too Many", "408 Slow", "599 Odd"])
def test_what_is_not_there_now_is_a_failure(status: str) -> None:
    with pytest.raises(Failed, match=f"news.example answered {status[:3]}") as failed:
        fetched(reply(PAGE, status))
    assert failed.value.retry_after is None


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 05 Nov 2024 14:07:00 GMT", 120.0),
        ("Tue, 05 Nov 2024 13:00:00 GMT", 0.0),
        ("99999999999", 86_400.0),
        ("soon", None),
        ("-5", None),
        ("²", None),
    ],
)
def test_a_host_that_asks_for_time_says_how_much(asked: str, seconds: float | None) -> None:
    now = "Tue, 05 Nov 2024 14:05:00 GMT"
    with pytest.raises(Failed) as failed:
        fetched(reply(PAGE, "429 Too Many", Retry_After=asked, Date=now))
    assert failed.value.retry_after == seconds


def test_a_host_that_asks_for_time_is_left_alone_by_the_run() -> None:
    with serving({"/": reply(PAGE, "429 Too Many", Retry_After="120"), "/next": reply(PAGE)}) as site:
        run = Run(policy(site), Names(HERE))
        for path in ("/", "/next"):
            with pytest.raises(Failed) as failed:
                run.fetch(address(site, path))
            assert failed.value.retry_after == pytest.approx(120, abs=5)
        assert site.paths == ["/"]
