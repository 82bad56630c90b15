"""The drawing of a timeline as a file: an SVG that needs nothing else, in the colours of the day."""

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from timeline.errors import NotFound
from timeline.services import collections, glances
from timeline.web.pages import filters, outline, view
from timeline.web.state import database

drawings = Blueprint("drawings", __name__)

_STYLE: Final = Path(__file__).parents[1] / "static" / "drawing.css"


@drawings.get("/collections/<slug>/drawing.svg")
def svg(slug: str) -> Response:
    """What the page of the same query draws. NotFound where nothing has a date."""
    found = collections.get(database(), slug)
    seen = view.read(filters.read(slug, request.args), request.args)
    glance = glances.of(database(), seen.asked.query, seen.lanes)
    drawing = outline.drawn(glance, seen.asked.query.within)
    if drawing is None:
        raise NotFound("No event of this timeline has a date that could be drawn.")
    address = request.host_url.rstrip("/") + seen.address(embed=None)
    style = Markup(_style())  # nosec B704 # a file of our own
    page = render_template("drawing.svg", drawing=drawing, title=found.title or slug, address=address, style=style)
    response = Response(page, mimetype="image/svg+xml")
    response.headers["Content-Security-Policy"] = f"default-src 'none'; style-src 'sha256-{_hash()}'; sandbox"
    response.headers["Content-Disposition"] = f'inline; filename="{slug}.svg"'
    return response


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


@cache
def _hash() -> str:
    return b64encode(hashlib.sha256(_style().encode()).digest()).decode()
