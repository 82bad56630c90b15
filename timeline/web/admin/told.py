"""What the admin pages say in words of their own."""

from typing import Final

from timeline.core.article import Trust

_TRUSTED: Final = {
    Trust.CORRECTED: "what a person said",
    Trust.GIVEN: "what the loader said",
    Trust.PAGE: "the page itself",
    Trust.TEXT: "the text",
    Trust.DATELINE: "the dateline",
    Trust.BYLINE: "the byline",
    Trust.HINT: "a hint of the page",
    Trust.OTHERS: "other articles",
    Trust.NONE: "nothing",
}


def trusted(trust: Trust) -> str:
    """Where a publication comes from: 'the byline'."""
    return _TRUSTED[trust]
