"""The form of a file: by its content, by its name where the content leaves several, and what is none."""

import pytest

from tests import made_files
from timeline.errors import Invalid
from timeline.ingest import forms
from timeline.ingest.forms import Form

OBJECT = b'{"id": "a", "text": "It rained."}'


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (OBJECT + b"\n" + OBJECT, Form.NDJSON),
        (b'{\n "id": "a"\n}', Form.JSON),
        (b"[" + OBJECT + b"]", Form.JSON),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', Form.JSON_FEED),
        (b"title,text\nRain,It rained.\n", Form.CSV),
        (b"Headline;Date;Body\n", Form.CSV),
        (b"url\tpubDate\ttitle\n", Form.CSV),
        (b"---\ntitle: Rain\n---\nIt rained.\n", Form.MARKDOWN),
        (b'+++\ntitle = "Rain"\n+++\nIt rained.\n', Form.MARKDOWN),
        (b"It rained in Arnby, the mayor said.\n", Form.TEXT),
        ("Det regnade i Ånäs.\n".encode("utf-16"), Form.TEXT),
        (b"[Arnby] It rained.\n", Form.TEXT),
        (b"{curly} words are no JSON.\n", Form.TEXT),
        (b"Arnby, Monday: it rained.\n", Form.TEXT),
        (b"<!DOCTYPE html>\n<html><body><p>It rained.</p>", Form.HTML),
        (b"\n<!-- saved from url=(0020)https://post.example -->\n<html>", Form.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>', Form.HTML),
        (b"<p>It rained.</p>", Form.HTML),
        (made_files.rss(), Form.FEED),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made today -->\n<feed xmlns="http://www.w3.org/2005/Atom">',
            Form.FEED,
        ),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', Form.FEED),
        (made_files.sitemap(), Form.SITEMAP),
        (b"<sitemapindex>", Form.SITEMAP),
        (made_files.news_message(), Form.NEWSML),
        (b'<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">\n<nitf>', Form.NEWSML),
        (b'<nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/">', Form.NEWSML),
        (b'<?xml version="1.0"?><NewsML Version="1.2">', Form.NEWSML),
        (b"WARC/1.0\r\n", Form.WARC),
        (bytes(made_files.mail()), Form.MAIL),
        (b"Received: from a\n by b; Tue, 5 Nov 2024\nSubject: Rain\n\nIt rained.", Form.MAIL),
        (b"From a@b Tue Nov  5 14:05:00 2024\nFrom: a@b\nSubject: Rain\n\nIt rained.", Form.MAILBOX),
        (b"%PDF-1.7\n", Form.PDF),
        (made_files.zipped({"a.txt": b"It rained."}), Form.ZIP),
        (made_files.zipped({}), Form.ZIP),
        (made_files.tarred({"a.txt": b"It rained."}), Form.TAR),
        (made_files.packed(b"It rained."), Form.GZ),
    ],
)
def test_content_tells_the_form_whatever_the_name(head: bytes, form: Form) -> None:
    assert forms.recognise("", head) is form
    if form not in {Form.TEXT, Form.MARKDOWN}:
        assert forms.recognise("a.txt", head) is form


@pytest.mark.parametrize(
    ("path", "head", "form"),
    [
        ("", OBJECT, Form.NDJSON),
        ("a.json", OBJECT, Form.JSON),
        ("a.json", OBJECT + b"\n" + OBJECT, Form.NDJSON),
        ("a.ndjson", b"[1]\n" + OBJECT, Form.NDJSON),
        ("a.md", b"It rained.", Form.MARKDOWN),
        ("a.md", b"[[Rain]] fell.", Form.MARKDOWN),
        ("a.csv", b"kopf;inhalt\n", Form.CSV),
        ("a.html", b"It rained.", Form.HTML),
        ("a.csv", b"<!DOCTYPE html><html>", Form.HTML),
        ("a.pdf", b"It rained.", Form.PDF),
        ("a.zip", b"It rained.", Form.ZIP),
        ("a.json", b"", Form.JSON),
        ("", b"", Form.TEXT),
        ("a.TXT", b"It rained.", Form.TEXT),
    ],
)
def test_the_name_decides_where_the_content_leaves_several(path: str, head: bytes, form: Form) -> None:
    assert forms.recognise(path, head) is form


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office document"),
        (made_files.zipped({"[Content_Types].xml": b"<Types/>"}), "save it as text"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b'<?xml version="1.0"?><planningItem></planningItem>', "<planningitem>"),
        (bytes(range(256)), "is not text"),
    ],
)
def test_what_is_not_read_is_told_what_it_is(head: bytes, what: str) -> None:
    with pytest.raises(Invalid) as refused:
        forms.recognise("", head)
    assert what in refused.value.message
