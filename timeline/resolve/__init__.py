"""The temporal tagger: words about time, their meaning as terms, and why other words are left alone.

Usable on its own: it needs no model and no network, and imports nothing of the service but core.
"""

from timeline.core.expression import Reading


def read(text: str) -> Reading:
    """Every expression of time in the text with its term, and what was rejected and why; no anchor is needed."""
    from timeline.resolve.reader import read_text

    return read_text(text)
