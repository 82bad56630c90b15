"""'the Korean War', 'the Russia-Ukraine war', 'the COVID-19 pandemic': periods known by name."""

from functools import cache

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule


@cache
def _periods() -> dict[str, a.Named]:
    return {name: lexicon.period(entry) for entry in lexicon.entries("periods") for name in entry["names"]}


def read(match: Match) -> a.Term:
    name = " ".join(match["name"].replace("’", "'").replace("–", "-").split())
    return _periods()[name]


RULE = Rule("period", tuple(f"(the )?<={name}=:name>" for name in _periods()), read)
