"""'four and twenty hours', 'twenty and four hours': numbers with 'and', as in older texts."""

from timeline.resolve import lengths
from timeline.resolve.rule import Rule

RULE = Rule("duration_spelled", "<=<TENS> and <ONES>|<ONES> and <TENS>=:count> <UNITS:unit>", lengths.length)
