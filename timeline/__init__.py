"""Timeline: from articles to one ordered timeline that says how every date was found.

The temporal tagger can be used alone: `from timeline import resolve`.
"""

from datetime import date, datetime

import timeline.resolve  # bound here first, so that the function below may take the name  # noqa: F401
from timeline.core.expression import Resolution


def resolve(text: str, published: date | datetime | None = None, *, zone: str = "UTC") -> tuple[Resolution, ...]:
    """Every expression of time in a text, with the interval that it denotes, in the order of the text.

    English is read in full. In Spanish, Portuguese, French, German, Italian, Russian, Ukrainian, Arabic, Chinese and
    Korean dates, weekdays and deictic words are; which of them a text is in is decided from the text.

    published is when the text appeared: a day, or an instant (an aware datetime, else one on the clocks of zone);
    without it only what the text itself fixes has an interval. zone is an IANA name. Each result has start and end
    (code points), text, type and value (TIMEX3), mod, edtf, interval, and derivation: the steps that found it.

    >>> [str(found) for found in resolve("It closed three weeks ago.", date(2024, 3, 15))]
    ["'three weeks ago' [10:25] DATE 2024-W08 (2024-02-19/2024-02-25)"]

    A pure function: no clock, no network; linear in the length of the text. English needs no model: only a text that
    does not look English at once loads a small detector of languages, and dateparser for what it says.
    """
    from timeline.resolve.library import resolve_text

    return resolve_text(text, published, zone)
