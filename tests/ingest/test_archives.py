"""Web archives: the pages that were answered, and no half of one."""

from datetime import UTC, datetime

import pytest

from tests import made_files
from tests.ingest.reading import problems, read
from timeline.core import edtf
from timeline.core.article import Trust
from timeline.ingest import archives
from timeline.ingest.item import Options, Source
from timeline.ingest.streams import opened

PAGE = ("https://post.example/mill", "text/html; charset=utf-8", made_files.page())
RAIN = ("https://post.example/rain", "text/plain", b"It rained.")
SNOW = ("https://post.example/snow", "text/plain", b"It snowed.")


@pytest.mark.parametrize("gz", [False, True])
def test_pages_and_texts_are_read_by_the_number_of_their_record(gz: bool) -> None:
    picture = ("https://post.example/a.png", "image/png", b"\x89PNG")
    paper = ("https://post.example/p.pdf", "application/pdf", made_files.pdf(made_files.LINES))
    found = read("crawl.warc", made_files.warc(PAGE, picture, RAIN, paper, gz=gz))
    assert [(item.where, item.fields["url"]) for item in found] == [
        ("crawl.warc:1", "https://post.example/mill"),
        ("crawl.warc:3", "https://post.example/rain"),
        ("crawl.warc:4", "https://post.example/p.pdf"),
    ]
    assert found[0].fields["text"] == made_files.TEXT
    assert problems(found) == {}


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved Permanently", "500 Error"])
def test_what_was_not_answered_is_passed_over(status: str) -> None:
    assert read("crawl.warc", made_files.warc(PAGE, status=status)) == []


def test_the_time_of_the_capture_goes_with_a_page_as_a_header() -> None:
    (found,) = archives.read(Source("a", "", opened([made_files.warc(RAIN)])), Options())
    assert isinstance(found, Source)
    assert found.headers == {"warc-date": "2024-11-06T10:00:00Z", "content-type": "text/plain"}
    assert "published" not in read("a", made_files.warc(RAIN))[0].fields


def test_the_time_of_the_capture_bounds_a_page_for_which_the_server_named_no_date() -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC)
    (found,) = read("a.warc", made_files.warc(PAGE))
    assert found.dates
    (captured,) = found.dates("UTC", now)
    assert (edtf.write(captured.interval), captured.trust) == ("../2024-11-06T10:00:00", Trust.HINT)
    assert captured.derivation[0].rule == "capture"
    sent = made_files.warc((PAGE[0], f"{PAGE[1]}\r\nDate: Tue, 05 Nov 2024 08:00:00 GMT", PAGE[2]))
    (served,) = read("a.warc", sent)
    assert served.dates
    assert [one.derivation[0].rule for one in served.dates("UTC", now)] == ["http_header"]


@pytest.mark.parametrize(
    ("was", "becomes", "kept"),
    [
        (b"Content-Length: 55", b"Content-Length: 51", {"It snowed.", "It hailed."}),
        (b"Content-Length: 55", b"Content-Length: 90", {"It hailed."}),
        (b"Content-Length: 55", b"Content-Length: 999999999999", set()),
        (b"Content-Length: 55", b"Content-Length: none", {"It snowed.", "It hailed."}),
        (b"WARC/1.0\r\n", b"WRAC/1.0\r\n", {"It snowed.", "It hailed."}),
        (b"It rained", b"It raided", {"It snowed.", "It hailed."}),
    ],
)
def test_a_record_that_is_not_as_it_says_is_a_problem_and_the_next_sound_one_is_read(
    was: bytes, becomes: bytes, kept: set[str]
) -> None:
    hail = ("https://post.example/hail", "text/plain", b"It hailed.")
    found = read("a.warc", made_files.warc(RAIN, SNOW, hail).replace(was, becomes, 1))
    assert {item.fields["text"] for item in found if not item.problem} == kept
    assert problems(found)


def test_wherever_an_archive_is_cut_off_it_says_so() -> None:
    whole = made_files.warc(RAIN, SNOW)
    second = whole.rindex(b"WARC/1.0")
    for end in range(second + 5, len(whole) - 5, 7):
        found = read("a.warc", whole[:end])
        assert [item.fields.get("text") for item in found] == ["It rained.", None]
        assert found[1].problem


def test_nothing_is_told_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    read("a.warc", made_files.warc(RAIN, SNOW).replace(b"Content-Length: 55", b"Content-Length: 51", 1))
    assert capsys.readouterr().err == ""
