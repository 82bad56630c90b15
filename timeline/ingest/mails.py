"""Mail: messages (.eml) and mailboxes (mbox), a message an article."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from timeline.errors import TimelineError, TooLarge
from timeline.ingest import encodings, markup, streams
from timeline.ingest.item import Item, Options, Source
from timeline.ingest.limits import size
from timeline.ingest.wrapping import unwrapped

_PARTS: Final = 500
"""A digest of a busy list has some tens of messages, of two or three parts each."""

_SEPARATOR: Final = re.compile(rb"From \S+ .*\d{4}")
_ESCAPED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_TEXTS: Final = ("text/plain", "text/html")


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article that a message is."""
    yield _item(source.where, streams.whole(source.stream, options.limits.item), options)


def box(source: Source, options: Options) -> Iterator[Item]:
    """The messages of a mailbox, one by one, each by the number of its first line."""
    limit = options.limits.item
    kept: list[bytes] = []
    start, held, blank = 1, 0, True
    for number, line in enumerate(streams.lines(source.stream, limit), start=1):
        if blank and _SEPARATOR.match(line):
            if held:
                yield _message(f"{source.where}:{start}", kept, held, options)
            kept, start, held = [], number, 0
            continue
        blank, held = not line.strip(), held + len(line)
        if held <= limit:
            kept.append(line)
    if held:
        yield _message(f"{source.where}:{start}", kept, held, options)


def _message(where: str, kept: list[bytes], held: int, options: Options) -> Item:
    if held > options.limits.item:
        return Item(where, {}, f"is larger than {size(options.limits.item)}")
    return _item(where, _ESCAPED.sub(rb"\1", b"".join(kept)), options)


def _item(where: str, raw: bytes, options: Options) -> Item:
    try:
        message = message_from_bytes(raw)
        text = _text(message, options)
    except TimelineError as error:
        return Item(where, {}, error.message)
    except RecursionError:
        return Item(where, {}, "is nested too deep")
    name, address = parseaddr(_header(message, "From"))
    fields = {
        "id": _header(message, "Message-ID").strip().strip("<>"),
        "title": _header(message, "Subject"),
        "text": text,
        "source": name or address,
        "url": _header(message, "Archived-At").strip().strip("<>"),
        "published": _date(message),
    }
    return Item(where, {one: value for one, value in fields.items() if value}, "" if text else _why(message))


def _text(message: Message, options: Options) -> str:
    """The first part that is plain text, else the first that is HTML, as text; attachments are no part of it."""
    found: dict[str, str] = {}
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            raise TooLarge(f"has more than {_PARTS} parts")
        kind = part.get_content_type()
        wanted = kind in _TEXTS and kind not in found and part.get_content_disposition() != "attachment"
        if wanted and (words := _words(part, kind, options)):
            found[kind] = words
    return next((found[kind] for kind in _TEXTS if kind in found), "")


def _words(part: Message, kind: str, options: Options) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    text = encodings.decode(content, part.get_content_charset("") or "", options.encoding)
    return markup.lines(text) if kind == "text/html" else unwrapped(text).strip()


def _header(message: Message, name: str) -> str:
    """A header without its encoding, on one line."""
    written = message.get(name, "")
    try:
        return " ".join(str(make_header(decode_header(written))).split())
    except (HeaderParseError, LookupError, ValueError):
        return " ".join(str(written).encode("ascii", "replace").decode().split())


def _date(message: Message) -> str:
    """The date as an instant with its zone; as written where it is none, so that it is refused by name."""
    written = _header(message, "Date")
    try:
        return parsedate_to_datetime(written).isoformat() if written else ""
    except (ValueError, OverflowError, LookupError, TypeError):
        return written


def _why(message: Message) -> str:
    return "is cut off: it has no text" if message.defects else "has no text"
