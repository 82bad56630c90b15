"""Tagging a text by itself: no article, no collection, no database."""

from datetime import date, datetime

from timeline.core.expression import Resolution
from timeline.resolve.library import resolve_text


def tag(text: str, published: date | datetime | None, zone: str = "UTC") -> tuple[Resolution, ...]:
    """The expressions of time of a text, as `timeline.resolve` gives them."""
    return resolve_text(text, published, zone)
