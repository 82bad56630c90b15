"""Plain text and Markdown, with or without front matter: a file is an article."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from timeline.errors import Invalid, TooLarge
from timeline.ingest import columns, encodings, streams
from timeline.ingest.item import Item, Options, Source

_FENCE: Final = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_LONGEST: Final = 1 << 16
_PLUS: Final = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+([^\n]*)$", re.MULTILINE)
_TITLE: Final = re.compile(r"\s*#[ \t]+([^\n]+)(?:\n|$)")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"\n]*\")?\)")
_BARE: Final = re.compile(r"<(https?://[^<>\s]*)>")
_STRONG: Final = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)([^*_\n]*[^*_\s])\1(?![\w*])")


def plain(source: Source, options: Options) -> Iterator[Item]:
    """The text as it came, so that offsets hold."""
    yield Item(source.where, source.named({"text": _decoded(source, options)}))


def markdown(source: Source, options: Options) -> Iterator[Item]:
    """The text without links' addresses and marks of headings, with the fields that its front matter names."""
    text = _decoded(source, options)
    matter, body = _parted(text) if _FENCE.match(text) else ({}, text)
    found: dict[str, object] = {
        ours: _written(matter[theirs]) for ours, theirs in columns.fields(matter, options.columns).items()
    }
    if "title" not in found and (heading := _TITLE.match(body)):
        found["title"], body = _unmarked(_heading(heading)), body[heading.end() :]
    yield Item(source.where, source.named({**found, "text": _unmarked(body).strip()}))


def _decoded(source: Source, options: Options) -> str:
    return encodings.decode(streams.whole(source.stream, options.limits.item), told=options.encoding)


def _parted(text: str) -> tuple[Mapping[str, object], str]:
    """Front matter and the text below it; a text between two rules is no front matter."""
    import yaml

    lines = text.replace("\r\n", "\n")
    try:
        found, body = _toml(lines) if lines.startswith("+++") else _yaml(lines)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        why = str(error).partition("\n")[0]
        raise Invalid(f"has front matter that cannot be read, or that never ends: {why}") from error
    return ({str(name): value for name, value in found.items()}, body) if isinstance(found, dict) else ({}, text)


def _yaml(text: str) -> tuple[object, str]:
    """Front matter between lines of ---, read by yaml's own loader: the one in C crashes on what is nested deep."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    matter, body = YAMLHandler().split(text)
    return yaml.load(_bounded(matter), Loader=yaml.SafeLoader), body


def _toml(text: str) -> tuple[object, str]:
    """Front matter between lines of +++, as Hugo writes it; frontmatter needs another library for that."""
    _, matter, body = _PLUS.split(text, 2)
    return tomllib.loads(_bounded(matter)), body


def _bounded(matter: str) -> str:
    if len(matter) > _LONGEST:
        raise TooLarge(f"has front matter of {len(matter):,} characters, more than {_LONGEST:,}")
    return matter


def _written(value: object) -> object:
    """A value of YAML or TOML as drafts take it: days as they are written, numbers as text."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _unmarked(text: str) -> str:
    """What a reader of Markdown sees of headings, links, pictures and bold words."""
    text = _HEADING.sub(_heading, text)
    for pattern, seen in ((_LINK, r"\1"), (_BARE, r"\1"), (_STRONG, r"\2")):
        text = pattern.sub(seen, text)
    return text


def _heading(found: re.Match[str]) -> str:
    """The words of a heading without the marks that may close it, which stand apart from them."""
    words = found[1].rstrip()
    open_end = words.rstrip("#")
    return open_end.rstrip() if open_end.endswith((" ", "\t")) else words
