"""Following addresses: a page, a feed with links, an index of sitemaps, and what cannot be had."""

import gzip
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests import made_files
from tests.builders import NOW
from tests.ingest.site import HERE, Answer, Names, Site, address, moved, policy, reply, serving
from timeline.core import edtf
from timeline.ingest import files, followed
from timeline.ingest.fetching.runs import Run
from timeline.ingest.followed import Reach
from timeline.ingest.forms import Form
from timeline.ingest.item import NO_TEXT, Item, Options

PAGE = reply(made_files.page())
FAILING = reply(b"", "500 Oops")


def run(site: Site, names: Names | None = None, *, robots: bool = False) -> Run:
    return Run(replace(policy(site), robots=robots), names or Names(HERE))


def entry(site: Site, path: str, more: str = "") -> str:
    """The XML of a feed's entry that has only an address."""
    return f"<title>{path}</title><link>{address(site, path)}</link>{more}"


def xml(content: bytes) -> bytes:
    return reply(content, kind="application/xml")


def feed(site: Site, *entries: str) -> None:
    site.answers["/feed"] = xml(made_files.rss(*entries))


def sitemap(site: Site, *paths: str) -> bytes:
    return xml(made_files.sitemap(*(f"<loc>{address(site, path)}</loc>" for path in paths)))


def index(site: Site, *paths: str) -> bytes:
    inner = "".join(f"<sitemap><loc>{address(site, path)}</loc></sitemap>" for path in paths)
    return xml(f"<sitemapindex>{inner}</sitemapindex>".encode())


def found(site: Site, path: str = "/feed", reach: Reach | None = None, options: Options | None = None) -> list[Item]:
    return list(followed.items(address(site, path), run(site), options or Options(), reach or Reach()))


def dates(item: Item) -> list[tuple[str, str]]:
    """(rule, EDTF) of the candidates of a page, the best first."""
    assert item.dates
    return [(one.derivation[0].rule, edtf.write(one.interval)) for one in item.dates("UTC", NOW)]


# Addresses


def test_a_page_is_read_with_its_address_and_the_date_that_the_server_sent() -> None:
    with serving({"/mill": reply(made_files.page(), Date="Wed, 06 Nov 2024 10:00:00 GMT")}) as site:
        (page,) = found(site, "/mill")
        assert (page.where, page.problem) == (address(site, "/mill"), "")
        assert (page.fields["title"], page.fields["url"]) == ("Mill closes", address(site, "/mill"))
        assert [rule for rule, _ in dates(page)] == ["http_header"]


def test_a_file_is_recognised_by_its_content_and_the_form_can_be_said() -> None:
    lines = made_files.ndjson({"id": "a", "text": "It rained."}, {"id": "b", "text": "It snowed."})
    with serving({"/dump": reply(lines, kind="application/octet-stream")}) as site:
        assert [item.fields["id"] for item in found(site, "/dump")] == ["a", "b"]
        (whole,) = found(site, "/dump", options=Options(Form.TEXT))
        assert whole.fields["text"] == lines.decode()


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("Das Café schloß.".encode("latin-1"), "iso-8859-1", "Das Café schloß."),
        ("Das Café schloß.".encode(), "iso-8859-1", "Das Café schloß."),
        ("Кафе.".encode("koi8-r"), "koi8-r", "Кафе."),
        (b"It rained.", "no-such-charset", "It rained."),
    ],
)
def test_a_plain_text_is_in_the_encoding_that_the_server_says_unless_it_is_utf_8(
    content: bytes, charset: str, text: str
) -> None:
    with serving({"/a": reply(content, kind=f"text/plain; charset={charset}")}) as site:
        (item,) = found(site, "/a")
        assert item.fields["text"] == text


@pytest.mark.parametrize("charset", ["undefined", "hex", "idna", "punycode", "no-such-charset"])
@pytest.mark.parametrize("kind", ["text/html", "text/plain", "text/csv"])
def test_an_encoding_that_is_none_of_texts_does_no_harm(kind: str, charset: str) -> None:
    content = f'text\n<meta charset="{charset}">xn--a\x81\n'.encode("latin-1")
    with serving({"/a": reply(content, kind=f"{kind}; charset={charset}")}) as site:
        assert [item.problem[:12] for item in found(site, "/a")] == ["is not UTF-8"]


def test_members_of_an_archive_do_not_take_its_address_for_their_own() -> None:
    zipped = made_files.zipped({"a.txt": b"It rained.", "b.txt": b"It snowed."})
    with serving({"/all.zip": reply(zipped, kind="application/zip")}) as site:
        assert [dict(item.fields) for item in found(site, "/all.zip")] == [
            {"id": "a", "text": "It rained."},
            {"id": "b", "text": "It snowed."},
        ]


