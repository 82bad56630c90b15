"""Articles as they can be corrected: their publication with every candidate, their zone, their source."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.core import edtf
from timeline.core.article import Article
from timeline.core.correction import Corrected
from timeline.services import collections, library, redating, registers
from timeline.web.admin import correcting, previews, signed
from timeline.web.admin.forms import again, refill
from timeline.web.state import database

_PAGE = 100

articles = Blueprint("articles", __name__)
articles.before_request(signed.needs("curate"))


@articles.get("/collections/<slug>/articles")
def listed(slug: str) -> str:
    """The articles of a collection, with when they appeared and what makes that doubtful."""
    found, total, following = registers.articles(database(), slug, request.args.get("after", ""), _PAGE)
    told = {"articles": found, "total": total, "following": following}
    return render_template("admin/articles.html", collection=collections.get(database(), slug), **told)


@articles.get("/articles/<path:id>")
def article(id: str) -> str:  # noqa: A002 - an article's own word for it
    """One article, and the form that corrects it."""
    return _page(_found(id))


@articles.post("/articles/<path:id>")
@again(article)
def correct(id: str) -> Response:  # noqa: A002 - as above
    """Show what a correction changes, or keep it."""
    seen = _found(id)
    correcting.unchanged(seen)
    said, keep = correcting.said(redating.FIELDS, shown(seen)), correcting.keeps()
    changes = redating.correct(database(), seen.collection, id, said, correcting.by(), dry_run=not keep, seen=seen)
    if keep:
        return redirect(url_for("manage.articles.article", id=id, collection=seen.collection, corrected=1), 303)
    refill()
    return Response(_page(seen, previews.rows(changes, seen.collection)), mimetype="text/html")


def shown(article: Article) -> dict[Corrected, str]:
    """What the form is filled with: the zone and the source that count, and a publication that a person gave."""
    given = article.corrected(Corrected.PUBLISHED)
    published = given.value or "" if given else ""
    return {Corrected.PUBLISHED: published, Corrected.ZONE: article.zone, Corrected.SOURCE: article.source}


def _found(id: str) -> Article:  # noqa: A002 - as above
    return library.get(database(), id, request.args.get("collection"))


def _page(found: Article, preview: tuple[previews.Change, ...] | None = None) -> str:
    values = {what.value: value for what, value in shown(found).items()}
    written = edtf.write(found.publication.interval)
    told = {"shown": values, "mark": correcting.mark(found), "preview": preview, "edtf": written}
    return render_template("admin/article.html", article=found, **told)
