"""PDF: the text layer, page after page; what was only scanned has none."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from timeline.errors import Invalid, TooLarge
from timeline.ingest import streams
from timeline.ingest.item import Item, Options, Source
from timeline.ingest.wrapping import unwrapped

_PAGES: Final = 1000
_FILE_NAME: Final = re.compile(r"untitled|.*\.(?:docx?|odt|indd|pdf|qxd|rtf|pages|tex|dvi)", re.IGNORECASE)

logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article that a paper is; a problem where it is encrypted, broken or has no text layer."""
    from pypdf.errors import DependencyError, PyPdfError

    raw = streams.whole(source.stream, options.limits.item)
    broken = (PyPdfError, DependencyError, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError)
    try:
        title, text = _read(raw)
    except (*broken, ValueError, NotImplementedError, RecursionError) as error:
        raise Invalid(f"is a PDF that cannot be read: {str(error)[:200] or type(error).__name__}") from error
    if not text.strip():
        raise Invalid("has no text layer; if it was scanned, let a program for recognising text (OCR) read it first")
    yield Item(source.where, source.named({**({"title": title} if title else {}), "text": text}))


def _read(raw: bytes) -> tuple[str, str]:
    from pypdf import PdfReader

    paper = PdfReader(BytesIO(raw))
    if paper.is_encrypted and not paper.decrypt(""):
        raise Invalid("is encrypted; save it without its password first")
    if len(paper.pages) > _PAGES:
        raise TooLarge(f"has more than {_PAGES:,} pages")
    text = "\n".join(unwrapped(page.extract_text()).strip() for page in paper.pages)
    title = " ".join(str(paper.metadata.title or "").split()) if paper.metadata else ""
    return "" if _FILE_NAME.fullmatch(title) else title, text
