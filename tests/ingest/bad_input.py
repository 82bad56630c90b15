"""The table of bad input: for every form, what is wrong with a file, and the reason that a person is given.

A row is a form: how a file of it is made around a text, and a column for each fault. A cell is the reason (a regular
expression), and after it how many other articles of the same file are read all the same. READ stands where there is
nothing wrong in spite of all, NONE where the fault cannot be. Of what most forms have in common, a row has only what is
its own.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tests import made_files
from tests.ingest.bad_files import (
    BOMB,
    ENTITY,
    LAUGHS,
    LAYERS,
    MARK,
    RAIN,
    SNOW,
    an_object,
    atom,
    json_feed,
    mail,
    mailbox,
    news,
    nitf,
    page,
    parts,
    pdf,
    rss,
    sitemap,
    two_files,
    warc,
)

READ: Final = "READ"
NONE: Final = "NONE"
"""An empty text is no fault of the form: drafts.py refuses it."""

Cell = str | tuple[str, int]
Case = tuple[bytes, Cell]

_UNREAD: Final = "byte .* cannot be read.*--encoding"
_DEEP: Final = "nested more than 100 deep"
_LARGE: Final = "larger than 4,000 bytes"
_NESTED: Final = "is nested too deep"


@dataclass(frozen=True, slots=True)
class Row:
    """A form: the name of its files, how one is made around a text, how much is cut off it, and what is said then."""

    name: str
    make: Callable[[bytes], bytes]
    cut: int
    truncated: Cell
    deep: Case | str
    hostile: Case
    empty: Cell = "is empty"
    damaged: Cell = _UNREAD
    legacy: Cell = READ
    wrong: Cell = "is a picture"
    large: Cell = _LARGE
    others: Mapping[str, bytes] = field(default_factory=dict)
    """What lies beside it in a folder."""


TABLE: Final = {
    "JSON": Row(
        name="a.json",
        make=lambda text: b"[%s, %s]" % (an_object(text), an_object(SNOW)),
        cut=8,
        truncated=("is not JSON in element 2, or cut off", 1),
        empty="is not JSON",
        large=(_LARGE, 1),
        deep=(b"[" * 100_000, _DEEP),
        hostile=(b"9" * 10_000, "is not JSON"),
    ),
    "NDJSON": Row(
        name="a.ndjson",
        make=lambda text: b"%s\n%s\n" % (an_object(SNOW), an_object(text)),
        cut=8,
        truncated=("is not JSON", 1),
        empty=NONE,
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=(an_object(SNOW) + b"\n" + b'{"a":' * 50_000, ("is not JSON", 1)),
        hostile=(b"9" * 10_000 + b"\n" + an_object(SNOW), ("is not JSON", 1)),
    ),
    "CSV": Row(
        name="a.csv",
        make=lambda text: b'id,text\nb,"%s"\na,"%s"\n' % (SNOW, text),
        cut=6,
        truncated=("quotation mark that is never closed", 1),
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=NONE,
        hostile=(b"id,text\n" + b'"' * 200_001, "quotation mark that is never closed"),
    ),
    "TSV": Row(
        name="a.tsv",
        make=lambda text: b'id\ttext\nb\t%s\na\t"%s"\n' % (SNOW, text),
        cut=6,
        truncated=("quotation mark that is never closed", 1),
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=NONE,
        hostile=(b"id\ttext\n" + b'"' * 200_001, "quotation mark that is never closed"),
    ),
    "text": Row(
        name="a.txt",
        make=bytes,
        cut=0,
        truncated=NONE,
        empty=NONE,
        deep=NONE,
        hostile=(RAIN + b"\n" + b" " * 60_000 + b"[" * 60_000, READ),
    ),
    "Markdown": Row(
        name="a.md",
        make=lambda text: b"---\ntitle: Rain\n---\n%s\n" % text,
        cut=len(RAIN) + 3,
        truncated="has front matter that cannot be read, or that never ends",
        empty=NONE,
        deep=(b"---\na: " + b"[" * 60_000 + b"\n---\nx", "has front matter that cannot be read"),
        hostile=(b"---\na: !!python/object/apply:os.getcwd []\n---\n" + RAIN, "has front matter that cannot be read"),
    ),
    "HTML": Row(
        name="a.html",
        make=page,
        cut=35,
        truncated="is cut off: the page ends in the middle of its text",
        deep=(b"<html><body>" + b"<div>" * 100_000 + RAIN + b"</body>", _NESTED),
        hostile=(page(b"<script>%s</script><style>%s</style>%s" % (MARK, MARK, RAIN)), READ),
    ),
    "RSS": Row(
        name="a.rss",
        make=rss,
        cut=60,
        truncated=("is cut off: the feed ends in this entry", 1),
        deep=(rss(LAYERS.replace(b"<", b"&lt;") * 300 + RAIN), _NESTED),
        hostile=(rss(b"&j;" + RAIN).replace(b"?>", b"?>" + LAUGHS, 1), READ),
    ),
    "Atom": Row(
        name="a.atom",
        make=atom,
        cut=60,
        truncated=("is cut off: the feed ends in this entry", 1),
        deep=(atom(b"<![CDATA[%s%s]]>" % (LAYERS * 300, RAIN)), _NESTED),
        hostile=(atom(b"&lt;script>%s&lt;/script>%s" % (MARK, RAIN)), READ),
    ),
    "JSON Feed": Row(
        name="feed.json",
        make=json_feed,
        cut=8,
        truncated="is not JSON",
        empty="is not JSON",
        deep=(json_feed(b'", "a": ' + b"[" * 5000 + b"]" * 5000 + b', "b": "'), _DEEP),
        hostile=(json_feed(b'", "content_html": "<script>%s</script>%s' % (MARK, RAIN)), READ),
    ),
    "sitemap": Row(
        name="s.xml",
        make=sitemap,
        cut=20,
        truncated=("is not sound XML after 1 addresses", 1),
        empty=NONE,
        damaged="is not sound XML",
        deep=(b"<urlset>" + b"<url>" * 100_000, "is not sound XML"),
        hostile=(sitemap(b"&j;" + RAIN).replace(b"?>", b"?>" + LAUGHS, 1), "is not sound XML"),
    ),
    "NewsML": Row(
        name="a.newsml",
        make=news,
        cut=60,
        truncated=("is not sound XML after 1 articles, or cut off", 1),
        damaged="is not sound XML.*--encoding",
        deep=(news(LAYERS), _NESTED),
        hostile=(news(b"&j;" + RAIN).replace(b"?>", b"?>" + LAUGHS, 1), "is not sound XML"),
    ),
    "NITF": Row(
        name="a.nitf",
        make=nitf,
        cut=60,
        truncated="is not sound XML after 0 articles, or cut off",
        damaged="is not sound XML.*--encoding",
        deep=(nitf(LAYERS), _NESTED),
        hostile=(ENTITY, ("has the entity &x;", 1)),
    ),
    "WARC": Row(
        name="a.warc",
        make=warc,
        cut=12,
        truncated=("is cut off: the file ends in this record", 1),
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=(
            made_files.warc(
                ("https://p.example/a", "text/html", b"<div>" * 100_000), ("https://p.example/b", "text/plain", SNOW)
            ),
            (_NESTED, 1),
        ),
        hostile=(warc(RAIN).replace(b"Content-Length: ", b"Content-Length: 9999999", 1), "is cut off"),
    ),
    "mail": Row(
        name="a.eml",
        make=mail,
        cut=len(RAIN) + 2,
        truncated="has no text",
        deep=(parts(600), "has more than 500 parts"),
        hostile=(b"From: a@b\nSubject: R\nContent-Type: text/html\n\n<script>%s</script>%s" % (MARK, RAIN), READ),
    ),
    "mailbox": Row(
        name="a.mbox",
        make=mailbox,
        cut=len(SNOW) + 3,
        truncated=("has no text", 1),
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=(mailbox(RAIN).replace(mail(RAIN), parts(600)), ("has more than 500 parts", 1)),
        hostile=(mailbox(RAIN).replace(b"Subject: ", b"Subject: =?utf-8?b?////?= =?none?q?=00?="), READ),
    ),
    "PDF": Row(
        name="a.pdf",
        make=pdf,
        cut=200,
        truncated="is a PDF that cannot be read",
        damaged=NONE,
        legacy=NONE,
        deep=(pdf(RAIN).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "is a PDF that cannot be read|has no text layer"),
        hostile=(pdf(RAIN).replace(b"/Count 1 ", b"/Count 999999999 "), READ),
    ),
    "zip": Row(
        name="a.zip",
        make=lambda text: made_files.zipped(two_files(text)),
        cut=30,
        truncated="is damaged",
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=(
            made_files.zipped(
                {"a.zip": made_files.zipped({"b.zip": made_files.zipped({"c.zip": BOMB})}), "b.txt": SNOW}
            ),
            ("is an archive in more than 3 others", 1),
        ),
        hostile=(made_files.zipped({"../a.txt": MARK, "b.txt": SNOW}), ("has a path that leads out of the archive", 1)),
    ),
    "tar": Row(
        name="a.tar",
        make=lambda text: made_files.tarred({"b.txt": SNOW, "a.txt": text}),
        cut=9200,
        truncated=("is damaged|is cut off", 1),
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=(
            made_files.tarred({"a.gz": made_files.packed(made_files.packed(made_files.packed(BOMB))), "b.txt": SNOW}),
            ("is an archive in more than 3 others", 1),
        ),
        hostile=(
            made_files.tarred({"/etc/a.txt": MARK, "b.txt": SNOW}),
            ("has a path that leads out of the archive", 1),
        ),
    ),
    "gz": Row(
        name="a.txt.gz",
        make=made_files.packed,
        cut=10,
        truncated="is cut off: it ends in the middle",
        deep=(made_files.packed(made_files.packed(made_files.packed(BOMB))), "is an archive in more than 3 others"),
        hostile=(BOMB, "larger than 4,000 bytes|as only a bomb does|larger than 32 MB"),
    ),
    "stdin": Row(
        name="-",
        make=lambda text: b"%s\n%s\n" % (an_object(SNOW), an_object(text)),
        cut=8,
        truncated=("is not JSON", 1),
        empty=NONE,
        damaged=(_UNREAD, 1),
        large=(_LARGE, 1),
        deep=(an_object(SNOW) + b"\n" + b'{"a":' * 50_000, ("is not JSON", 1)),
        hostile=(BOMB, "as only a bomb does|larger than 32 MB"),
    ),
    "folder": Row(
        name="a.json",
        make=an_object,
        cut=8,
        truncated=("is not JSON", 1),
        empty=("is not JSON", 1),
        damaged=(_UNREAD, 1),
        legacy=(READ, 1),
        large=(_LARGE, 1),
        deep=(b"[" * 100_000, (_DEEP, 1)),
        hostile=(json.dumps({"text": RAIN.decode()}).encode(), (READ, 1)),
        wrong=("is a picture", 1),
        others={"b.txt": SNOW, ".hidden.txt": MARK},
    ),
}
