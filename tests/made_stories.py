"""Articles made up, any number of them: stories told by several outlets over some weeks, the same for the same seed."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

_FIRST: Final = date(2024, 1, 8)
_SYLLABLES: Final = ("bar", "cal", "den", "fol", "gri", "har", "jor", "kel", "lun", "mar", "nev", "ost", "pel", "rin")
_ENDINGS: Final = ("ham", "ton", "vik", "berg", "field", "sund", "mere", "dale")
_OUTLETS: Final = ("The Courier", "Daily Ledger", "Evening Post", "Harbour News", "The Observer", "Morning Star Wire")
_DEEDS: Final = (
    "{firm} closed its mill in {place} {when}.",
    "{person} resigned as mayor of {place} {when}.",
    "A fire destroyed the depot of {firm} {when}, and {number} people were hurt.",
    "The council of {place} voted {when} to buy the land of {firm}.",
    "Police arrested {number} people in {place} {when}.",
    "Workers of {firm} went on strike in {place} {when}.",
    "{person} opened a new bridge over the river near {place} {when}.",
    "A court fined {firm} {number} million euros {when}.",
)
_ASIDES: Final = (
    "{person} said that nobody in {place} had expected this.",
    "The shares of {firm} had been falling for weeks.",
    "Neighbours told how they had heard the news.",
    "What comes next for {place} is not known.",
)
_SPAN: Final = 40
"""Days over which a story is told."""
_STEP: Final = 3
"""Days between two deeds of a story."""
_COPIED: Final = 0.1
_WEEK: Final = 7


class _Story:
    """Who and what a story is about."""

    def __init__(self, draw: random.Random, number: int) -> None:
        self.first = _FIRST + timedelta(days=number % 90)
        self.own = {
            "place": _name(draw),
            "firm": f"{_name(draw)} mills",
            "person": f"{_name(draw)} {_name(draw)}",
            "number": draw.randint(2, 90),
        }
        self.deeds = [(self.first + timedelta(days=i), draw.choice(_DEEDS)) for i in range(0, _SPAN, _STEP)]
        self.asides = [aside.format(**self.own) for aside in _ASIDES]

    def told(self, draw: random.Random) -> tuple[date, str]:
        """A day, and what is written on it: two deeds of the days before, and something beside them."""
        day = self.first + timedelta(days=draw.randint(2 * _STEP, _SPAN))
        before = [(when, deed) for when, deed in self.deeds if when < day]
        sentences = [deed.format(when=_said(when, day), **self.own) for when, deed in reversed(before[-2:])]
        who = f"{_name(draw)} {_name(draw)}, {draw.randint(18, 90)}"
        witness = f"{who}, said so to a reporter in {self.own['place']}."
        return day, " ".join([*sentences, draw.choice(self.asides), witness])


def articles(seed: int, wanted: int, stories: int) -> Iterator[dict[str, Any]]:
    """So many articles of so many stories, mixed; one in ten is another's word for word, in another outlet."""
    draw = random.Random(seed)
    every = [_Story(draw, number) for number in range(stories)]
    last: dict[str, Any] = {}
    for number in range(wanted):
        if last and draw.random() < _COPIED:
            last = {**last, "id": f"a{number}", "source": draw.choice(_OUTLETS)}
        else:
            day, text = draw.choice(every).told(draw)
            last = {"id": f"a{number}", "source": draw.choice(_OUTLETS), "published": day.isoformat(), "text": text}
        yield last


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=2)).capitalize() + draw.choice(_ENDINGS)


def _said(when: date, day: date) -> str:
    """How a newspaper of a day names another a little before it."""
    ago = (day - when).days
    if ago == 1:
        return "yesterday"
    return f"on {when:%A}" if ago < _WEEK else f"on {when.day} {when:%B} {when.year}"
