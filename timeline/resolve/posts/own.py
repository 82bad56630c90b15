"""What a post means by what was read: the nearest season or weekend, its own night, the day to which it invites."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.evaluate import Tense
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import THE_DAY, open_choice, substituted

_MIDNIGHT: Final = 24
"""'Midnight' in a post is that in which its day began (4 of 4 tweets); in news it is the end of the day."""
_NIGHTS: Final = {"night": 0, "nights": 0, "nite": 0, "last nights": -1, "last nite": -1}
"""'A night out', 'last nights game' tell of one night (4 of 4 tweets); '3 nights' and 'all night' do not."""
_SAID: Final = frozenset({"a", "one", "the", "my", "our"})
_POSSESSIVE: Final = frozenset({"'", "’"})
"""'Spring's florals' look ahead as often as back, whatever the tense around them."""
_BACK: Final = 16
"""Tokens before a day among which an invitation is looked for."""
_LONG: Final = (a.MonthOfYear, a.SeasonOfYear, a.Weekend)


def night(scan: Scan, one: Found) -> Found:
    """'A night out', 'last nights game': the part of the day, where elsewhere it is a length."""
    words = scan.between(one.start, one.end).lower().split()
    days = _NIGHTS.get(" ".join(word for word in words if word not in _SAID))
    if days is None or not isinstance(one.term, a.Length | a.Run):
        return one
    return replace(one, term=a.PartOf(a.Part.NIGHT, a.Shift(days, G.DAY) if days else THE_DAY))


def midnight(one: Found) -> Found:
    """'Midnight' and 'at night' of the post's own day."""
    if one.rule == "part_bare" and isinstance(one.term, a.Every) and one.term.part:
        return replace(one, term=a.PartOf(one.term.part, THE_DAY))
    if isinstance(one.term, a.Clock) and one.term.hour == _MIDNIGHT and one.term.of == THE_DAY:
        return replace(one, term=replace(one.term, hour=0))
    return one


def announced(scan: Scan, one: Found) -> Found:
    """'Sat 8pm!', 'see you on Sunday': a day of the week with a time, or after an invitation, is the next one."""
    choice = open_choice(one.term)
    if choice is None or one.tense is not Tense.UNKNOWN or not isinstance(choice.pattern, a.Weekday):
        return one
    invitations = lexicon.tables()["post"]["inviting"]
    invited = any(scan.word(at) in invitations for at in range(one.start - _BACK, one.start))
    return replace(one, tense=Tense.FUTURE) if invited or isinstance(one.term, a.Clock) else one


def nearest(scan: Scan, one: Found) -> Found:
    """Posts announce months, seasons and weekends as often as they look back on them, unlike news."""
    choice = open_choice(one.term)
    if choice is None or not isinstance(choice.pattern, _LONG):
        return one
    if one.tense is not Tense.UNKNOWN and scan.word(one.end) not in _POSSESSIVE:
        return one
    return replace(one, term=substituted(one.term, choice, a.Nearest(choice.pattern, a.Toward.NEAREST, choice.of)))
