"""The temporal tagger: words about time, their meaning as terms, and why other words are left alone.

Usable on its own: it needs no model and no network, and imports nothing of the service but core.
"""

from timeline.core.expression import Reading


def read(text: str) -> Reading:
    """Every expression of time in the text with its term; no anchor is needed. Every other number, month, weekday,
    unit and deictic word is among what was rejected, with the reason."""
    from timeline.resolve.reader import explain_text

    return explain_text(text)
