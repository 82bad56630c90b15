"""The time of a mention that names none, from what was told before it: each sieve a function, the surer first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from timeline.core.evaluate import Tense
from timeline.core.mention import Basis, Mention, When

_BESIDE: Final = re.compile(
    r"\b(?:just|shortly|immediately|right|(?:a few |some )?(?:moments?|seconds|minutes|hours))\s+(?:before|after)\b",
    re.IGNORECASE,
)
"""'Just before the collapse', 'a few hours after the vote': on the day of another event."""


def from_before(mention: Mention, sentence: Sequence[Mention], article: Sequence[Mention]) -> Mention:
    """The mention with the time of an earlier one that it goes with; the same where it has its own, or none fits.

    sentence are the mentions of the sentence before it in its paragraph, article all that come before it.
    """
    if mention.tense is not Tense.PAST or any(when.basis is Basis.EXPLICIT for when in mention.when):
        return mention
    return _going_on(mention, sentence) or _beside(mention, article) or mention


def _going_on(mention: Mention, sentence: Sequence[Mention]) -> Mention | None:
    """Two sentences that tell one story: both in the simple past, one after the other."""
    dated = [m for m in sentence if m.tense is Tense.PAST and _timed(m)]
    if len(dated) != 1 or not mention.narrates or not dated[0].narrates:
        return None
    return _taken(mention, dated[0], "sentence before")


def _beside(mention: Mention, article: Sequence[Mention]) -> Mention | None:
    """Something minutes or hours from another event, which the last dated one is taken for: the first of its sentence,
    whose other acts are asides."""
    if not _BESIDE.search(mention.text):
        return None
    leading = {m.start: m for m in reversed(article) if m.tense is Tense.PAST and _timed(m)}
    return _taken(mention, leading[max(leading)], "beside another event") if leading else None


def _timed(mention: Mention) -> bool:
    return any(when.basis is not Basis.BOUND for when in mention.when)


def _taken(mention: Mention, dated: Mention, sieve: str) -> Mention:
    taken = (When(w.start, Basis.INFERRED, sieve) for w in dated.when if w.basis is not Basis.BOUND)
    return replace(mention, when=(*mention.when, *taken))
