"""Bad input that is more than a cell of the table in bad_input.py: encodings, bombs, bytes turned at any place, and
texts that would be much work."""

import io
import json
import re
import tracemalloc
import zipfile
from email.message import EmailMessage
from typing import Final

import pytest

from tests import made_files
from tests.ingest.reading import problems, read
from tests.work import MARGIN, growth
from timeline.ingest.files import NO_TEXT, Form, Item, Options
from timeline.ingest.limits import Limits

RAIN: Final = "It rained in Arnby, and the river rose."
ENTRY: Final = f"<title>Rain</title><link>https://p.example/a</link><description>{RAIN}</description>"
LINE: Final = made_files.ndjson({"id": "a", "text": RAIN})
BOX: Final = b"From a@b Tue Nov  5 14:05:00 2024\n"
MESSAGE: Final = bytes(made_files.mail(RAIN))
WARC: Final = made_files.warc(("https://p.example/a", "text/plain", RAIN.encode()))
JSON_FEED: Final = b'{"version": "https://jsonfeed.org/version/1", "items": [%s]}'
JSON_ENTRY: Final = json.dumps({"id": "1", "content_text": RAIN}).encode()

GOOD: Final = {
    "a.json": b'[{"id": "a", "text": "%s"}]' % RAIN.encode(),
    "a.ndjson": LINE,
    "a.csv": f'title,text\nRain,"{RAIN}"\n'.encode(),
    "a.txt": RAIN.encode(),
    "a.md": f"---\ntitle: Rain\n---\n{RAIN}\n".encode(),
    "a.html": made_files.page(text=f"{RAIN}\n{made_files.TEXT}"),
    "a.rss": made_files.rss(ENTRY),
    "feed.json": JSON_FEED % JSON_ENTRY,
    "a.warc": WARC,
    "a.eml": MESSAGE,
    "a.mbox": BOX + MESSAGE,
    "a.pdf": made_files.pdf((RAIN,)),
    "a.zip": made_files.zipped({"a.txt": RAIN.encode()}),
    "a.tar": made_files.tarred({"a.txt": RAIN.encode()}),
    "a.txt.gz": made_files.packed(RAIN.encode()),
}
"""One good file of every form that has texts; sitemaps have none."""

SMALL: Final = Limits(item=4000)
BOMB: Final = made_files.packed(b" " * (80 << 20))
LAUGHS: Final = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
"""Ten to the ninth laughs, after '<!ENTITY a "ha">'."""


def rained(items: list[Item]) -> int:
    """How many items have the whole text of the good one."""
    return sum(RAIN in str(item.fields.get("text")) for item in items if not item.problem)


def why(name: str, content: bytes, limits: Limits | None = None) -> str:
    """The one reason that a file with nothing to be read in it gives."""
    (found,) = read(name, content, Options(limits=limits or Limits()))
    assert found.where.startswith(name)
    return found.problem


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"title,text\n", None),
        ("a.zip", made_files.zipped({}), None),
        ("a.tar", made_files.tarred({}), None),
        ("a.rss", made_files.rss(), None),
        ("s.xml", made_files.sitemap(), None),
        ("a.txt.gz", made_files.packed(b""), ""),
        ("a.html", b"<html></html>", "has no text that a reader would find"),
        ("a.eml", b"From: a@b\nSubject: Rain\n\n", "has no text"),
        ("a.pdf", made_files.pdf(()), "has no text layer; if it was scanned, let a program"),
    ],
)
def test_a_form_with_nothing_in_it_gives_nothing_or_says_so(name: str, content: bytes, reason: str | None) -> None:
    found = read(name, content)
    assert [item.problem[: len(reason or "")] for item in found] == ([] if reason is None else [reason])


@pytest.mark.parametrize(
    "name", ["a.json", "a.ndjson", "a.csv", "a.txt", "a.md", "a.html", "a.rss", "a.zip", "a.txt.gz"]
)
def test_utf_8_that_is_damaged_is_not_taken_for_another_encoding(name: str) -> None:
    word = "Ånäs ".encode() + b"caf\xe9"
    bad = {
        "a.json": b'{"text": "%s"}' % word,
        "a.ndjson": b'{"text": "%s"}\n' % word + LINE,
        "a.csv": b"text,id\n%s,a\nRain,b\n" % word,
        "a.rss": b"<rss><channel><item><title>%s</title></item></channel></rss>" % word,
        "a.html": b"<p>%s</p>" % word,
        "a.zip": made_files.zipped({"a.txt": word, "b.txt": RAIN.encode()}),
        "a.txt.gz": made_files.packed(word),
    }.get(name, word)
    found = read(name, bad)
    (reason,) = problems(found).values()
    assert re.search(r"byte (\d+|0xE9 at position \d+) cannot be read", reason)
    assert "--encoding" in reason
    assert len(found) == (2 if name in {"a.ndjson", "a.csv", "a.zip"} else 1)