@pytest.mark.parametrize(
    ("answer", "why", "again"),
    [
        (reply(b"", "404 Not Found"), "answered 404", None),
        (reply(b"", "500 Oops"), "answered 500", 0.0),
        (reply(b"", "429 Wait", Retry_After="90"), "answered 429", 90.0),
        (reply(b"GIF8", kind="image/gif"), "holds no articles", None),
        (moved("http://10.0.0.7/"), "10.0.0.7 is not a public address", None),
        (moved("ftp://news.example/"), "does not begin with http", None),
    ],
)
def test_what_cannot_be_had_says_why_and_whether_trying_again_may_help(
    answer: Answer, why: str, again: float | None
) -> None:
    def names(host: str, _port: int) -> list[str]:
        return ["127.0.0.1"] if host == "news.example" else [host]

    with serving({"/feed": answer}) as site:
        (item,) = followed.items(address(site, "/feed"), Run(policy(site), names))
        assert why in item.problem
        assert (item.again, item.follow is not None) == (again, again is not None)


def test_what_robots_txt_forbids_is_not_fetched() -> None:
    with serving({"/robots.txt": reply(b"User-agent: *\nDisallow: /feed"), "/feed": PAGE}) as site:
        (item,) = followed.items(address(site, "/feed"), run(site, robots=True))
        assert "robots.txt" in item.problem
        assert (item.again, site.paths) == (None, ["/robots.txt"])


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://news.example/a", "javascript:alert(1)", "/mill", ""])
def test_only_web_addresses_are_followed(url: str) -> None:
    with serving({}) as site:
        (item,) = followed.items(url, run(site))
        assert "does not begin with http" in item.problem
        assert item.again is None


# Feeds


def test_the_links_of_a_feed_are_fetched_and_its_dates_are_candidates_of_the_pages() -> None:
    with serving({"/mill": PAGE}) as site:
        feed(
            site,
            entry(site, "/mill", "<pubDate>Tue, 05 Nov 2024 14:05:00 +0100</pubDate>"),
            "<title>Rain</title><description>It rained.</description>",
        )
        page, rain = found(site)
        assert (page.where, page.fields["title"]) == (address(site, "/mill"), "Mill closes")
        assert "published" not in page.fields
        assert dates(page) == [("feed", "2024-11-05T13:05:00")]
        assert rain.fields["text"] == "It rained."


@pytest.mark.parametrize(("name", "source"), [("Ekeby Times", "Ekeby Times"), ("", "Arnby Post")])
def test_a_page_that_does_not_name_its_site_has_the_name_of_the_feed(name: str, source: str) -> None:
    page = made_files.page().replace(b'content="Arnby Post"', f'content="{name}"'.encode())
    with serving({"/mill": reply(page)}) as site:
        feed(site, entry(site, "/mill"))
        (item,) = found(site)
        assert item.fields["source"] == source


def test_what_is_linked_and_has_no_title_or_dates_takes_those_of_its_entry() -> None:
    with serving({"/mill.txt": reply(b"The mill closed.", kind="text/plain")}) as site:
        feed(site, entry(site, "/mill.txt", "<pubDate>Tue, 05 Nov 2024 14:05:00 +0100</pubDate>"))
        (item,) = found(site)
        assert item.fields == {
            "title": "/mill.txt",
            "text": "The mill closed.",
            "source": "Arnby Post",
            "url": address(site, "/mill.txt"),
            "published": "Tue, 05 Nov 2024 14:05:00 +0100",
        }


def test_an_entry_that_cannot_be_had_keeps_no_other_from_being_read_and_can_be_tried_again() -> None:
    with serving({"/a": FAILING, "/b": PAGE}) as site:
        feed(site, entry(site, "/a"), entry(site, "/b"))
        bad, good = found(site)
        assert (bad.where, bad.again, good.problem) == (address(site, "/a"), 0.0, "")
        site.answers["/a"] = PAGE
        (now,) = followed.each([bad], run(site))
        assert (now.problem, now.fields["title"]) == ("", "Mill closes")


def test_an_address_that_a_feed_names_twice_is_fetched_once() -> None:
    with serving({"/a": PAGE}) as site:
        feed(site, entry(site, "/a"), entry(site, "/a"))
        assert len(found(site)) == 1
        assert site.paths == ["/feed", "/a"]


def test_a_feed_that_names_too_many_addresses_says_so_once() -> None:
    with serving({"/a": PAGE, "/b": PAGE}) as site:
        feed(site, *(entry(site, f"/{name}") for name in "abcd"))
        *pages, more = found(site, reach=Reach(links=2))
        assert [item.problem for item in pages] == ["", ""]
        assert (more.where, more.again) == (address(site, "/feed"), None)
        assert more.problem.startswith("names more than 2 addresses")
        assert site.paths == ["/feed", "/a", "/b"]


def test_a_table_that_is_fetched_may_name_as_few_addresses_as_a_feed() -> None:
    with serving({"/a": PAGE, "/b": PAGE}) as site:
        rows = f"url,title\n{address(site, '/a')},Rain\n{address(site, '/b')},Snow\n".encode()
        site.answers["/feed"] = reply(rows, kind="text/csv")
        page, more = found(site, reach=Reach(links=1))
        assert (page.fields["title"], site.paths) == ("Mill closes", ["/feed", "/a"])
        assert more.problem.startswith("names more than 1 addresses")


