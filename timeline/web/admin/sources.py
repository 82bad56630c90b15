"""Sources as they can be corrected: where they publish, their country, their clock, their owner."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.core.correction import Corrected, Source
from timeline.errors import NotFound
from timeline.services import collections
from timeline.services import sources as known
from timeline.web.admin import correcting, previews, signed
from timeline.web.admin.forms import again, refill
from timeline.web.state import database

sources = Blueprint("sources", __name__)
sources.before_request(signed.needs("curate"))


@sources.get("/collections/<slug>/sources")
def listed(slug: str) -> str:
    """Who publishes the articles of a collection."""
    found = known.listed(database(), slug)
    return render_template("admin/sources.html", collection=collections.get(database(), slug), sources=found)


@sources.get("/collections/<slug>/source")
def source(slug: str) -> str:
    """One source, and the form that corrects it."""
    return _page(_found(slug))


@sources.post("/collections/<slug>/source")
@again(source)
def correct(slug: str) -> Response:
    """Show what a correction changes, or keep it."""
    seen, keep = _found(slug), correcting.keeps()
    said = correcting.said(known.FIELDS, shown(seen), emptied="")
    changes = known.correct(database(), slug, seen.name, said, correcting.by(), dry_run=not keep)
    if keep:
        return redirect(url_for("manage.sources.source", slug=slug, name=seen.name, corrected=1), 303)
    refill()
    return Response(_page(seen, previews.rows(changes, slug)), mimetype="text/html")


def shown(source: Source) -> dict[Corrected, str]:
    """What the form is filled with: what counts now."""
    return {what: getattr(source, what.value) or "" for what in known.FIELDS}


def _found(slug: str) -> Source:
    name = request.args.get("name", "")
    for one in known.listed(database(), slug):
        if one.name == name:
            return one
    raise NotFound(f"{slug!r} has no source {name[:200]!r}.", field="name")


def _page(found: Source, preview: tuple[previews.Change, ...] | None = None) -> str:
    values = {what.value: value for what, value in shown(found).items()}
    return render_template("admin/source.html", source=found, shown=values, preview=preview)
