"""Articles in files of every form: what a file is, and which reader gives its items."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path, PurePath
from typing import Final

from timeline.errors import TimelineError, TooLarge
from timeline.ingest import (
    archives,
    containers,
    feeds,
    forms,
    mails,
    pages,
    papers,
    records,
    sitemaps,
    streams,
    tables,
    texts,
)
from timeline.ingest.forms import Form
from timeline.ingest.item import NO_TEXT, Item, Options, Source
from timeline.ingest.news import messages

__all__ = ["NO_TEXT", "Form", "Item", "Options", "items", "walked"]

Reader = Callable[[Source, Options], Iterator[Source | Item]]

_READERS: Final[dict[Form, Reader]] = {
    Form.JSON: records.document,
    Form.NDJSON: records.lines,
    Form.CSV: tables.read,
    Form.TEXT: texts.plain,
    Form.MARKDOWN: texts.markdown,
    Form.HTML: pages.read,
    Form.FEED: feeds.read,
    Form.JSON_FEED: feeds.json_feed,
    Form.SITEMAP: sitemaps.read,
    Form.NEWSML: messages.read,
    Form.WARC: archives.read,
    Form.MAIL: mails.read,
    Form.MAILBOX: mails.box,
    Form.PDF: papers.read,
    Form.ZIP: containers.zipped,
    Form.TAR: containers.tar,
    Form.GZ: containers.gz,
}
_MAY_BE_EMPTY: Final = frozenset({Form.TEXT, Form.MARKDOWN, Form.JSON, Form.NDJSON})
"""Their readers, or drafts, have their own words for it."""

_DEFAULT: Final = Options()

Watch = Callable[[io.BufferedReader], object]


def _unseen(_: io.BufferedReader) -> None:
    pass


def items(name: str, content: Iterable[bytes], options: Options = _DEFAULT) -> Iterator[Item]:
    """The articles of a file, read piece by piece where its form allows; '-' is standard input.

    What cannot be read is an item with a problem. An article that has no id or address gets the file's name as its id.
    """
    path = "" if name == "-" else PurePath(name).name
    yield from read(Source(name if path else "stdin", path, streams.opened(content)), options)


def walked(name: str, options: Options = _DEFAULT, watch: Watch = _unseen) -> Iterator[Item]:
    """The articles of a file or, sorted by path, of all files in a folder; '-' is not meant here. watch is given every
    file as it is opened, to see how far it is read."""
    top = Path(name)
    found = containers.folder(top) if top.is_dir() else iter([(top.name, top)])
    for path, file in found:
        where = f"{name.rstrip('/')}/{path}" if top.is_dir() else name
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(file.open("rb"))
                watch(stream)
            except OSError as error:
                yield Item(where, {}, f"cannot be read: {error.strerror}")
                continue
            yield from read(Source(where, path, stream), options)


def read(source: Source, options: Options = _DEFAULT) -> Iterator[Item]:
    """The articles of what is there already as a source, such as the answer of a server."""
    try:
        form = _form(source, options)
        if form in forms.ARCHIVES and source.level >= options.limits.levels:
            raise TooLarge(f"is an archive in more than {options.limits.levels} others")
        for found in _READERS[form](source, options):
            if isinstance(found, Source):
                yield from read(found, options)
            else:
                yield found
    except TimelineError as error:
        yield Item(source.where, {}, error.message)
    except EOFError:
        yield Item(source.where, {}, "is cut off: it ends in the middle")
    except (zlib.error, tarfile.TarError, zipfile.BadZipFile, NotImplementedError) as error:
        yield Item(source.where, {}, f"is damaged: {error}")
    except RecursionError:
        yield Item(source.where, {}, "is nested too deep")
    except OSError as error:
        yield Item(source.where, {}, f"cannot be read: {error.strerror or error}")


def _form(source: Source, options: Options) -> Form:
    """What a person said, except of archives, whose members are meant; else what the content tells."""
    head = source.stream.peek(streams.CHUNK)
    if options.form:
        packed = forms.signed(head)
        return packed if packed in forms.ARCHIVES and options.form not in forms.ARCHIVES else options.form
    form = forms.recognise(source.path, head)
    if not head and form not in _MAY_BE_EMPTY:
        raise TimelineError("is empty")
    return form
