"""Bytes as text: byte order marks, UTF-8, what is declared, and legacy encodings where they are plain."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import Final

from timeline.errors import Invalid
from timeline.ingest import streams

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LEGACY: Final = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "iso8859_2"),
    *("cp932", "euc_jp", "cp949", "gb18030", "big5"),
)
"""What old pages and spreadsheets are in; among all encodings there is always one more that fits."""

_SAMPLE: Final = 1 << 16
_PLAIN: Final = 0.5
"""The share of a language's letters in order (charset-normalizer's coherence) of two lines of prose in any of them."""

_MARGIN: Final = 0.05
"""Czech in windows-1250 is equally good windows-1252; French is better in its own by this much."""

_KANA: Final = re.compile(r"[\u3041-\u30ff]")
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
_JAPANESE: Final = 0.2
"""Kana among the letters of Japanese: a third to a half, and hardly any in other text that is taken for it."""

_TAG: Final = re.compile(rb"<[^<>]*>")
_FEW: Final = 8
_WITHIN: Final = re.compile(r"[^\W\d_][\xa1-\xac\xae-\xb6\xb8-\xbf\xd7\xf7][^\W\d_]")
"""A sign in a word, as where Polish in windows-1250 is read as windows-1252."""

_NULLS: Final = bytes(4)
"""What every encoding of texts can read, and Python's other codecs cannot; of nothing at all it asks none of them."""

_NAMES: Final = frozenset({"idna", "punycode"})
"""Encodings of the names of hosts."""

_ESCAPE: Final = 0xDC00
_ESCAPED: Final = re.compile(r"[\udc00-\udcff]")


def decode(raw: bytes, declared: str = "", told: str = "") -> str:
    """The text; Invalid, naming the first byte that cannot be read, where the encoding is not plain.

    told is what a person said, and counts alone. What is valid UTF-8 is UTF-8, whatever it declares: that is rarely
    chance, and declarations are often wrong; only the encodings that write everything in ASCII are believed first.
    """
    if sure := _known(told) or mark(raw):
        return _strict(raw, sure, f"is not {sure.upper().removesuffix('-SIG')}")
    escapes = _known(declared) if b"\x1b" in raw else ""
    for name in (escapes, "utf-8", _known(declared)):
        with suppress(UnicodeDecodeError, LookupError):
            return raw.decode(name)
    with suppress(UnicodeDecodeError, LookupError):
        return raw.decode(guess(raw))
    return _strict(raw, "utf-8", "is not UTF-8", ", and no other encoding is plain; name it with --encoding")


def lines(stream: io.BufferedReader, limit: int, encoding: str = "") -> Iterator[str]:
    """The lines of a stream, in UTF-8, what its mark says, or a legacy encoding that the first bad lines make plain.

    Bytes that cannot be read are kept as surrogates, which problem() names. A line longer than limit is cut.
    """
    if name := _known(encoding) or mark(stream.peek(4)):
        yield from _told(io.TextIOWrapper(stream, name, errors="surrogateescape", newline="\n"), limit)
        return
    raws = streams.lines(stream, limit)
    plain = True
    for raw in raws:
        try:
            line = raw.decode()
        except UnicodeDecodeError:
            if plain:
                yield from _legacy(raw, raws)
                return
            line = raw.decode("utf-8", "surrogateescape")
        plain = plain and line.isascii()
        yield line


def problem(line: str) -> str:
    """What to say of a line with bytes that could not be read, or nothing."""
    bad = _ESCAPED.search(line)
    if not bad:
        return ""
    byte = f"byte 0x{ord(bad[0]) - _ESCAPE:02X} at position {bad.start()}"
    return f"{byte} cannot be read; name its encoding with --encoding"


def mark(raw: bytes) -> str:
    """The encoding that a byte order mark declares, or nothing."""
    return next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "")


def guess(raw: bytes) -> str:
    """The legacy encoding of a text, or nothing where it is too short or two of them are as likely."""
    from charset_normalizer import from_bytes

    if _damaged(raw):
        return ""
    found = from_bytes(_TAG.sub(b" ", raw[:_SAMPLE]), cp_isolation=list(_LEGACY))
    best = found.best()
    if best is None or best.chaos > _MARGIN:
        return ""
    text = str(best)
    rivals = [other.coherence for other in found if str(other) != text and other.chaos <= best.chaos]
    clear = best.coherence >= _PLAIN and best.coherence - max(rivals, default=0) >= _MARGIN
    return best.encoding if (clear and not _WITHIN.search(text)) or _japanese(best.encoding, text) else ""


def _damaged(raw: bytes) -> bool:
    """Whether it is UTF-8 all the same, but for some bytes: other encodings rarely have what is valid in it."""
    read = raw.decode("utf-8", "replace")
    lost = read.count("\ufffd")
    return len(_FOREIGN.findall(read)) - lost >= lost


def _japanese(encoding: str, text: str) -> bool:
    signs = len(_FOREIGN.findall(text))
    return encoding == "cp932" and signs >= _FEW and len(_KANA.findall(text)) >= _JAPANESE * signs


def _told(text: io.TextIOWrapper, limit: int) -> Iterator[str]:
    """The lines of a text in an encoding that is known, up to where it breaks off in the middle of a character."""
    try:
        yield from iter(partial(text.readline, limit + 1), "")
    except UnicodeDecodeError as error:
        yield chr(_ESCAPE + error.object[error.start])
    finally:
        text.detach()


def _legacy(first: bytes, raws: Iterator[bytes]) -> Iterator[str]:
    """The first line that is not UTF-8 and the rest of the file, in the encoding that they make plain together."""
    sample, size = [first], len(first)
    while size < _SAMPLE and (raw := next(raws, None)):
        sample.append(raw)
        size += len(raw)
    name = guess(b"".join(sample)) or "utf-8"
    for raw in chain(sample, raws):
        try:
            yield raw.decode(name)
        except UnicodeDecodeError:
            yield raw.decode("utf-8", "surrogateescape")


def _strict(raw: bytes, name: str, why: str, advice: str = "") -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise Invalid(f"{why}: byte {error.start} cannot be read{advice}") from error


def _known(name: str) -> str:
    """Python's name of an encoding of texts, or nothing; what is declared as Latin-1 is windows-1252 everywhere."""
    try:
        found = codecs.lookup(name).name if name else ""
        _NULLS.decode(found or "utf-8")
    except (LookupError, ValueError):
        return ""
    if found in _NAMES:
        return ""
    return "cp1252" if found == "iso8859-1" else found
