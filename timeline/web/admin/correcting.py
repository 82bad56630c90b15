"""Forms that correct: what was changed in them, and the page that shows what follows before it is kept."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from flask import request

from timeline.core.article import Article
from timeline.core.correction import Corrected
from timeline.errors import Changed
from timeline.services.revised import By
from timeline.web.admin import signed
from timeline.web.admin.forms import typed
from timeline.web.api import texts
from timeline.web.state import now

BACK: Final = "back"
"""The boxes by which corrections are taken back."""


def said(
    fields: Iterable[Corrected], shown: Mapping[Corrected, str], emptied: str | None = None
) -> dict[Corrected, str | None]:
    """What the form says otherwise than it was shown; None takes back what was said before. emptied is what a field
    says out of which everything was taken."""
    back = set(request.form.getlist(BACK))
    found: dict[Corrected, str | None] = {}
    for what in fields:
        if what.value in back:
            found[what] = None
        elif typed(what.value) != shown.get(what, ""):
            found[what] = typed(what.value) or emptied
    return found


def keeps() -> bool:
    """Whether the form was sent to be kept, and not to be tried."""
    return typed("act") == "apply"


def by() -> By:
    """Who says it, why, and when."""
    return By(signed.who(), typed("why"), now())


def mark(article: Article) -> str:
    """What changes as soon as an article does: the form sends it along, so that nobody's correction is lost unseen."""
    return hashlib.sha256(texts.whole(article).model_dump_json().encode()).hexdigest()[:32]


def unchanged(article: Article) -> None:
    """Changed where the article is not what the form was about."""
    if typed("mark") != mark(article):
        raise Changed("The article has changed since this page was made. What you see is how it is now.")
