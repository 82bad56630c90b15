"""What counts as a page's own date, place by place, and what is left alone."""

import pytest

from timeline.core import edtf
from timeline.ingest.page_dates import candidates

HEADING = "<h1>Vote</h1>"
TIME = "<time datetime=2024-11-05>Tuesday</time>"
TEXT = "<p>" + "The mill is old. " * 20 + "</p>"
LATER = "<time datetime=2024-11-07>Thursday</time>"
ITEM = "itemscope itemtype='https://schema.org"
PROPERTY = "<meta itemprop=datePublished content=2024-11-05>"
REVIEW = '{"@type": "ClaimReview", "datePublished": "2024-11-05", "itemReviewed": {"datePublished": "2020"}}'
SCRIPT_DATE = "Tue Nov 05 2024 14:05:00 GMT+0100 (Central European Standard Time)"


def first(page: str, url: str = "", zone: str = "UTC") -> str:
    """The first candidate in EDTF."""
    found = candidates(page, url, zone=zone)
    return edtf.write(found[0].interval) if found else "none"


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script><title>Vote - Post</title><h1>Vote</h1>'


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ('{"@type": "http://schema.org/NewsArticle", "datePublished": "2024-11-05"}', "2024-11-05"),
        ('{"@type": "newsarticle", "datePublished": {"@type": "Date", "@value": "2024-11-05"}}', "2024-11-05"),
        ('{"@type": ["Thing", "Article"], "datePublished": ["2024-11-05", "2024-12-05"]}', "2024-11-05"),
        ('{"@type": "Article", "datePublished": 1730815500000}', "2024-11-05T14:05:00"),
        ('{"@type": "Article", "datePublished": "November 5, 2024"}', "2024-11-05"),
        ('{"@type": "Article", "dateModified": "2024-12-01", "dateCreated": "2024-11-01"}', "2024-11-01"),
        ('{"@graph": [{"@graph": [[{"@type": "Article", "datePublished": "2024-11-05"}]]}]}', "2024-11-05"),
        ('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2024-11-05"}}', "2024-11-05"),
        (REVIEW, "2024-11-05"),
        ('{"@type": "Article", "datePublished": "2024-11-05"} {"@type": "Person"}', "2024-11-05"),
        ('{"@type": "Article", "datePublished": "2024-11-05",}; // end', "2024-11-05"),
        ('{"@type": "Article", "url": "https://a.example//x,}", "datePublished": "2024-11-05",}', "2024-11-05"),
        ('<!-- {"@type": "Article", "text": "a\nb", "datePublished": "2024-11-05"} -->', "2024-11-05"),
        ('{&quot;@type&quot;: &quot;Article&quot;, &quot;datePublished&quot;: &quot;2024-11-05&quot;}', "2024-11-05"),
        ('{"@type": "Article", "headline": "a "b" c", "datePublished": "2024-11-05"}', "2024-11-05"),
        ('{"headline": "a "b" c", "datePublished": "2024-11-05", "x": {"datePublished": "2024-11-06"}}', "none"),
        ('{"@type": "Article", "comment": [{"@type": "Comment", "datePublished": "2024-12-01"}]}', "none"),
        ('{"@type": "Article", "video": {"@type": "VideoObject", "uploadDate": "2024-12-01"}}', "none"),
        ('{"@type": "Event", "startDate": "2024-12-01", "datePublished": "2024-11-01"}', "none"),
        ('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2024-11-01"}]}', "none"),
        ('{"@type": "Article", "copyrightYear": 2019, "sdDatePublished": "2024-12-01"}', "none"),
        ('{"@type": "WebSite", "datePublished": "2015-01-01"}', "none"),
    ],
)  # fmt: skip
def test_json_ld_speaks_of_the_article_itself(text: str, date: str) -> None:
    assert first(json_ld(text)) == date