def test_all_lists_together_end_somewhere() -> None:
    with serving({"/a": PAGE, "/b": PAGE, "/c": PAGE}) as site:
        site.answers |= {"/i": index(site, "/1", "/2"), "/1": sitemap(site, "/a", "/b"), "/2": sitemap(site, "/c")}
        *pages, more = found(site, "/i", reach=Reach(all=2))
        assert [item.where for item in pages] == [address(site, "/a")]
        assert more.problem.startswith("is the list with address 3; this and all later ones")
        assert site.paths == ["/i", "/1", "/a"]


def test_what_is_left_when_it_is_enough_can_be_followed_later() -> None:
    with serving({"/a": PAGE, "/b": PAGE}) as site:
        feed(site, entry(site, "/a"), entry(site, "/b"))
        enough = Reach(enough=lambda: len(site.paths) == 2)
        assert [(item.problem == "", item.again) for item in found(site, reach=enough)] == [(True, None), (False, 0.0)]


def test_what_was_had_is_not_fetched_again() -> None:
    with serving({"/a": PAGE, "/b": PAGE}) as site:
        feed(site, entry(site, "/a"), entry(site, "/b"))
        had = Reach(had=lambda item: item.fields.get("title") == "/a")
        assert [item.where for item in found(site, reach=had)] == [address(site, "/b")]
        assert site.paths == ["/feed", "/b"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda site: xml(made_files.rss(entry(site, "/b"))), "leads to another list"),
        (lambda _: xml(made_files.rss()), "leads to no article"),
        (lambda _: reply(made_files.zipped({"a.txt": b"A.", "b.txt": b"B."})), "or to several"),
        (lambda _: moved("/"), "leads to the front page"),
        (lambda _: reply(b"<html><body></body></html>"), "has no text"),
    ],
)
def test_a_link_leads_to_one_article_or_says_why_not(answer: Callable[[Site], bytes], why: str) -> None:
    with serving({"/": PAGE}) as site:
        site.answers["/a"] = answer(site)
        feed(site, entry(site, "/a"))
        (item,) = found(site)
        assert why in item.problem
        assert (item.where, item.again) == (address(site, "/a"), None)
        assert "/b" not in site.paths


# Sitemaps


def test_an_index_leads_to_its_sitemaps_and_these_to_their_pages() -> None:
    with serving({"/a": PAGE, "/b": PAGE}) as site:
        packed = gzip.compress(made_files.sitemap(f"<loc>{address(site, '/b')}</loc>"))
        site.answers |= {
            "/index.xml": index(site, "/one.xml", "/two.xml.gz"),
            "/one.xml": sitemap(site, "/a"),
            "/two.xml.gz": reply(packed, kind="application/gzip"),
        }
        assert [item.where for item in found(site, "/index.xml")] == [address(site, "/a"), address(site, "/b")]


def test_indexes_of_indexes_end_after_two() -> None:
    with serving({}) as site:
        for number in range(5):
            site.answers[f"/{number}"] = index(site, f"/{number + 1}")
        (item,) = found(site, "/0")
        assert item.problem.startswith("is a list in more than 2 others")
        assert site.paths == ["/0", "/1", "/2"]


def test_an_index_that_names_itself_ends() -> None:
    with serving({}) as site:
        site.answers["/i"] = index(site, "/i")
        assert found(site, "/i") == []
        assert site.paths == ["/i"]


# Files


def test_a_feed_from_a_file_is_followed_too_and_other_items_stay_as_they_are() -> None:
    with serving({"/mill": PAGE}) as site:
        content = made_files.rss(entry(site, "/mill"), "<title>B</title>")
        read = list(files.items("feed.xml", [content]))
        assert [item.problem for item in read] == [NO_TEXT, "has neither a text nor a link"]
        page, other = followed.each(read, run(site))
        assert (page.fields["title"], other) == ("Mill closes", read[1])


def test_what_a_person_says_of_an_address_in_a_table_counts_more_than_the_page() -> None:
    with serving({"/mill": PAGE}) as site:
        table = f"id,url,title,published\n7,{address(site, '/mill')},The mill,2024-11-05\n".encode()
        (item,) = followed.each(files.items("links.csv", [table]), run(site), reach=Reach(links=0))
        assert item.fields["text"] == made_files.TEXT
        assert [item.fields[name] for name in ("id", "title", "published")] == ["7", "The mill", "2024-11-05"]


def test_an_object_with_only_an_address_is_followed_too() -> None:
    with serving({"/mill": PAGE}) as site:
        lines = made_files.ndjson({"url": address(site, "/mill")}, {"url": 7}, {"url": "mill", "text": "It rained."})
        first, *others = followed.each(files.items("-", [lines]), run(site))
        assert first.fields["title"] == "Mill closes"
        assert [item.fields["url"] for item in others] == [7, "mill"]


def test_without_fetching_the_problem_says_how_to_turn_it_on() -> None:
    content = made_files.rss("<title>A</title><link>https://p.example/a</link>")
    (item,) = files.items("feed.xml", [content])
    assert "TIMELINE_FETCH=on" in item.problem
    assert item.again is None
