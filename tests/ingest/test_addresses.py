"""Which addresses are one article's, and which must not become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ingest.addresses import canonical

MILL = "https://example.org/2024/mill-closes"
PARTS = st.sampled_from(
    [
        "amp",
        "m",
        "www",
        "mobile",
        "/",
        ".",
        "a-1",
        "?",
        "&",
        "=",
        "1",
        "#",
        "!",
        "x",
        ".html",
        ".amp",
        "%7e",
        "é",
        "utm_a",
        "en",
    ]
)


@pytest.mark.parametrize(
    "url",
    [
        MILL,
        "http://example.org/2024/mill-closes",
        "HTTPS://Example.ORG/2024/mill-closes",
        "https://example.org:443/2024/mill-closes",
        "http://example.org:80/2024/mill-closes",
        "https://example.org./2024/mill-closes",
        "https://www.example.org/2024/mill-closes",
        "https://example.org/2024/mill-closes/",
        "https://example.org//2024/mill%2Dcloses",
        "  https://example.org/2024/mill-closes\n",
        "https://example.org/2024/mill-closes#comments",
        "https://example.org/2024/mill-closes?utm_source=letter&utm_medium=mail",
        "https://example.org/2024/mill-closes?fbclid=IwAR0abc&UTM_Campaign=x&_ga=2.1",
        "https://example.org/2024/mill-closes?gclid=1&amp;mc_cid=7",
        "https://example.org/2024/mill-closes?ref=rss&source=letter&via=friend",
        "https://example.org/2024/mill-closes?",
        "https://example.org/2024/mill-closes?amp",
        "https://example.org/2024/mill-closes?amp=1",
        "https://example.org/2024/mill-closes?outputType=amp",
        "https://example.org/2024/mill-closes?mobile=1",
        "https://example.org/2024/mill-closes/amp",
        "https://example.org/2024/mill-closes/amp/?amp_js_v=0.1",
        "https://example.org/2024/mill-closes.amp",
        "https://example.org/amp/2024/mill-closes",
        "https://amp.example.org/2024/mill-closes",
        "https://m.example.org/2024/mill-closes",
        "http://mobile.example.org/2024/mill-closes/",
        "https://www.m.example.org/2024/mill-closes",
        "https://example-org.cdn.ampproject.org/c/s/example.org/2024/mill-closes/amp/",
        "https://example-org.cdn.ampproject.org/v/s/m.example.org/2024/mill-closes?usqp=mq331AQ",
        "https://example-org.cdn.ampproject.org/c/www.example.org/2024/mill-closes",
        "https://www.google.com/amp/s/www.example.org/2024/mill-closes.amp",
        "https://www.google.co.uk/amp/s/amp.example.org/2024/mill-closes",
    ],
)
def test_twins_of_an_article_are_one(url: str) -> None:
    assert canonical(url) == MILL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a.amp.html", "https://example.org/a.html"),
        ("https://example.org/news/amp/mill-1", "https://example.org/news/mill-1"),
        ("https://en.m.example.org/wiki/Mill", "https://en.example.org/wiki/Mill"),
        ("https://m.example.co.uk/a", "https://www.example.co.uk/a"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?id=7&utm_source=x", "https://example.org/a?id=7"),
        ("https://example.org/caf%c3%a9", "https://example.org/café"),
        ("https://xn--mhle-0ra.example.org/a", "https://mühle.example.org/a"),
        ("https://harbour.blogspot.com/2024/11/mill.html?m=1", "https://harbour.blogspot.com/2024/11/mill.html"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/../a", "https://example.org/a"),
    ],
)
def test_what_is_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Parameters that choose the article, whatever they are called.
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/read?id=1", "https://example.org/read?id=2"),
        ("https://example.org/read?story=mill", "https://example.org/read?story=port"),
        ("https://example.org/read?12345", "https://example.org/read?12346"),
        ("https://example.org/read?id=", "https://example.org/read"),
        ("https://example.org/read.php?cid=12", "https://example.org/read.php?cid=13"),
        ("https://example.org/read-2.php?uid=12", "https://example.org/read-2.php?uid=13"),
        ("https://example.org/read.php?ref=mill", "https://example.org/read.php?ref=port"),
        ("https://example.org/g?gallery=1", "https://example.org/g?gallery=2"),
        ("https://example.org/g?sourceid=1", "https://example.org/g?sourceid=2"),
        ("https://example.org/g?reference=1", "https://example.org/g?reference=2"),
        ("https://example.org/live-1?page=1", "https://example.org/live-1?page=2"),
        ("https://example.org/a?lang=en", "https://example.org/a?lang=uk"),
        ("https://example.org/a?x=1&x=2", "https://example.org/a?x=2&x=1"),
        ("https://example.org/?m=1", "https://example.org/"),
        ("https://example.org/#!/story/1", "https://example.org/#!/story/2"),
        ("https://example.org/#/story/1", "https://example.org/#/story/2"),
        # Paths.
        ("https://example.org/Mill", "https://example.org/mill"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/guitars/amp", "https://example.org/guitars"),
        ("https://example.org/amp/guitars", "https://example.org/guitars"),
        ("https://example.org/amp", "https://example.org/"),
        ("https://example.org/mill-1/amplified", "https://example.org/mill-1"),
        ("https://example.org/a.html", "https://example.org/a"),
        # Hosts.
        ("https://edition.example.org/a", "https://example.org/a"),
        ("https://uk.example.org/a", "https://example.org/a"),
        ("https://mobilenews.example.org/a", "https://news.example.org/a"),
        ("https://m.wordpress.com/a", "https://wordpress.com/a"),
        ("https://mobile.substack.com/p/a", "https://substack.com/p/a"),
        ("https://m.co.uk/a", "https://co.uk/a"),
        ("https://news.m.example.org/a", "https://news.example.org/a"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/a", "https://example.com/a"),
        ("https://google.com/amp/s/example.org/a", "https://google.com/amp/s/example.org/b"),
        ("https://example.org/c/s/example.com/a", "https://example.com/a"),
    ],
)
def test_what_may_be_two_articles_stays_two(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    "url",
    ["", "mailto:desk@example.org", "mill", "http://", "http://[", "https://example.org:x/", "ftp://example.org/a"],
)
def test_what_is_no_address_of_an_article_comes_back_as_it_is(url: str) -> None:
    assert canonical(url) == url


def test_an_address_with_a_name_in_it_is_left_alone() -> None:
    assert canonical("https://me@example.org/a/") == "https://me@example.org/a/"


def test_a_name_longer_than_names_can_be_is_left_alone() -> None:
    url = f"https://{'m.' * 5000}example.org/a/"
    assert canonical(url) == url


def test_an_ip_address_keeps_its_brackets() -> None:
    assert canonical("http://[2001:DB8::1]:8080/a") == "https://[2001:db8::1]:8080/a"


@given(st.lists(PARTS, max_size=14))
def test_the_one_address_stands_for_itself(pieces: list[str]) -> None:
    once = canonical("https://m.example.org/" + "".join(pieces))
    assert canonical(once) == once


@given(st.lists(PARTS, min_size=1, max_size=5), st.lists(PARTS, max_size=8))
def test_so_it_does_for_strange_hosts(host: list[str], rest: list[str]) -> None:
    once = canonical(f"https://{''.join(host)}.example.org/{''.join(rest)}")
    assert canonical(once) == once
