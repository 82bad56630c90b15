"""What the templates may call: the functions that turn core types into plain data for printing."""

import hashlib
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

from flask import Flask
from markupsafe import Markup, escape

from timeline.core import calendar, edtf, words
from timeline.core.article import Publication
from timeline.core.interval import Interval
from timeline.services import because, doubts
from timeline.web.drawing.ruler import ruler
from timeline.web.drawing.spark import spark
from timeline.web.showing import certainty, claims, headings, quotation, sources

_STATIC: Final = Path(__file__).parent / "static"
_DAY_AND_MONTH: Final = re.compile(rf"(\d) (?=(?:{'|'.join(words.MONTHS)})\b)")
_LABELS: Final = {
    "Now": "publication",
    "given": "stated by the loader",
    "corrected": "corrected by a person",
    "Mentioned": "a date named before",
    "This": "calendar unit",
    "Nearest": "nearest date",
    "PartOf": "part of a day",
}
_NO_BREAK: Final = "\u00a0"


def install(app: Flask) -> None:
    """Give the templates their functions and filters."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        claimed=claimed, instant=instant, rule=rule, nb=unbroken, capital=capital, words=said, outside=sources.outside
    )
    app.jinja_env.globals.update(
        certainty=certainty,
        claims=claims,
        doubts_told=doubts.told,
        counted=certainty.counted,
        display=because.display,
        last_day=last_day,
        machine=headings.machine,
        quotation=quotation,
        publication_told=publication_told,
        ruler_of=ruler,
        spark_of=spark,
        sources=sources,
        told=because.told,
        version=version,
    )


def publication_told(publication: Publication) -> tuple[because.Sentence, ...]:
    """How a publication date was found, in sentences."""
    return because.of_steps(publication.derivation)


def last_day(end: float) -> str:
    """The last day before a time: '6 November 2024'."""
    return words.day(end - 1)


def unbroken(text: str) -> str | Markup:
    """'5 November' with a space that does not break; what is markup stays markup."""
    if isinstance(text, Markup):
        return Markup(_DAY_AND_MONTH.sub(rf"\1{_NO_BREAK}", str(escape(text))))  # nosec B704 # was markup before
    return _DAY_AND_MONTH.sub(rf"\1{_NO_BREAK}", text)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def claimed(text: str) -> str:
    """A claim: a date as 'Monday, 4 November 2024', anything else, such as a number, as it is."""
    try:
        return str(unbroken(words.with_weekday(edtf.read(text))))
    except ValueError:
        return text


def rule(name: str) -> str:
    """The name of a rule as a label: 'Now' is the publication, 'reports_disagree' reads by itself."""
    return _LABELS.get(name, name.replace("_", " ").lower())


def instant(at: datetime) -> str:
    """When something was loaded: '6 November 2024, 12:00 UTC'."""
    civil = calendar.from_instant(at, "UTC")
    return f"{words.day(civil)}, {words.clock(civil // 60 * 60)} UTC"


def said(interval: Interval) -> str:
    """An interval in words, days and months kept together."""
    return str(unbroken(words.in_words(interval)))


@cache
def version(name: str) -> str:
    """The version of a static file, so that a browser keeps it until it changes."""
    return hashlib.sha256((_STATIC / name).read_bytes()).hexdigest()[:8]
