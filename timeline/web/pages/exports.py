"""The twins of a timeline page, from the same query, and the articles of a collection."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from hashlib import blake2b
from typing import IO, Any, Final

from flask import Blueprint, Response, request, url_for
from markupsafe import Markup

from timeline.core.line import TimelineQuery
from timeline.services.exports import linked, stories, taken, taking
from timeline.services.exports.forms import FORMS, Form
from timeline.services.exports.stories import STORIES
from timeline.services.exports.taking import Sink
from timeline.services.shown import Timeline
from timeline.web.pages import filters
from timeline.web.problems import Malformed, Unacceptable
from timeline.web.state import database

exports = Blueprint("exports", __name__)

_IN_MEMORY: Final = 1 << 20
_PIECE: Final = 1 << 16
_MOST: Final = 20_000
"""Events of one answer: on one core 8 seconds of JSON, 20 of a calendar."""


def timeline(slug: str, suffix: str) -> Response:
    """All events that the page's query asks for, in another form."""
    form, query = FORMS[suffix], _query(slug)
    base = request.url_root.rstrip("/")
    write = partial(taking.write, database(), query, form, base, most=_MOST)
    response = _sent(form.media_type, write, f"{slug}.{suffix}", form.saved)
    response.headers["Link"] = f'<{taken.path(query, "")}>; rel="alternate"; type="text/html"'
    return response


def articles(slug: str, suffix: str) -> Response:
    """All articles of a collection with their texts, as `timeline load` takes them."""
    _only(())
    form = STORIES[suffix]
    write = partial(stories.write, database(), slug, form)
    return _sent(form.media_type, write, f"{slug}-articles.{suffix}", saved=True)


for _suffix in FORMS:
    exports.add_url_rule(f"/collections/<slug>.{_suffix}", "timeline", timeline, defaults={"suffix": _suffix})
for _suffix in STORIES:
    exports.add_url_rule(f"/collections/<slug>/articles.{_suffix}", "articles", articles, defaults={"suffix": _suffix})


def offered(query: TimelineQuery) -> tuple[tuple[Form, str], ...]:
    """The forms with their addresses, for the head and the foot of the page."""
    return tuple((form, taken.path(query, form.suffix)) for form in FORMS.values())


def offered_articles(slug: str) -> tuple[tuple[str, str], ...]:
    """The forms of the articles, by suffix, with their addresses."""
    return tuple((suffix, url_for("exports.articles", slug=slug, suffix=suffix)) for suffix in STORIES)


def data(found: Timeline, query: TimelineQuery) -> Markup:
    """What the page shows, as JSON-LD for a data block of it."""
    return Markup(linked.embedded(taking.shown(found, query, request.url_root.rstrip("/"))))


def of(found: Timeline, query: TimelineQuery) -> dict[str, Any]:
    """The variables of taken.html and take.html."""
    return {"twins": offered(query), "movable": offered_articles(query.slug), "data": data(found, query)}


def _query(slug: str) -> TimelineQuery:
    """The query of the page; what cannot be used is refused, since nobody would see that it was left alone."""
    _only(filters.FIELDS)
    asked = filters.read(slug, request.args)
    if asked.complaints:
        raise Unacceptable(tuple(asked.complaints.items()))
    return asked.query


def _only(known: tuple[str, ...]) -> None:
    for name in request.args:
        if name not in known:
            raise Malformed(f"{name} is not a parameter of this request", field=name)


def _sent(media_type: str, write: Callable[[Sink], None], name: str, saved: bool) -> Response:
    """What is written, once it is whole: a file that broke off would look like one that is complete."""
    with ExitStack() as opened:
        body = opened.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
        digest = _written(write, body)
        response = Response(content_type=media_type)
        response.content_length = body.tell()
        body.seek(0)
        if response.content_length <= _IN_MEMORY:
            response.set_data(body.read())
        else:
            response.response = _pieces(body)
            response.call_on_close(opened.pop_all().close)
    response.set_etag(digest)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Disposition"] = f'{"attachment" if saved else "inline"}; filename="{name}"'
    response.make_conditional(request)
    return response


def _written(write: Callable[[Sink], None], body: IO[bytes]) -> str:
    """What an export is known by, once it is in the file."""
    digest = blake2b(digest_size=16)

    def sink(piece: str) -> None:
        digest.update(written := piece.encode())
        body.write(written)

    write(sink)
    return digest.hexdigest()


def _pieces(body: IO[bytes]) -> Iterator[bytes]:
    while piece := body.read(_PIECE):
        yield piece
