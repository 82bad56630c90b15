"""'now', 'currently', 'recently', 'soon', 'in the near future': the present, the past or the future, without more."""

from functools import cache

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule


@cache
def _phrases() -> dict[str, a.When]:
    table = lexicon.tables()["references"]
    return {phrase: a.When[name.upper()] for name, phrases in table.items() for phrase in phrases}


def read(match: Match) -> a.Term:
    return a.Reference(_phrases()[" ".join(match.text.split())])


RULE = Rule("reference", tuple(_phrases()), read)