LEGACY: Final = {
    "windows-1252": "The mayor “did not agree” with the council’s plan – he said so in the café on Monday, and left.",
    "latin-1": "Le café de la gare a été fermé lundi après la décision du conseil municipal, a déclaré le maire.",
    "koi8-r": "Совет города закрыл мельницу в понедельник, сообщил мэр журналистам.",
    "shift_jis": "市議会は月曜日に工場を閉鎖した。市長は記者団にそのように語った。",
}


@pytest.mark.parametrize("encoding", LEGACY)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.ndjson", "a.json", "a.html", "a.eml", "a.zip"])
def test_a_legacy_encoding_that_is_right_is_read(name: str, encoding: str) -> None:
    text = LEGACY[encoding]
    raw = text.encode(encoding)
    content = {
        "a.csv": b"title;text\nA;" + raw + b"\n",
        "a.ndjson": b'{"text": "' + raw + b'"}\n',
        "a.json": b'{"text": "' + raw + b'"}',
        "a.html": b"<html><body><article><p>" + raw + b"</p></article></body></html>",
        "a.eml": b"From: a@b\nSubject: A\nMessage-ID: <1@b>\n\n" + raw,
        "a.zip": made_files.zipped({"a.txt": raw}),
    }.get(name, raw)
    (found,) = read(name, content)
    assert (found.problem, found.fields["text"]) == ("", text)


def test_an_option_names_an_encoding_that_is_not_plain() -> None:
    (found,) = read("a.txt", b"caf\xe9", Options(encoding="latin-1"))
    assert found.fields["text"] == "café"
    (found,) = read("a.csv", "text;id\nПыль;a\n".encode("cp866"), Options(encoding="cp866"))
    assert found.fields["text"] == "Пыль"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.gz", "a.pdf", "a.warc"])
def test_text_under_the_name_of_another_form_is_not_taken_for_an_article(name: str) -> None:
    assert why(name, RAIN.encode())


@pytest.mark.parametrize(
    ("form", "content"),
    [
        (form, content)
        for form in (
            Form.JSON,
            Form.JSON_FEED,
            Form.SITEMAP,
            Form.NEWSML,
            Form.WARC,
            Form.PDF,
            Form.ZIP,
            Form.TAR,
            Form.GZ,
            Form.CSV,
            Form.FEED,
        )
        for content in (RAIN.encode(), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<html><p>x</p></html>", b'"', b"")
    ],
)
def test_a_wrong_option_is_a_problem_and_no_crash(form: Form, content: bytes) -> None:
    found = read("a", content, Options(form=form))
    assert all(item.problem for item in found)


def test_a_message_of_many_layers_is_bounded() -> None:
    head = b"From: a@b\nSubject: Rain\nMIME-Version: 1.0\n"
    layers = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000))
    assert why("a.eml", head + layers) in {
        "is nested too deep",
        "has more than 500 parts",
        "is cut off: it has no text",
    }
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b", "Rain"
    for number in range(600):
        message.add_attachment(str(number))
    assert why("a.eml", bytes(message)) == "has more than 500 parts"


