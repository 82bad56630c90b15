"""The first lines of a file, by which a message, a mailbox and a table are known."""

import csv
import re
from typing import Final

from timeline.ingest import columns

_FIELD: Final = re.compile(r"([!-9;-~]{1,60}):[ \t]|([!-9;-~]{1,60}):$")
_BOX: Final = re.compile(r"From \S{1,200} [^\n]{0,60}\d{4}[^\n]{0,40}\n")
_OF_MAIL: Final = frozenset({"from", "received", "message-id", "return-path", "mime-version", "delivered-to"})
_WITH_MAIL: Final = frozenset({"to", "subject", "date", "content-type", "reply-to", "sender"}) | _OF_MAIL
_DELIMITERS: Final = ("\t", ";", "|", ",")


def mail(text: str) -> bool:
    """Whether the text begins with the header of a message: two of its fields, one of them only mail has."""
    names: set[str] = set()
    for line in text.splitlines():
        found = _FIELD.match(line)
        if not found and not (names and line[:1] in {" ", "\t"}):
            break
        if found:
            names.add((found[1] or found[2]).lower())
    return len(names & _WITH_MAIL) > 1 and bool(names & _OF_MAIL)


def mailbox(text: str) -> bool:
    """Whether the text begins with the line that separates messages, and a message."""
    line = _BOX.match(text)
    return line is not None and mail(text[line.end() :])


def delimiter(text: str) -> str:
    """The delimiter of a table whose header names a text, or an address and another field; else nothing."""
    line = text.lstrip().partition("\n")[0]
    for sign in _DELIMITERS:
        names = columns.fields(cells, {}) if len(cells := row(line, sign)) > 1 else {}
        if "text" in names or ("url" in names and len(names) > 1):
            return sign
    return ""


def row(line: str, sign: str) -> list[str]:
    """The cells of one line; none where it is no row."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=sign), [])
    except csv.Error:
        return []


def likeliest(line: str) -> str:
    """The delimiter of a header that names nothing we know: the one that occurs most; a comma where none does."""
    return delimiter(line) or max(_DELIMITERS, key=lambda sign: (line.count(sign), sign == ","))
