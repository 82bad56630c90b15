"""Time in other languages than English: which language a text is in, and its dates by dateparser's own words.

English is the strong one. The others know calendar dates, weekdays, deictic words and counted units, no more.
"""

from timeline.core.expression import Reading


def read(text: str, language: str) -> Reading:
    """Every expression of time in a text of one of decide.LANGUAGES, with its term; no anchor is needed."""
    from timeline.resolve.languages.search import read_text

    return read_text(text, language)
