"""What an event cites of an article."""

from dataclasses import dataclass

from timeline.core.interval import Interval


@dataclass(frozen=True, slots=True)
class Appeared:
    """When an article appeared, without how that is known."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an article is, and when it appeared, under the names that core.article.Article has for them."""

    url: str | None
    publication: Appeared
