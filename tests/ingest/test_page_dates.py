"""Publication dates of saved pages: every candidate, in an order that explains itself."""

from datetime import UTC, datetime

import pytest

from tests.heads import SPLITS, Head, load
from timeline.core import edtf
from timeline.core.derivation import Kind, Step
from timeline.core.granularity import Granularity as G
from timeline.core.recompute import recompute
from timeline.ingest.heads.found import Found, told
from timeline.ingest.heads.stated import Rank, Where
from timeline.ingest.page_dates import candidates

FLOOR = 0.97
"""Of the heads in tests/data/heads, as bench/page_dates.py counts them."""
DECLARED = '<meta property="article:published_time" content="2024-11-05T14:05:00-05:00">'
JSON_LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'
BYLINE = '<h1>Port vote</h1><p class="byline">By A. Writer | {}</p>'


def answer(found: tuple[Found, ...]) -> str:
    """The first candidate in EDTF, without seconds."""
    if not found:
        return "none"
    written = edtf.write(found[0].interval)
    return written.rpartition(":")[0] if written.count(":") > 1 else written


def heads() -> list[Head]:
    return [head for split in SPLITS for head in load(split)]


def test_nearly_all_heads_of_pages_give_their_publication() -> None:
    found = [answer(candidates(h.html, h.url, dict(h.headers), h.zone)) == h.answer for h in heads()]
    assert len(found) == 60
    assert sum(found) / len(found) >= FLOOR


def test_every_kind_of_place_is_a_candidate_in_order_of_rank() -> None:
    page = JSON_LD.format("2024-11-05T14:05:00-05:00") + DECLARED + '<span itemprop="datePublished">2024-11-05</span>'
    page += '<h1>Port vote</h1><time datetime="2024-11-05">Tuesday</time><p class="byline">5 November 2024</p>'
    sent = {"last-modified": "Wed, 06 Nov 2024 08:00:00 GMT"}
    found = candidates(page, "https://port.example/2024/11/05/vote", sent, feed="Tue, 05 Nov 2024 14:05:00 -0500")
    assert [one.where for one in found] == [
        Where.JSON_LD, Where.META, Where.MICRODATA, Where.FEED, Where.TIME, Where.BYLINE, Where.URL, Where.HTTP_HEADER,
    ]  # fmt: skip
    assert [one.rank for one in found] == sorted(one.rank for one in found)


def test_a_candidate_says_where_it_came_from_and_why_it_ranks_there() -> None:
    (found,) = candidates(JSON_LD.format("2024-11-05"))
    assert found.because == (
        "The page's JSON-LD says datePublished “2024-11-05”: what a publisher states of the article itself comes first."
    )


def test_a_derivation_can_name_the_candidate_without_the_page() -> None:
    (found,) = candidates(JSON_LD.format("2024-11-05"))
    assert (found.step.kind, found.step.rule) == (Kind.ANCHOR, "json_ld")
    assert found.step.arguments[:2] == ("name=datePublished", "words=2024-11-05")
    assert told(found.step) == found.because
    assert recompute((found.step,)) == found.interval
    assert told(Step(Kind.ANCHOR, "given", found.interval)) == ""


def test_an_address_is_quoted_as_it_is_written() -> None:
    (found,) = candidates("", "https://port.example/2024/nov/05/vote")
    assert found.subject == "The page's address has “2024/nov/05”"


def test_zone_and_clock_time_are_kept_when_they_are_there() -> None:
    (found,) = candidates(DECLARED, zone="America/New_York")
    assert (edtf.write(found.interval), found.zoned) == ("2024-11-05T14:05:00", True)
    (local,) = candidates(BYLINE.format("5 November 2024, 14:05"), zone="America/New_York")
    assert (edtf.write(local.interval), local.zoned) == ("2024-11-05T14:05", False)


def test_what_says_the_same_more_precisely_comes_first() -> None:
    first, second = candidates(JSON_LD.format("2024-11-05") + BYLINE.format("5 November 2024, 14:05"))
    assert (first.where, first.interval.granularity) == (Where.BYLINE, G.MINUTE)
    assert first.because.endswith("within what ranks before it and more precisely.")
    assert second.where is Where.JSON_LD


