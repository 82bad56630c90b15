"""Loader input: what is taken, what is refused, and which field is named."""

from datetime import UTC, datetime

import pytest

from timeline.core import edtf
from timeline.core.article import Draft, ZoneFrom
from timeline.errors import Invalid, TooLarge
from timeline.ingest import drafts

NOW = datetime(2024, 11, 6, 12, tzinfo=UTC)


def a_draft(**fields: object) -> Draft:
    return drafts.draft({"text": "The mill closed.", **fields}, NOW)


def test_everything_given_is_taken() -> None:
    found = a_draft(
        id="n-1", title=" The  mill\n closes ", source="Morning Ledger", url="https://Ledger.example/mill?x=1#top",
        published="2024-11-05T14:05:00Z", zone="Europe/Kyiv",
    )  # fmt: skip
    assert (found.id, found.title, found.source) == ("n-1", "The mill closes", "Morning Ledger")
    assert found.url == "https://Ledger.example/mill?x=1#top"
    assert found.published is not None
    assert (edtf.write(found.published), found.zoned) == ("2024-11-05T14:05:00", True)
    assert (found.zone, found.zone_from) == ("Europe/Kyiv", ZoneFrom.ARTICLE)


@pytest.mark.parametrize("written", ["2024-11-05T14:05", "2024-11-05", "2024-11"])
def test_a_date_that_names_no_zone_is_the_same_in_every_zone(written: str) -> None:
    kyiv, seoul = (a_draft(published=written, zone=zone) for zone in ("Europe/Kyiv", "Asia/Seoul"))
    assert kyiv.published == seoul.published
    assert not kyiv.zoned


def test_the_text_stays_as_it_came() -> None:
    assert a_draft(text=" a\r\n\u202eb\f ").text == " a\r\n\u202eb\f "


def test_what_is_missing_or_null_has_a_default() -> None:
    found = a_draft(title=None, published=None, url="", zone="")
    assert (found.title, found.source, found.url, found.published, found.zone) == ("", "", None, None, "UTC")


def test_the_zone_of_the_collection_counts_where_none_is_given() -> None:
    found = drafts.draft({"text": "a"}, NOW, zone="Asia/Seoul")
    assert (found.zone, found.zone_from) == ("Asia/Seoul", ZoneFrom.COLLECTION)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://edition.cnn.com/2024/mill", "cnn.com"),
        ("http://www.ledger.co.uk/", "ledger.co.uk"),
        ("https://www.ledger.example/mill", "ledger.example"),
        ("http://127.0.0.1/mill", "127.0.0.1"),
        ("", None),
    ],
)
def test_the_domain_is_what_a_publisher_registers(url: str, domain: str | None) -> None:
    assert a_draft(url=url).domain == domain


def test_a_clock_of_no_known_zone_may_be_the_furthest_ahead() -> None:
    assert a_draft(published="2024-11-07T01:00").published is not None
    for zone, written in (("Europe/London", "2024-11-07T01:00"), ("", "2024-11-07T03:00")):
        with pytest.raises(Invalid, match="future"):
            a_draft(published=written, zone=zone)


def test_the_source_is_the_host_where_none_is_given() -> None:
    assert a_draft(url="https://www.ledger.example/mill").source == "ledger.example"


def test_an_id_is_made_from_the_address_and_else_from_the_text() -> None:
    by_url = a_draft(url="https://www.ledger.example/mill").id
    assert by_url.startswith("ledger.example-")
    assert by_url == a_draft(url="http://www.Ledger.example/mill#comments", text="Changed.").id
    assert by_url != a_draft(url="https://www.ledger.example/other").id
    assert a_draft().id.startswith("text-")
    assert a_draft().id == a_draft(title="Other").id != a_draft(text="Other.").id


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("text", "", "empty"),
        ("text", " \n\u00a0", "empty"),
        ("text", 7, "must be text"),
        ("text", "a\x00b", r"U\+0000 at position 1"),
        ("text", "a\ud800b", r"U\+D800"),
        ("title", ["a"], "must be text"),
        ("title", "a\x1b[31m", r"U\+001B"),
        ("title", "a" * 1001, "1,001 characters"),
        ("source", "a\nb", "one line"),
        ("source", "a" * 201, "more than 200"),
        ("id", "a" * 201, "more than 200"),
        ("id", "a\u2028b", "one line"),
        ("id", "..", "dot"),
        ("url", "javascript:alert(1)", "http"),
        ("url", "data:text/html,x", "http"),
        ("url", "//ledger.example/x", "http"),
        ("url", "https://", "http"),
        ("url", "https://[::1", "not an address"),
        ("url", "https://ledger.example:99999/", "not an address"),
        ("url", "https://ledger.example/a b", "http"),
        ("url", "https://me:secret@ledger.example/", "password"),
        ("url", "https://ledger.example/" + "a" * 2000, "more than 2,000"),
        ("zone", "Europe/Atlantis", "not a time zone"),
        ("zone", "../../etc/passwd", "not a time zone"),
        ("zone", "Europe", "not a time zone"),
        ("published", "soonish", "date"),
        ("published", 20241105, "must be text"),
        ("published", "2025-01-01", "future"),
        ("published", "2024-11-08", "future"),
        ("published", "2024-12/..", "future"),
        ("published", "2024-11-06T12:06:00Z", "future"),
        ("published", "-0044-03-15", "before any article"),
    ],
)
def test_what_cannot_be_taken_names_its_field(field: str, value: object, says: str) -> None:
    with pytest.raises(Invalid, match=says) as refused:
        a_draft(**{field: value})
    assert refused.value.field == field


def test_a_missing_text_is_called_missing() -> None:
    with pytest.raises(Invalid, match="text is missing"):
        drafts.draft({"title": "The mill closes"}, NOW)


def test_a_text_that_is_too_long_is_too_large() -> None:
    with pytest.raises(TooLarge) as refused:
        drafts.draft({"text": "a" * 11}, NOW, max_text=10)
    assert refused.value.field == "text"


@pytest.mark.parametrize("text", ["2024-11-07", "2024-11", "2024", "2024-11-06T12:04:00Z", "2024-11-06T14:00:00+02:00"])
def test_what_has_begun_somewhere_is_not_in_the_future(text: str) -> None:
    assert a_draft(published=text).published is not None