def test_of_several_articles_the_one_with_the_pages_address_or_title_is_its_own() -> None:
    other = '{"@type": "Article", "headline": "Other", "url": "https://a.example/other", "datePublished": "2020-01-01"}'
    same = '{"@type": "Article", "headline": "Vote", "datePublished": "2024-11-05"}'
    assert first(json_ld(f"[{other}, {same}]"), "https://a.example/vote") == "2024-11-05"
    assert first(json_ld(other), "https://a.example/vote") == "none"
    assert first(json_ld(other), "https://m.a.example/amp/other") == "2020-01-01"


def test_an_address_of_another_site_does_not_make_an_article_another() -> None:
    example = '{"@type": "Article", "headline": "Ayes", "url": "https://b.example/x", "datePublished": "2024-11-05"}'
    assert first(json_ld(example), "https://a.example/vote") == "2024-11-05"


@pytest.mark.parametrize(
    ("element", "date"),
    [
        ('name="publish-time" content="1730815500"', "2024-11-05T14:05:00"),
        ('name="pubdate" content="20241105T140500Z"', "2024-11-05T14:05:00"),
        ('name="pubdate" content="20241105140500"', "2024-11-05T14:05:00"),
        ('name="pubdate" content="202411051405"', "2024-11-05T14:05"),
        (f'name="pubdate" content="{SCRIPT_DATE}"', "2024-11-05T13:05:00"),
        ('http-equiv="Last-Modified" content="2024-11-05"', "2024-11-05"),
        ('name="citation_publication_date" content="2011"', "2011"),
        ('property="og:updated_time" content="1730815500"', "2024-11-05T14:05:00"),
        ('property="article:published_time" content="2124-12-25T00:10:00Z"', "none"),
        ('property="article:published_time" content="1970-01-01T01:00:00+01:00"', "none"),
        ('property="article:published_time" content="{{ date }}"', "none"),
        ('property="article:published_time" content=""', "none"),
        ('property="article:published_time"', "none"),
        ('name="date" content="2019"', "none"),
        ('name="copyright" content="2019-05-05"', "none"),
        ('http-equiv="expires" content="Tue, 01 Jan 2030 00:00:00 GMT"', "none"),
        ('property="video:release_date" content="2024-11-05"', "none"),
        ('property="event:start_time" content="2024-11-05"', "none"),
    ],
)  # fmt: skip
def test_meta_elements_speak_by_their_names(element: str, date: str) -> None:
    assert first(f"<meta {element}>") == date


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_midnight_stands_for_the_day_that_is_written(zone: str) -> None:
    assert first('<meta name="pubdate" content="2024-11-05T00:00:00Z">', zone=zone) == "2024-11-05"
    assert first('<meta name="pubdate" content="2024-11-05T00:00:00.000+02:00">', zone=zone) == "2024-11-05"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (f"{HEADING}<relative-time datetime='2024-11-05T10:00Z'>two days ago</relative-time>", "2024-11-05T10:00"),
        (f"{HEADING}<p class=by>By Jane Doe {TIME}</p>", "2024-11-05"),
        (f"{HEADING}<p>Last updated {LATER}</p><p>First published {TIME}</p>", "2024-11-05"),
        (f"<article>{HEADING}<p>Text.</p><footer class=entry-footer>{TIME}</footer></article>", "2024-11-05"),
        (f"<article {ITEM}/Article'>{HEADING}{PROPERTY}</article>", "2024-11-05"),
        (
            f"<div id=logo><h1>Post</h1></div><p>5 May 2020</p><main>{HEADING}<i class=date>{TIME}</i></main>",
            "2024-11-05",
        ),
        (f"{HEADING}<p class=meta><time class=updated>7 November 2024</time> <i>5 November 2024</i></p>", "2024-11-05"),
        (f"{HEADING}<p><b itemprop=dateModified>7 November 2024</b> <i>5 November 2024</i></p>", "2024-11-05"),
        (f"{HEADING}<p>On {TIME} the council votes.</p>", "none"),
        (f"{HEADING}<div hidden>{TIME}</div><div style='display: none'>{TIME}</div>", "none"),
        (f"<div {ITEM}/VideoObject'>{PROPERTY}</div>", "none"),
        (f"<div {ITEM}/Article'>{HEADING}<div {ITEM}/UserComments'>{PROPERTY}</div></div>", "none"),
        ("<span itemprop=copyrightYear>2019</span>", "none"),
        (f"<header><div class=date>{TIME}</div></header><main>{HEADING}</main>", "none"),
        (f"{HEADING}<ul class=events><li>5 November 2024</li></ul>", "none"),
        (f"{HEADING}<footer><span class=date>5 November 2024</span></footer>", "none"),
        (f"{HEADING}<dl><dt>Hearing</dt><dd>5 November 2024</dd></dl>", "none"),
        (f"{HEADING}<aside>{TIME}</aside>", "none"),
        (f"{HEADING}<div class=relatedArticles>{TIME}</div>", "none"),
        (f"{HEADING}<figure><figcaption>The bridge, 5 May 1999</figcaption></figure>", "none"),
    ],
)
def test_only_the_articles_own_head_is_read_for_elements(body: str, date: str) -> None:
    assert first(body) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("By Jane Doe, 5 November 2024", "2024-11-05"),
        ("By Jane Doe on November 5, 2024 in News", "2024-11-05"),
        ("Jane Doe · 5 November 2024 · 4 min read", "2024-11-05"),
        ("Tuesday 5 November 2024", "2024-11-05"),
        ("2024年11月5日 公開 2024年11月6日 更新", "2024-11-05"),
        ("公開日:2024年11月5日 更新日:2024年11月6日", "2024-11-05"),
        ("<time datetime=2024-11-05>Nov. 5, 2024 <b>Updated 10:15 a.m.</b></time>", "2024-11-05"),
        ("Updated 16:05, 6 November 2024 | Published 14:05, 5 November 2024", "2024-11-05T14:05"),
        ("Updated 7 November 2024 | Published 5 November 2024", "2024-11-05"),
        ("The council will vote on 12 November 2024.", "none"),
        ("12 November 2024 will be a long day.", "none"),
        ("By Friday, 8 November 2024 the council must decide", "none"),
        ("5 November 2024 - 7 November 2024", "none"),
        ("Born: 5 November 1950", "none"),
        ("<b>Updated:</b> <i><span>7 November 2024</span></i> <b>Published:</b> <i>5 November 2024</i>", "2024-11-05"),
        ("<b>Born:</b> <i><span>5 November 1950</span></i>", "none"),
        ("The ministry published the figures on 5 November 2024.", "none"),
        ("The law was last updated on 5 November 2024.", "none"),
        ("First published on 5 November 2024 by Jane Doe", "2024-11-05"),
        ("The mill, 5 May 2010. Photo: J. Doe", "none"),
        ("Date: 5 November 2024", "2024-11-05"),
        ("Closing date: 5 November 2024", "none"),
        ("When: 5 November 2024", "none"),
        ("<span title='2024-11-05T14:05Z'>two days ago</span>", "2024-11-05T14:05"),
        ("Retrieved 5 November 2024", "none"),
        ("© 5 November 2024", "none"),
        ("Copyright 2011-2019", "none"),
        ("1 Foo 2024", "none"),
    ],
)
def test_a_line_at_the_head_is_a_byline_where_no_sentence_goes_on_around_its_date(line: str, date: str) -> None:
    assert first(f"<h1>Vote</h1><p>{line}</p>") == date


