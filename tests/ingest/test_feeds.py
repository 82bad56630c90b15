"""Feeds and sitemaps: RSS, Atom, RSS 1.0 and JSON Feed, entries with content or only links."""

import json

import pytest

from tests import made_files
from tests.ingest.reading import problems, read
from timeline.ingest.files import NO_TEXT, Item

ATOM = """<?xml version="1.0" encoding="{encoding}"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Arnby Post</title>
<entry><id>tag:post.example,2024:1</id><title>Café &amp; mill</title><link href="https://post.example/mill"/>
<published>2024-11-05T14:05:00+01:00</published><updated>2024-11-07T09:00:00Z</updated>
<summary>Short.</summary>
<content type="html">&lt;p&gt;The café closed.&lt;/p&gt;&lt;p&gt;The mill did, too.&lt;/p&gt;</content></entry>
<entry><id>tag:post.example,2024:2</id><title>Rain</title><updated>2024-11-06T09:00:00Z</updated>
<summary>It rained.</summary></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_an_atom_feed_gives_content_before_summary_and_publication_before_update(encoding: str) -> None:
    assert read("feed.xml", ATOM.format(encoding=encoding).encode(encoding)) == [
        Item(
            "feed.xml:1",
            {
                "title": "Café & mill",
                "text": "The café closed.\nThe mill did, too.",
                "source": "Arnby Post",
                "url": "https://post.example/mill",
                "published": "2024-11-05T14:05:00+01:00",
            },
        ),
        Item(
            "feed.xml:2",
            {
                "id": "tag:post.example,2024:2",
                "title": "Rain",
                "text": "It rained.",
                "source": "Arnby Post",
                "published": "2024-11-06T09:00:00Z",
            },
        ),
    ]


def test_an_rss_feed_gives_full_content_before_the_description() -> None:
    entry = (
        "<title>Rain</title><link>https://p.example/a</link><pubDate>Tue, 05 Nov 2024 14:05:00 +0100</pubDate>"
        "<description>Short.</description>"
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>It rained'
        "&nbsp;hard.</p><script>alert(1)</script><ul><li>In Arnby</li><li>In Ekeby</li></ul>]]></content:encoded>"
    )
    (found,) = read("feed.rss", made_files.rss(entry))
    assert found.fields["text"] == "It rained hard.\nIn Arnby\nIn Ekeby"
    assert found.fields["published"] == "Tue, 05 Nov 2024 14:05:00 +0100"


def test_an_rss_1_feed_is_read() -> None:
    feed = (
        b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        b' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<channel><title>Post</title></channel>"
        b"<item><title>Rain</title><link>https://p.example/a</link>"
        b"<description>It rained.</description><dc:date>2024-11-05</dc:date></item></rdf:RDF>"
    )
    (found,) = read("-", feed)
    assert (found.fields["text"], found.fields["published"]) == ("It rained.", "2024-11-05")


def test_an_entry_with_only_a_link_is_to_be_fetched_and_one_with_neither_says_so() -> None:
    found = read("f", made_files.rss("<title>A</title><link>https://p.example/a</link>", "<title>B</title>"))
    assert [item.fields.get("url") for item in found] == ["https://p.example/a", None]
    assert problems(found) == {"f:1": NO_TEXT, "f:2": "has neither a text nor a link"}


def test_an_aggregators_entry_has_its_own_source() -> None:
    entry = (
        '<title>Rain</title><description>It rained.</description><source url="https://e.example">Ekeby Times</source>'
    )
    (found,) = read("f", made_files.rss(entry, title="All news"))
    assert found.fields["source"] == "Ekeby Times"


def test_a_feed_with_an_unknown_entity_is_read_all_the_same() -> None:
    feed = made_files.rss("<title>A&nbsp;B</title><description>It rained.</description>")
    assert [item.fields["text"] for item in read("f", feed)] == ["It rained."]


def test_a_json_feed_gives_its_items() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Arnby Post",
        "items": [
            {"id": 1, "url": "https://p.example/a", "title": "Rain", "content_html": "<p>It rained.</p><p>Hard.</p>"},
            {"id": 2, "content_text": "It snowed.", "date_published": "2024-11-05T14:05:00Z"},
            {"id": "3", "external_url": "https://p.example/c"},
            "no item",
        ],
    }
    found = read("feed.json", json.dumps(feed).encode())
    assert [dict(item.fields) for item in found] == [
        {"title": "Rain", "text": "It rained.\nHard.", "source": "Arnby Post", "url": "https://p.example/a"},
        {"id": "2", "text": "It snowed.", "source": "Arnby Post", "published": "2024-11-05T14:05:00Z"},
        {"source": "Arnby Post", "url": "https://p.example/c"},
        {},
    ]
    assert problems(found) == {"feed.json:3": NO_TEXT, "feed.json:4": "is not a JSON object"}


def test_a_sitemap_gives_addresses_and_what_a_news_sitemap_says() -> None:
    news = (
        "<loc>https://p.example/a</loc><lastmod>2024-12-01</lastmod><news:news><news:publication><news:name>Post</news:name>"
        "</news:publication><news:publication_date>2024-11-05</news:publication_date><news:title>Rain</news:title></news:news>"
    )
    found = read("sitemap.xml", made_files.sitemap(news, "<loc> https://p.example/b </loc>", "<lastmod>2024</lastmod>"))
    assert [dict(item.fields) for item in found] == [
        {"url": "https://p.example/a", "source": "Post", "published": "2024-11-05", "title": "Rain"},
        {"url": "https://p.example/b"},
        {},
    ]
    assert [item.problem for item in found] == [NO_TEXT, NO_TEXT, "has no address (<loc>)"]


def test_an_index_names_further_sitemaps() -> None:
    (found,) = read("i.xml", b"<sitemapindex><sitemap><loc>https://p.example/s.xml</loc></sitemap></sitemapindex>")
    assert found.fields == {"url": "https://p.example/s.xml"}
    assert "another sitemap" in found.problem
