"""Ages: '6-year-old', 'aged 20 to 30', 'in their early teens and 20s'."""

from timeline.resolve.rule import Rejection

_WHOSE = "(my|his|her|their|our|your|its)"
_PART = "(early |late |mid |mid-)?"
_TENS = "(teens|<TENYEARS>s|<DECADE>)"
RULE = Rejection(
    "age",
    (
        "<NUMBER>(-| )(year|month|week|day)(s)?(-| )old(s)?",
        "<NUMBER> (years|months|weeks|days)(-| )old",
        "(years|months|weeks|days)(-| )old",
        "<NUMBER> years of age",
        "(aged|ages|age) (<NUMBER>)( to | and |-)(<NUMBER>)( years)?",
        f"{_WHOSE} {_PART}{_TENS}( (and|or|to) {_PART}{_TENS})?",
    ),
)
