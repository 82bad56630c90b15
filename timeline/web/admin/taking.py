"""What the form for loading hands over: a text, files, addresses; each to the service that takes it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from flask import request, url_for
from werkzeug.datastructures import FileStorage

from timeline.core.load import Load, Said
from timeline.errors import Invalid
from timeline.services import loading, loads, saying
from timeline.web.admin import signed
from timeline.web.admin.forms import typed
from timeline.web.state import database, now, state

_PIECE: Final = 1 << 20
_SHARED: Final = ("source", "published", "zone")
"""What the form says of all the articles that it hands over."""
_MOST: Final = 100
"""Addresses at once; more are a file."""
_LONGEST_SLUG: Final = 64
_CHUNK: Final = 1 << 17
"""More than werkzeug reads of a form at once, which it counts as well."""
_SIGNING_IN: Final = 10_000
"""Bytes of what nobody has signed in to send."""


def sized() -> None:
    """Let a request be as long as what its sender may send; for before_request, before the body is read."""
    settings = state().settings
    request.max_form_memory_size = max(settings.max_body, _CHUNK)
    if not signed.key():
        request.max_content_length = _SIGNING_IN
    elif request.endpoint == "manage.loads.load":
        request.max_content_length = settings.max_upload


def take() -> str:
    """Take what was handed over; where to go from here: the article, the job, or the jobs. Invalid where there is
    nothing, or several things."""
    files = [one for one in request.files.getlist("files") if one.filename]
    addresses = typed("addresses").split()
    if [bool(typed("text")), bool(files), bool(addresses)].count(True) != 1:
        raise Invalid("Paste a text, choose files, or give addresses: one of the three.", field="what")
    if typed("text"):
        return _article()
    defaults = saying.checked({name: typed(name) for name in _SHARED if typed(name)}, now())
    accepted = list(_files(files, defaults) if files else _addresses(addresses, defaults))
    return _watched(accepted)


def slug(words: str) -> str:
    """A collection's name in addresses, from its title: 'Élection 2024' is 'election-2024'."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].rstrip("-")


def _article() -> str:
    settings = state().settings
    fields = {name: typed(name) for name in ("title", "text", "url", *_SHARED) if typed(name)}
    stored = loading.load(database(), typed("collection"), fields, now(), settings.max_text, settings.model)
    return url_for("manage.articles.article", id=stored.article, collection=typed("collection"), loaded=stored.state)


def _files(files: Iterable[FileStorage], defaults: dict[str, str]) -> Iterator[Load]:
    for file in files:
        yield _accepted(file.filename or "", Said(defaults=defaults), iter(partial(file.stream.read, _PIECE), b""))


def _addresses(addresses: list[str], defaults: dict[str, str]) -> Iterator[Load]:
    if len(addresses) > _MOST:
        raise Invalid(f"At most {_MOST} addresses at once; put more into a file.", field="addresses")
    for address in addresses:
        saying.address(address, state().settings)
    for address in addresses:
        yield _accepted(address, Said(defaults=defaults, address=True), ())


def _accepted(name: str, said: Said, pieces: Iterable[bytes]) -> Load:
    return loads.accept(database(), typed("collection"), name, signed.who(), said, pieces, now())


def _watched(accepted: list[Load]) -> str:
    """One job is watched by itself, several in their list."""
    if len(accepted) == 1:
        return url_for("manage.loads.job", number=accepted[0].number)
    return url_for("manage.loads.listed")
