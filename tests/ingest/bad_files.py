"""Files of every form made around a text, which may be bad, and what bad input is made of."""

import gzip
from email.message import EmailMessage
from typing import Final

from tests import made_files

RAIN: Final = b"It rained in Arnby, and the river rose."
SNOW: Final = b"It snowed in Arnby, and the river froze."
"""The text of a second article, where a file has one."""

MARK: Final = b"never to be read"
"""What stands where nobody must look: in scripts, outside of archives, in entities."""

DAMAGED: Final = "Ånäs ".encode() + b"caf\xe9"
LEGACY: Final = (
    "Мэр города закрыл старую бумажную мельницу в понедельник, сообщил он журналистам. Рабочие просили ещё "
    "два года, но крышу нельзя было починить дешевле, чем за миллион, и совет решил открыть на её месте музей."
)
"""In windows-1251 below."""

PICTURE: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
BOMB: Final = gzip.compress(b" " * (80 << 20), mtime=0)
LAUGHS: Final = b'<!DOCTYPE r [<!ENTITY a "%s">%s]>' % (
    MARK,
    b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)),
)
"""Ten to the ninth marks, in &j;."""


def rss(text: bytes) -> bytes:
    """An RSS feed of two entries, the second in order."""
    items = (b"<title>Rain</title><link>https://p.example/%d</link><description>%s</description>" % one for one in
             enumerate((text, SNOW)))  # fmt: skip
    return made_files.rss("@").replace(b"<item>@</item>", b"".join(b"<item>%s</item>" % item for item in items))


def atom(text: bytes) -> bytes:
    """The same as Atom."""
    entry = b'<entry><id>urn:%d</id><title>A</title><link href="https://p.example/%d"/><content>%s</content></entry>'
    entries = b"".join(entry % (number, number, one) for number, one in enumerate((text, SNOW)))
    return b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>%s</feed>' % entries


def json_feed(text: bytes) -> bytes:
    """The same as a JSON Feed."""
    item = b'{"id": "%d", "content_text": "%s"}'
    items = b", ".join(item % (number, one) for number, one in enumerate((text, SNOW)))
    return b'{"version": "https://jsonfeed.org/version/1", "items": [%s]}' % items


def page(text: bytes) -> bytes:
    """A page."""
    return b"<!DOCTYPE html><html><body><article><p>%s</p></article></body></html>" % text


def sitemap(text: bytes) -> bytes:
    """A sitemap, the text as the title of a page."""
    entry = b"<url><loc>https://p.example/%d</loc><title>%s</title></url>"
    entries = b"".join(entry % (number, one) for number, one in enumerate((text, SNOW)))
    return b'<?xml version="1.0"?><urlset>%s</urlset>' % entries


def news(text: bytes) -> bytes:
    """A message of NewsML-G2 with two items, the second in order."""
    items = "".join(made_files.news_item(f"<inlineData>@{n}</inlineData>", guid=str(n)) for n in range(2))
    return made_files.news_message(items).replace(b"@0", text).replace(b"@1", SNOW)


def nitf(text: bytes) -> bytes:
    """A document in NITF."""
    return b'<?xml version="1.0"?>' + made_files.nitf("@").encode().replace(b"@", text)


def warc(text: bytes) -> bytes:
    """A web archive of two texts, the second in order."""
    return made_files.warc(("https://p.example/a", "text/plain", text), ("https://p.example/b", "text/plain", SNOW))


def mail(text: bytes) -> bytes:
    """A message."""
    return b"From: a@b\nSubject: Rain\nMessage-ID: <1@b>\n\n" + text + b"\n"


def mailbox(text: bytes) -> bytes:
    """Two messages, the second in order."""
    return b"".join(b"From a@b Tue Nov  5 14:05:00 2024\n%s\n" % mail(one) for one in (text, SNOW))


def pdf(text: bytes) -> bytes:
    """A paper."""
    return made_files.pdf((text.decode("latin-1"),))


def two_files(text: bytes) -> dict[str, bytes]:
    """The members of an archive, the second in order."""
    return {"a.txt": text, "b.txt": SNOW}


def an_object(text: bytes) -> bytes:
    """An object in JSON."""
    return b'{"id": "a", "text": "%s"}' % text


def parts(count: int) -> bytes:
    """A message of many attachments."""
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b", "Rain"
    for number in range(count):
        message.add_attachment(str(number))
    return bytes(message)


LAYERS: Final = b"<b>" * 300
ENTITY: Final = news(b"&x;").replace(b"?>", b'?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1)
