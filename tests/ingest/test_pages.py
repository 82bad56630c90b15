"""HTML pages: the report without the furniture, and what the page says of itself."""

from datetime import UTC, datetime

import pytest

from tests import made_files
from tests.ingest.reading import article, read
from timeline.core import edtf
from timeline.core.article import Trust
from timeline.ingest import files, pages
from timeline.ingest.item import Options, Source
from timeline.ingest.streams import opened

CANONICAL = '<link rel="canonical" href="https://post.example/mill">'


def test_a_page_gives_title_source_address_and_text_a_paragraph_a_line() -> None:
    assert article("saved/mill.html", made_files.page(head=CANONICAL)) == {
        "title": "Mill closes",
        "source": "Arnby Post",
        "url": "https://post.example/mill",
        "text": made_files.TEXT,
    }


def test_a_page_without_an_address_is_named_by_its_file() -> None:
    assert article("saved/mill.html", made_files.page())["id"] == "mill"


@pytest.mark.parametrize(
    "mark",
    [
        b"<!-- saved from url=(0025)https://post.example/mill -->\r\n",
        b"<!--\n Page saved with SingleFile \n url: https://post.example/mill \n saved date: today -->\n",
    ],
)
def test_the_mark_of_the_program_that_saved_a_page_is_its_address(mark: bytes) -> None:
    page = made_files.page().replace(b"<!DOCTYPE html>", b"<!DOCTYPE html>\n" + mark)
    assert article("mill.html", page)["url"] == "https://post.example/mill"


@pytest.mark.parametrize(
    ("was", "url"),
    [
        ("https://m.post.example/mill?from=feed", "https://post.example/mill"),
        ("https://copies.example/mill", "https://copies.example/mill"),
        ("", "https://post.example/mill"),
    ],
)
def test_a_page_that_names_another_sites_address_keeps_its_own(was: str, url: str) -> None:
    source = Source("crawl.warc:1", "", opened([made_files.page(head=CANONICAL)]), url=was)
    (found,) = pages.read(source, Options())
    assert found.fields["url"] == url


@pytest.mark.parametrize("encoding", ["windows-1252", "koi8-r", "shift_jis", "utf-8", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    line = {"koi8-r": "Совет закрыл мельницу.", "shift_jis": "市議会は工場を閉鎖した。"}.get(
        encoding, "Café Nyström closed."
    )
    page = made_files.page(text=f"{line}\n{made_files.TEXT if encoding != 'koi8-r' else line}").decode()
    found = article("a.html", page.replace('charset="utf-8"', f'charset="{encoding}"').encode(encoding))
    assert line in str(found["text"])


def test_what_the_server_declares_counts_before_what_the_page_does() -> None:
    page = (
        made_files.page(text=f"Café Nyström closed.\n{made_files.TEXT}")
        .decode()
        .replace('charset="utf-8"', "charset=koi8-r")
    )
    stream = opened([page.encode("windows-1252")])
    sent = {"content-type": "text/html; charset=windows-1252"}
    (found,) = pages.read(Source("a", "", stream, headers=sent), Options())
    assert "Café Nyström" in str(found.fields["text"])


def test_a_page_without_a_text_is_a_problem_that_keeps_its_title() -> None:
    (found,) = read("a.html", b"<html><head><title>Rain</title></head><body><img src='a.png'></body></html>")
    assert found.problem == "has no text that a reader would find"


def test_a_date_in_the_future_is_kept_and_marked() -> None:
    head = '<meta property="article:published_time" content="2031-02-03T10:00:00Z">'
    (found,) = read("mill.html", made_files.page(head=head))
    assert found.dates
    stated = found.dates("UTC", datetime(2024, 11, 6, tzinfo=UTC))
    assert [(edtf.write(one.interval), one.trust, one.future) for one in stated] == [
        ("2031-02-03T10:00:00", Trust.PAGE, True)
    ]


def test_no_script_reaches_a_text() -> None:
    text = article("a.html", made_files.page(text=f"{made_files.TEXT}\n<script>alert(1)</script>It rained on Monday."))[
        "text"
    ]
    assert "alert" not in str(text)


def test_reading_pages_is_loaded_when_the_first_page_is() -> None:
    assert not {"trafilatura", "pypdf", "feedparser"} & set(vars(files)) | set(vars(pages)) & {"trafilatura"}


@pytest.mark.parametrize("many", ["<ul><li>x" * 7 + "</ul>" * 7, "<div>It rained.</div>" * 14, "<td>x</td>" * 14])
def test_a_page_of_more_elements_than_any_article_has_is_refused_and_a_long_one_is_read(many: str) -> None:
    (found,) = read("a.html", f"<html><body>{many * 20_000}</body></html>".encode())
    assert "has more than 25,000 elements" in found.problem
    (found,) = read("a.html", f"<html><body>{many * 1700}</body></html>".encode())
    assert (found.problem, bool(found.fields["text"])) == ("", True)


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("", False),
        ("</p>", False),
        ("</p></body></html>", False),
        ("</p></BODY >\n", False),
        (" And so the riv", True),
        ("</p><p clas", True),
    ],
)
def test_a_page_may_leave_out_end_tags_but_does_not_stop_in_the_middle_of_a_word(end: str, cut: bool) -> None:
    text = made_files.TEXT.replace("\n", "<p>")
    (found,) = read("a.html", f"<html><body><article><p>{text}{'<br>' if not end else ''}{end}".encode())
    assert found.problem == ("is cut off: the page ends in the middle of its text" if cut else "")
    (bare,) = read("a.html", f"<p>{text}".encode())
    assert bare.problem == ""
