"""Posts: short messages, in which a bare 'day', 'day 2', 'night' or 'weekend' is the writer's own."""

import re
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan

_LONGEST: Final = 300
"""Code points: the longest a post is."""
_MARKS: Final = re.compile(
    r"[#@]\w|https?:|[!?]{2}|\.{3}|[:;]-?[)(D]|\b(?:RT|lol|omg|wtf|gonna|wanna|haha\w*|ur?|im|dunno|tmrw?|tdy|abt|gd|cant|dont)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\b(?:my|I)\b.*[^.!?'\")\u201d\s]\s*\Z", re.DOTALL)
"""The writer speaks of himself and leaves out the last full stop."""
_LEADING: Final = frozenset({"the", "this"})


def is_post(text: str) -> bool:
    """Whether a text is short and bears a mark of posts: a tag, an address, a smiley, a word of chats, an open end."""
    return len(text) <= _LONGEST and (_MARKS.search(text) or _OWN.search(text)) is not None


def read(scan: Scan, at: int, spoken: set[int]) -> Found | None:
    """What a bare word of the net means in a post, with its article; None where it means nothing there either."""
    term = _term(scan.word(at))
    if term is None or scan.word(at - 1) in {"#", "@", "-"}:
        return None
    start = at - 2 if scan.before(at) in _LEADING and at - 2 not in spoken else at
    counted = scan.word(at) == "day" and scan.after(at + 1).isdigit() and at + 2 not in spoken
    return Found(start, at + 3 if counted else at + 1, "post", term)


def _term(word: str) -> a.Term | None:
    categories = lexicon.categories()
    if word in categories["PART"][0] or word == "night":
        return a.PartOf(lexicon.part(word), a.This(G.DAY))
    if word not in categories["CALENDAR"][0]:
        return None
    count, unit = lexicon.unit(word)
    return a.Nearest(a.Weekend()) if unit is G.WEEKEND else a.Length((a.Amount(count, unit),))
