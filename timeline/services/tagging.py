"""Tagging a text by itself: no article, no collection, no database."""

from datetime import date, datetime

from timeline.core.expression import Rejected, Resolution
from timeline.resolve.library import explain_text, resolve_text


def tag(text: str, published: date | datetime | None, zone: str = "UTC") -> tuple[Resolution, ...]:
    """The expressions of time of a text, as `timeline.resolve` gives them."""
    return resolve_text(text, published, zone)


def explain(
    text: str, published: date | datetime | None, zone: str = "UTC"
) -> tuple[tuple[Resolution, ...], tuple[Rejected, ...]]:
    """The same, and every number and word that could have been time and is not, with the reason."""
    return explain_text(text, published, zone)