def test_below_the_head_only_a_label_makes_a_line_one() -> None:
    text = HEADING + TEXT
    assert first(f"{text}<p>Published: 5 November 2024</p>") == "2024-11-05"
    assert first(f"{text}<p>Write to us before 5 November 2024</p>") == "none"


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("en-US", "November 5, 2024 at 12:05 AM", "2024-11-05T00:05"),
        ("en-US", "04/03/2024", "2024-04-03"),
        ("en-US", "11/5/2024 12:00:00 AM", "2024-11-05"),
        ("en_GB", "04/03/2024", "2024-03-04"),
        ("en-GB", "11/25/2024", "2024-11-25"),
        ("en", "04/03/2024", "none"),
        ("en", "11/25/2024", "2024-11-25"),
        ("de", "Dienstag, 5. November 2024 um 14:05 Uhr", "2024-11-05T14:05"),
        ("fr", "1er mars 2024 à 18h30", "2024-03-01T18:30"),
        ("it", "5 novembre 2024 - Aggiornato alle 14:05", "2024-11-05"),
        ("nl", "dinsdag 5 november 2024 om 14.05 uur", "2024-11-05T14:05"),
        ("pl", "5 listopada 2024, 14:05", "2024-11-05T14:05"),
        ("tr", "5 Ekim 2024 14:05", "2024-10-05T14:05"),
        ("uk", "05.11.2024 14:05", "2024-11-05T14:05"),
        ("zh", "发布时间:2024-11-05 14:05", "2024-11-05T14:05"),
        ("hu", "2024. november 5. 14:05", "2024-11-05T14:05"),
        ("hi", "5 नवंबर 2024", "2024-11-05"),
        ("ja", "2024年11月5日 14時05分", "2024-11-05T14:05"),
    ],
)
def test_bylines_are_read_in_the_language_of_the_page(language: str, line: str, date: str) -> None:
    assert first(f'<html lang="{language}"><h1>x</h1><p class="date">{line}</p>') == date


