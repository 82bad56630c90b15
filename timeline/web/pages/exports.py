"""The twins of a timeline page, from the same query, and the articles of a collection."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
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
    response = _sent(slug, form.media_type, write, f"{slug}.{suffix}", form.saved)
    response.headers["Link"] = f'<{taken.path(query, "")}>; rel="alternate"; type="text/html"'
    return response


def articles(slug: str, suffix: str) -> Response:
    """All articles of a collection with their texts, as `timeline load` takes them."""
    _only(())
    form = STORIES[suffix]
    write = partial(stories.write, database(), slug, form)
    return _sent(slug, form.media_type, write, f"{slug}-articles.{suffix}", saved=True)


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
    return Markup(linked.embedded(taking.shown(found, query, request.url_root.rstrip("/"))))  # nosec B704 # escaped there


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


def _sent(slug: str, media_type: str, write: Callable[[Sink], None], name: str, saved: bool) -> Response:
    """What is written, once it is whole: a file that broke off would look like one that is complete. Nothing is where
    the client has it already."""
    response = Response(content_type=media_type)
    response.headers["Cache-Control"] = "no-cache"
    tag = _tag(slug)
    response.set_etag(tag)
    if request.if_none_match.contains(tag):
        response.status_code = 304
        return response
    response.headers["Content-Disposition"] = f'{"attachment" if saved else "inline"}; filename="{name}"'
    _write(response, write)
    response.make_conditional(request)
    return response


def _tag(slug: str) -> str:
    """What an export is known by before it is written: what is asked for, of which state, and who writes it."""
    asked = (taking.state(database(), slug), request.full_path, request.url_root, version("timeline"))
    return blake2b(repr(asked).encode(), digest_size=16).hexdigest()


def _write(response: Response, write: Callable[[Sink], None]) -> None:
    """Put what is written into an answer, in pieces where it is long."""
    with ExitStack() as opened:
        body = opened.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
        write(lambda piece: body.write(piece.encode()))
        length = body.tell()
        body.seek(0)
        if length <= _IN_MEMORY:
            response.set_data(body.read())
        else:
            response.content_length = length
            response.response = _pieces(body)
            response.call_on_close(opened.pop_all().close)


def _pieces(body: IO[bytes]) -> Iterator[bytes]:
    while piece := body.read(_PIECE):
        yield piece
