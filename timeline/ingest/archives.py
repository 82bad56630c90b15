"""Web archives (WARC): the pages, texts and papers that were answered, record by record."""

import io
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from typing import Any, Final

from timeline.errors import TooLarge
from timeline.ingest import streams
from timeline.ingest.item import Item, Options, Source
from timeline.ingest.limits import size

_ANSWERS: Final = frozenset({"response", "resource", "conversion"})
_READ: Final = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
"""Kinds of content that are articles, and how a file of them is called; pictures and styles are passed over."""

_CUT: Final = "is cut off: the file ends in this record"
_MISFIT: Final = "is not whole: its length or its digest is not the one that it names"
_MARK: Final = b"WARC/1."


def read(source: Source, options: Options) -> Iterator[Source | Item]:
    """The answers of a web archive, by the number of their record; damage keeps no later one from being read.

    An answer is given when the next record is found where it should be: until then it may not be whole.
    """
    from warcio.archiveiterator import ArchiveIterator

    archive: Any = ArchiveIterator(source.stream, check_digests=True)
    number, held = 0, None
    while archive:
        number += 1
        where, faults = f"{source.where}:{number}", archive.err_count
        record, why = _next(archive)
        if held:
            yield held if archive.err_count == faults else Item(held.where, {}, _MISFIT)
        held = None
        if why:
            yield Item(where, {}, why)
            archive = _resumed(archive)
        elif record is None:
            if archive.next_line or number == 1:
                yield Item(where, {}, _CUT)
            return
        else:
            found = _record(source, where, record, options)
            if isinstance(found, Item):
                yield found
            else:
                held = found


def _next(archive: Any) -> tuple[Any, str]:
    """The next record, None at the end, and what is wrong with it; warcio tells stderr of faults, and counts them."""
    from warcio.exceptions import ArchiveLoadFailed

    with redirect_stderr(io.StringIO()):
        try:
            return next(archive, None), ""
        except (ArchiveLoadFailed, ValueError) as error:
            return None, f"is not a record: {next(iter(str(error).strip().splitlines()), '')[:200]}"
        except (AttributeError, LookupError, OverflowError, TypeError):
            return None, "is not a record: its header is not whole"


def _record(source: Source, where: str, record: Any, options: Options) -> Source | Item | None:
    """The page of a record, if it is one that was answered."""
    if not (record.rec_type and (record.rec_headers.get_header("Content-Length") or "").strip().isdigit()):
        return Item(where, {}, "is cut off, or has no length")
    if record.rec_type not in _ANSWERS:
        return None
    kind = _kind(record)
    meant = kind in _READ and _answered(record)
    try:
        content = streams.whole(record.content_stream(), options.limits.item) if meant else b""
        if _cut(record):
            return Item(where, {}, _CUT)
    except TooLarge:
        return Item(where, {}, f"is larger than {size(options.limits.item)}")
    except ValueError:  # its digest is none
        return Item(where, {}, _MISFIT)
    if meant and record.digest_checker.passed is False:
        return Item(where, {}, _MISFIT)
    return _source(source, where, kind, content, record) if meant else None


def _source(source: Source, where: str, kind: str, content: bytes, record: Any) -> Source:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    stream = streams.opened(io.BytesIO(content))
    return Source(where, f"answer{_READ[kind]}", stream, source.level + 1, url, _headers(record))


def _cut(record: Any) -> bool:
    """Whether the file ends before the record does, of which the rest is read."""
    while record.raw_stream.read(streams.CHUNK):
        pass
    return bool(record.raw_stream.limit > 0)


def _kind(record: Any) -> str:
    """The content type, as the server or else the archive says."""
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _answered(record: Any) -> bool:
    """Whether the server gave the page, and no redirection or error."""
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _headers(record: Any) -> Mapping[str, str]:
    """What the server sent, names in lower case; the time of the capture stands in where it named no date."""
    sent = {name.lower(): value for name, value in (record.http_headers.headers if record.http_headers else ())}
    captured = record.rec_headers.get_header("WARC-Date")
    return {**({"warc-date": captured} if captured else {}), **sent}


def _resumed(archive: Any) -> Any:
    """An archive that goes on at the next line which begins a record, or None."""
    from warcio.archiveiterator import ArchiveIterator

    reader = archive.reader
    while line := reader.readline() if reader else b"":
        if line.startswith(_MARK):
            again = ArchiveIterator(archive.fh, check_digests=True)
            again.reader, again.next_line = reader, line
            return again
    return None