def test_the_locale_of_the_page_says_which_figure_is_the_month() -> None:
    figures = '<meta property="og:locale" content="en_US"><h1>x</h1><p class="date">04/03/2024</p>'
    assert first(f'<html lang="en">{figures}') == first(figures) == "2024-04-03"
    assert first(f'<html lang="de">{figures}') == "2024-03-04"


@pytest.mark.parametrize(
    ("line", "zone", "date"),
    [
        ("5 November 2024 14:05 UTC+2", "UTC", "2024-11-05T12:05"),
        ("July 5, 2024 2:05 p.m. ET", "UTC", "2024-07-05T18:05"),
        ("November 5, 2024 2:05 p.m. ET", "UTC", "2024-11-05T19:05"),
        ("2:05 PM EST, Tue November 5, 2024", "America/New_York", "2024-11-05T14:05"),
        ("5 November 2024, 17:30 IST", "Asia/Kolkata", "2024-11-05T17:30"),
        ("5 November 2024, 17:30 CST", "Asia/Shanghai", "2024-11-05T17:30"),
        ("5 November 2024, 17:30 QQQ", "UTC", "2024-11-05T17:30"),
    ],
)
def test_zones_in_words_count(line: str, zone: str, date: str) -> None:
    assert first(f'<h1>x</h1><p class="date">{line}</p>', zone=zone) == date


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2024/11/05/vote", "2024-11-05"),
        ("2024/11/5/vote", "2024-11-05"),
        ("world/2024/nov/05/vote", "2024-11-05"),
        ("news/vote-2024-11-05", "2024-11-05"),
        ("news/2024-11-05-vote.html", "2024-11-05"),
        ("news/20241105-vote", "2024-11-05"),
        ("news/2024/1105/vote", "2024-11-05"),
        ("2024-11/05/c_1130203.htm", "2024-11-05"),
        ("2024/11/vote", "2024-11"),
        ("2024/vote", "none"),
        ("2024/13/45/vote", "none"),
        ("vote-2024110512345", "none"),
        ("release-2011.2.3-notes", "none"),
        ("vote?day=2024-11-05", "none"),
        ("vote#2024-11-05", "none"),
    ],
)
def test_an_address_has_a_day_or_a_month_in_its_path(path: str, date: str) -> None:
    assert first("", f"https://a.example/{path}") == date


def test_the_stamp_of_a_web_archive_is_when_it_copied_the_page() -> None:
    assert first("", "https://web.archive.org/web/20240105101010/http://a.example/vote") == "none"
    assert first("", "https://web.archive.org/web/20240105101010id_/http://a.example/2009/06/02/a") == "2009-06-02"


def test_the_canonical_address_counts_where_the_given_one_has_no_date() -> None:
    page = '<link rel="canonical" href="https://a.example/2024/11/05/vote">'
    assert first(page, "https://a.example/?p=7") == "2024-11-05"
