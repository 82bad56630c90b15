"""Files of every form, made of bytes in the tests that need them: what is committed stays readable."""

import base64
import gzip
import hashlib
import io
import json
import tarfile
import uuid
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

LINES = (
    "The council of Arnby closed the old paper mill on Monday, the mayor told reporters at the town hall.",
    "Workers had asked for two more years, but the roof could not be mended for less than a million crowns.",
    "A museum will open in the eastern wing, and the western wing is to be pulled down in the spring.",
)
TEXT = "\n".join(LINES)


def page(title: str = "Mill closes", text: str = TEXT, head: str = "") -> bytes:
    """A saved page with the furniture that pages have."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}'
        f'<meta property="og:site_name" content="Arnby Post"></head><body><nav><a href="/">Home</a>'
        f"</nav><article><h1>{title}</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def rss(*items: str, title: str = "Arnby Post") -> bytes:
    """An RSS feed of items, each the XML inside <item>."""
    inner = "".join(f"<item>{one}</item>" for one in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{inner}</channel></rss>'.encode()


def sitemap(*entries: str) -> bytes:
    """A sitemap of entries, each the XML inside <url>."""
    inner = "".join(f"<url>{one}</url>" for one in entries)
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {names}>{inner}</urlset>'.encode()


def nitf(text: str = TEXT, head: str = "", title: str = "Mill closes") -> str:
    """A document in NITF of paragraphs; head is the XML inside <head>."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    hedline = f"<body.head><hedline><hl1>{title}</hl1></hedline></body.head>"
    return f"<nitf><head>{head}</head><body>{hedline}<body.content>{paragraphs}</body.content></body></nitf>"


def news_item(content: str, guid: str = "urn:newsml:wire.example:1", meta: str = "", title: str = "Mill closes") -> str:
    """An item of NewsML-G2; content is the XML inside <contentSet>, meta that inside <itemMeta>."""
    kind = '<itemClass qcode="ninat:text"/><provider qcode="nprov:WIRE"><name>Northern Wire</name></provider>'
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2"><itemMeta>{kind}{meta}'
        f"</itemMeta><contentMeta><headline>{title}</headline></contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def news_message(*items: str) -> bytes:
    """A message of NewsML-G2 that carries items."""
    inner = "".join(items)
    name = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    return f'<?xml version="1.0"?><newsMessage {name}><itemSet>{inner}</itemSet></newsMessage>'.encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def tarred(members: Mapping[str, bytes | tarfile.TarInfo], mode: str = "w") -> bytes:
    """A tar file; a member may be an entry without content, such as a link."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz" if mode == "w:gz" else "w") as archive:
        for name, content in members.items():
            entry = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            data = b"" if isinstance(content, tarfile.TarInfo) else content
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return held.getvalue()


def packed(content: bytes) -> bytes:
    """A gzip file, the same on every day."""
    return gzip.compress(content, mtime=0)


def warc(*answers: tuple[str, str, bytes], status: str = "200 OK", gz: bool = False) -> bytes:
    """A web archive of (address, content type, content), each record packed by itself where gz says so."""
    records = []
    for url, kind, content in answers:
        block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-11-06T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url)}>\r\nWARC-Block-Digest: sha1:{digest}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        records.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(packed(record) if gz else record for record in records)


def mail(text: str = TEXT, subject: str = "Mill closes", number: int = 1) -> EmailMessage:
    """A message of plain text, to be sent with bytes()."""
    message = EmailMessage()
    message["From"] = "Anna Berg <anna@post.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 05 Nov 2024 14:05:00 +0100"
    message["Message-ID"] = f"<{number}@post.example>"
    message.set_content(text)
    return message


def pdf(*pages: tuple[str, ...], title: str = "") -> bytes:
    """A PDF with a text layer: the lines of its pages."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "\n".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 11 Tf 72 720 Td\n{drawn}\nET"
        font = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {font} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    return _written(objects)


def _written(objects: list[str]) -> bytes:
    """Objects, the last of them what the paper says of itself, with the table of where they are."""
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def ndjson(*objects: Mapping[str, object]) -> bytes:
    """One object a line."""
    return b"".join(json.dumps(one).encode() + b"\n" for one in objects)
