"""Fetching: which addresses are asked at all, and where their names may lead."""

import ssl
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.site import HERE, Names, fetch, moved, reply, serving
from timeline.ingest.fetching.places import is_public
from timeline.ingest.fetching.policy import Failed, Policy, Refused
from timeline.ingest.fetching.runs import Run

PAGE = b"<p>The mill closed.</p>"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "does not begin with http"),
        ("ftp://news.example/a", "does not begin with http"),
        ("gopher://news.example/a", "does not begin with http"),
        ("//news.example/a", "does not begin with http"),
        ("news.example/a", "does not begin with http"),
        ("http:///a", "does not begin with http"),
        ("http://.news.example/", "does not begin with http"),
        ("http://news..example/", "does not begin with http"),
        ("http://news%5B.example/", "does not begin with http"),
        ("http://[fe80::1%25eth0]/", "does not begin with http"),
        ("", "does not begin with http"),
        ("http://me:word@news.example/", "must not carry a name or password"),
        ("http://news.example@10.0.0.1/", "must not carry a name or password"),
        ("http://news.example:22/", "port 22 of news.example is not one"),
        ("http://news.example:0/", "port 0"),
        ("http://news.example:99999/", "is not an address"),
        ("http://[::1/", "is not an address"),
        ("http://10.0.0.1\\@news.example/", "without blanks and backslashes"),
        ("http://news.example/a b", "without blanks and backslashes"),
        ("http://news.example/\r\nHost: a", "without blanks and backslashes"),
        ("ht\ttp://news.example/", "without blanks and backslashes"),
        ("http://news.example/" + "a" * 2000, "at most 2,000 characters"),
    ],
)
def test_an_address_that_is_not_plainly_of_the_web_is_refused_unasked(url: str, why: str) -> None:
    names = Names(HERE)
    with pytest.raises(Refused, match=why) as refused:
        Run(Policy(), names).fetch(url)
    assert names.asked == []
    assert refused.value.field == "url"


@pytest.mark.parametrize(
    "place",
    [
        *(
            "127.0.0.1",
            "127.8.8.8",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
        ),
        *("100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%2", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1"),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::10.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::808:808",
        ),
        *("2002:0a00:0001::1", "2001:0:4136:e378::1", "2001:db8::1", "3fff::1", "100::1", "4000::1"),
    ],
)
def test_a_name_that_leads_to_a_place_that_is_not_public_is_refused(place: str) -> None:
    with pytest.raises(Refused, match=f"the address of news.example leads to {place}, which is not public"):
        Run(Policy(), Names([place])).fetch("http://news.example/")


@pytest.mark.parametrize("place", ["10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fd00::1"])
def test_a_policy_for_tests_opens_loopback_alone(place: str) -> None:
    with pytest.raises(Refused, match="not public"):
        Run(Policy(loopback=True), Names([place])).fetch("http://news.example/")


@pytest.mark.parametrize(
    "place", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_a_place_of_the_open_internet_is_public(place: str) -> None:
    assert is_public(place)


def test_one_place_that_is_not_public_spoils_the_others() -> None:
    with pytest.raises(Refused, match=r"leads to 10\.0\.0\.1"):
        Run(Policy(), Names(["93.184.215.14", "10.0.0.1"])).fetch("http://news.example/")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_a_number_is_a_place_in_each_of_its_spellings(host: str) -> None:
    with pytest.raises(Refused, match=r"not.* public"):
        Run(Policy()).fetch(f"http://{host}/")


@pytest.mark.parametrize("error", [OSError("no such name"), UnicodeError("label too long")])
def test_a_name_that_leads_nowhere_is_a_failure(error: Exception) -> None:
    def nowhere(_host: str, _port: int) -> Sequence[str]:
        raise error

    with pytest.raises(Failed, match=r"the name news\.example leads nowhere"):
        Run(Policy(), nowhere).fetch("http://news.example/")


def test_a_name_is_looked_up_once_and_what_was_checked_is_what_is_asked() -> None:
    names = Names(HERE, ["10.0.0.1"])
    with serving({"/": reply(PAGE)}) as site:
        assert fetch(site, names=names).body == PAGE
    assert names.asked == ["news.example"]


def test_a_name_that_leads_elsewhere_after_a_redirect_is_checked_again() -> None:
    names = Names(HERE, ["10.0.0.1"])
    with serving({"/": moved("/next"), "/next": reply(PAGE)}) as site:
        with pytest.raises(Refused, match=r"leads to 10\.0\.0\.1"):
            fetch(site, names=names)
        assert site.paths == ["/"]


def test_the_second_place_of_a_name_is_tried_where_the_first_is_dead() -> None:
    with serving({"/": reply(PAGE)}) as site:
        assert fetch(site, names=Names(["127.0.0.3", "127.0.0.1"])).body == PAGE


TRUST = ssl.create_default_context()
URLS = st.sampled_from(
    ["http://", "https://", "//", "/", "@", ":", "[", "]", "%5B", "%", "?", "#", "a", "1", ".", "é", "℀", "\ud800"]
)


@given(st.one_of(st.text(max_size=40), st.lists(URLS, max_size=12).map("".join)))
def test_whatever_is_asked_for_is_refused_with_a_sentence_where_nothing_is_public(url: str) -> None:
    with pytest.raises(Refused):
        Run(Policy(), Names(["10.0.0.1"]), TRUST).fetch(url)
