"""Lists that a client has already, answered before they are read.

What a list tells follows from its address and from the state of its collection. So whoever asks whether it has changed
is answered by the ETag that the same question got before in the same state, which costs a single row of the database.
Who asks for the first time waits for nothing.
"""

from flask import Response, g, request
from flask_openapi3.blueprint import APIBlueprint

from timeline.services import noted
from timeline.services.noted import Note
from timeline.web.state import database


def install(api: APIBlueprint, lists: frozenset[str]) -> None:
    """Look at the requests for these views, whose path names a collection and which tell of nothing else."""

    def unchanged() -> Response | None:
        """304 where the client has what it would be given."""
        if request.endpoint not in lists or not request.if_none_match:
            return None
        note = noted.of(database(), (request.view_args or {})["slug"], request.full_path)
        if note.etag and request.if_none_match.contains(note.etag):
            return _not_modified(note.etag)
        g.note = note
        return None

    api.before_request(unchanged)
    api.after_request(_kept)


def _not_modified(etag: str) -> Response:
    response = Response(status=304, mimetype="application/json")
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(etag)
    return response


def _kept(response: Response) -> Response:
    """The ETag of an answer, for whoever asks again."""
    note: Note | None = g.pop("note", None)
    if note is not None and response.status_code == 200:
        response.add_etag()
        note.etag = response.get_etag()[0] or ""
    return response
