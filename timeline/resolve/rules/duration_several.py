"""'two years, three months and four days': a length in three units."""

from timeline.core import algebra as a
from timeline.resolve import lengths, numerals
from timeline.resolve.rule import Match, Rule

_GROUPS = ("", "2", "3")


def read(match: Match) -> a.Term | None:
    """Each unit once."""
    amounts = [lengths.amount(numerals.number(match[f"count{at}"]), match[f"unit{at}"]) for at in _GROUPS]
    told = tuple(amount for each in amounts for amount in each)
    return a.Length(told) if len({amount.unit for amount in told}) == len(told) else None


_ONE, _AND = "<EXACT:count{at}>( |-)<ANYUNIT:unit{at}>", "(,|,? and)? "
RULE = Rule("duration_several", _AND.join(_ONE.format(at=at) for at in _GROUPS), read)