@pytest.mark.parametrize("name", ["a.txt.gz", "a.zip", "a.tgz", "b.zip"])
def test_a_bomb_is_not_unpacked(name: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.ndjson", b" " * (40 << 20))
    bomb = {
        "a.txt.gz": BOMB,
        "a.zip": held.getvalue(),
        "a.tgz": made_files.packed(made_files.tarred({f"{n}.ndjson": b" " * (20 << 20) for n in range(5)})),
        "b.zip": made_files.zipped({"a.ndjson.gz": BOMB}),
    }[name]
    tracemalloc.start()
    found = read(name, bomb)
    assert tracemalloc.get_traced_memory()[1] < 200 << 20
    tracemalloc.stop()
    assert found
    assert all(re.search(r"larger than 32 MB|as only a bomb does", item.problem) for item in found)


def test_an_archive_of_too_many_files_is_not_listed() -> None:
    many = {f"{number}.txt": RAIN.encode() for number in range(6)}
    limits = Options(limits=Limits(members=5))
    assert problems(read("a.zip", made_files.zipped(many), limits)) == {"a.zip": "has more than 5 files"}
    found = read("a.tar", made_files.tarred(many), limits)
    assert (rained(found), problems(found)) == (5, {"a.tar": "has more than 5 files"})


def test_entities_are_not_expanded() -> None:
    laughs = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">{LAUGHS}]>'
    feed = read(
        "a.xml",
        f"{laughs}<rss><channel><item><title>&j;</title><description>{RAIN}</description></item></channel></rss>".encode(),
    )
    assert sum(len(str(item.fields)) for item in feed) < 1000
    sitemap = read("s.xml", f"{laughs}<urlset><url><loc>https://p.example/&j;</loc></url></urlset>".encode())
    assert sum(len(str(item.fields)) for item in sitemap) < 1000


@pytest.mark.parametrize("where", ["file:///etc/passwd", "http://127.0.0.1:1/a.dtd"])
def test_entities_from_elsewhere_are_not_read(where: str) -> None:
    outer = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{where}">]>'
    feed = f"{outer}<rss><channel><item><title>A</title><description>{RAIN}&x;</description></item></channel></rss>"
    sitemap = f"{outer}<urlset><url><loc>https://p.example/&x;</loc></url></urlset>"
    for found in (read("a.xml", feed.encode()), read("s.xml", sitemap.encode())):
        assert "root:" not in str([item.fields for item in found])


def test_a_sitemap_that_breaks_off_gives_what_came_before() -> None:
    whole = made_files.sitemap("<loc>https://p.example/a</loc>", "<loc>https://p.example/b</loc>")
    found = read("s.xml", whole[:-20])
    assert [item.fields.get("url") for item in found][:1] == ["https://p.example/a"]
    assert found[0].problem == NO_TEXT
    assert found[-1].problem.startswith("is not sound XML after")


def test_a_paper_that_lies_about_its_length_is_read_or_named() -> None:
    for lie in (b"/Length 1 ", b"/Length 999999999 ", b"/Length -5 "):
        content = re.sub(rb"/Length \d+ ", lie, GOOD["a.pdf"])
        found = read("a.pdf", content)
        assert rained(found) or problems(found)


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.zip", "a.tar", "a.txt.gz", "a.warc", "a.rss", "a.eml", "a.html", "feed.json"]
)
def test_bytes_turned_at_any_place_never_end_the_reading(name: str) -> None:
    content = GOOD[name]
    for place in range(0, len(content), max(1, len(content) // 60)):
        turned = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        for item in read(name, turned):
            assert item.problem or item.fields


def test_a_cell_of_ten_megabytes_keeps_no_other_row_from_being_read() -> None:
    content = b"id,text\na," + b"x" * 10_000_000 + f'\nb,"{RAIN}"\n'.encode()
    found = read("a.csv", content)
    assert (len(found), rained(found)) == (2, 1)


def test_a_line_without_end_is_passed_over_in_pieces() -> None:
    found = read("a.ndjson", LINE + b"x" * 50_000 + b"\n" + LINE, Options(limits=SMALL))
    assert (rained(found), problems(found)) == (2, {"a.ndjson:2": "is larger than 4,000 bytes"})


@pytest.mark.parametrize(
    ("name", "start", "piece"),
    [
        *((name, "", piece) for name in ("a", "a.md") for piece in ("<" * 50, "<!--", "<?", "<!DOCTYPE [", "{" * 50)),
        ("a.md", "# a", " " * 50),
        ("a.md", "** a", " " * 50 + "b ["),
        ("a", "From a ", "1" * 50),
        ("a.eml", "From: a@b\nSubject: c\n\n", "and so the river rose and rose and rose again\n"),
        ("a.csv", "text,id\n", '"' * 50),
    ],
)
def test_four_times_the_text_is_four_times_the_work(name: str, start: str, piece: str) -> None:
    assert growth(lambda text: read(name, text.encode()), piece, start) <= MARGIN
