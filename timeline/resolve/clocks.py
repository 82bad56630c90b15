"""Times of day from the groups of the shape CLOCKTIME."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match

_NOON = 12
_HOURS = 24
_NAMED = {"noon": 12, "midday": 12, "midnight": 24}


def today(match: Match) -> a.Term | None:
    """The time, of the day of publication until a neighbour says which day; None where no clock shows it."""
    if match["named"]:
        return a.Clock(named(match["named"]), 0, None, a.This(G.DAY), _zone(match))
    hour = _hour(match)
    if hour is None:
        return None
    second = int(match["second"]) if match["second"] else None
    return a.Clock(hour, _minute(match), second, a.This(G.DAY), _zone(match))


def named(word: str) -> int:
    """The hour of 'noon', 'mid-day' or 'midnight'."""
    return _NAMED[word.replace("-", "").replace(" ", "")]


def _hour(match: Match) -> int | None:
    hour = int(match["military"][:-2]) if match["military"] else int(numerals.number(match["hour"]) or 0)
    if not match["half"]:
        return hour if hour <= _HOURS else None
    if not 1 <= hour <= _NOON:
        return hour if (match["minute"] or match["military"]) and hour < _HOURS else None
    return hour % _NOON + (_NOON if match["half"].startswith("p") else 0)


def _minute(match: Match) -> int:
    return int(match["military"][-2:] if match["military"] else match["minute"] or 0)


def _zone(match: Match) -> str | None:
    return lexicon.zone(match["zone"]) if match["zone"] else None