def test_candidates_more_than_two_days_apart_say_that_they_contradict_each_other() -> None:
    first, second = candidates(DECLARED + BYLINE.format("8 November 2024"))
    assert first.contradicted
    assert second.contradicted
    assert "contradicts another by more than two days: A line at the article's head" in first.because
    assert not any(one.contradicted for one in candidates(DECLARED + BYLINE.format("7 November 2024")))


def test_a_change_contradicts_nothing_and_is_never_first_beside_a_publication() -> None:
    changed = '<meta property="article:modified_time" content="2024-12-24">'
    first, second = candidates(changed + BYLINE.format("5 November 2024"))
    assert (first.rank, second.rank) == (Rank.PRINTED, Rank.MODIFIED)
    assert not first.contradicted
    assert [one.rank for one in candidates(changed)] == [Rank.MODIFIED]


def test_what_lies_in_the_future_comes_last_and_says_so() -> None:
    now = datetime(2024, 11, 1, tzinfo=UTC)
    first, second = candidates(DECLARED + BYLINE.format("30 October 2024"), now=now)
    assert (first.where, first.future) == (Where.BYLINE, False)
    assert second.future
    assert "It lies in the future" in second.because
    sent = {"Date": "Fri, 01 Nov 2024 10:00:00 GMT"}
    assert candidates(DECLARED + BYLINE.format("30 October 2024"), headers=sent)[0].where is Where.BYLINE


def test_what_the_server_said_is_an_upper_bound() -> None:
    sent = {"Date": "Fri, 08 Nov 2024 10:00:00 GMT", "Last-Modified": "Wed, 06 Nov 2024 08:00:00 GMT"}
    first, second = candidates("", headers=sent)
    assert (first.name, edtf.write(first.interval)) == ("Last-Modified", "../2024-11-06T08:00:00")
    assert (second.name, "only an upper bound" in second.because) == ("Date", True)


@pytest.mark.parametrize(
    "page",
    [
        "",
        b"\xff\xfe\x00",
        "<html>\0",
        "\ud800",
        "<!-- only a comment -->",
        "<div>" * 100_000,
        "<span class=date>" * 2_000 + "5 November 2024",
        "<time datetime=x>" * 20_000,
        "".join(f"<meta name=date content='{at} Foo 2{at % 1000:03}'>" for at in range(2_000)),
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>{'a':" + '"' * 100_001 + "</script>",
        "<script type='application/ld+json'>{\"a\":\"" + "\\" * 100_001 + "</script>",
        "<script type='application/ld+json'>{\"a\": 1" + "," * 100_000 + "</script>",
        "<script type='application/ld+json'>{" + "/*" * 100_000 + "</script>",
        "<script type='application/ld+json'>" + "1 " * 100_000 + "</script>",
        '<script type="application/ld+json">{"@type":"Article","datePublished":' + "9" * 5_000 + "}</script>",
        '<script type="application/ld+json">{"@type":[[1],{}],"datePublished":{"@value":[1]},"url":5}</script>',
        '<script type="application/ld+json">{"@type":"Article","datePublished":[],"headline":["x"]}</script>',
    ],
)  # fmt: skip
def test_hostile_pages_have_no_date_and_raise_nothing(page: str | bytes) -> None:
    assert candidates(page, "https://[::1", {"Date": "x" * 10_000, "Last-Modified": ""}) == ()


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_dates_at_the_ends_of_the_calendar_raise_nothing(zone: str) -> None:
    for words in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "31 December 9999 23:59 EST"):
        assert candidates(f'<h1>a</h1><time datetime="{words}">x</time><p class="date">{words}</p>', zone=zone) == ()


def test_bytes_are_read_in_the_encoding_that_the_page_names() -> None:
    page = '<html lang="ru"><meta charset="windows-1251"><h1>Мост</h1><p class="date">9 мая 2021</p>'
    assert answer(candidates(page.encode("windows-1251"))) == "2021-05-09"
    assert answer(candidates(page)) == "2021-05-09"
