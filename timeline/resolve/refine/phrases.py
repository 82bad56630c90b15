"""Where the words end that name an event after 'after' or 'before'."""

from typing import Final

from timeline.resolve.refine.asides import begins_sentence
from timeline.resolve.scan import Scan
from timeline.resolve.vocabulary import BREAK

_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", '"', "“", "”", "?", "!", "and", "but"})
_DASHES: Final = frozenset({"-", "–", "—"})
_LONGEST: Final = 30
"""Tokens of an event's words, white space counted."""
_BRIEFLY: Final = 3
"""Tokens of a noun with its article: all that is sure where no comma says where the clause begins."""


def phrase_end(scan: Scan, start: int, at: int, limit: int) -> int:
    """The token after the words that follow a preposition, which ends at a token, in what begins at start.

    Up to a stop: 'ten days after the siege began, ...'. At the head of a sentence without a comma, as in 'The day after
    the battle they left', only the noun; none where another expression (at limit) or no stop is near.
    """
    last = next(
        (index for index in range(at + 1, min(at + _LONGEST, len(scan.words) + 1)) if _stops(scan, index)), None
    )
    if last is None or last > limit:
        return at
    if begins_sentence(scan, start) and scan.word(last) != ",":
        last = min(last, at + 1 + _BRIEFLY)
    return last - 1 if scan.codes[last - 1] == " " else last


def _stops(scan: Scan, index: int) -> bool:
    if index == len(scan.words) or scan.codes[index] == BREAK or scan.word(index) in _STOPS:
        return True
    return scan.words[index] in _DASHES and " " in scan.codes[index - 1 : index + 2]
