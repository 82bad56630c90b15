"""The temporal tagger: words about time, their meaning as terms, and why other words are left alone.

Usable on its own: it imports nothing of the service but core, and uses no network. English is read by its own rules and
lexicons, without a model; languages/ reads ten others by dateparser's words, after a small detector has told which.
"""

from timeline.core.expression import Reading


def read(text: str) -> Reading:
    """Every expression of time in the text with its term; no anchor is needed. Every other number, month, weekday,
    unit and deictic word is among what was rejected, with the reason."""
    from timeline.resolve.reader import explain_text

    return explain_text(text)
