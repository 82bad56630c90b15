"""'this day care centre': a day that says of what kind the next noun is."""

from timeline.resolve.rule import Rejection

_KINDS = "care|centre|center|nursery|nurseries|school|trip|trips|shift|job|labourer|laborer|room|trader|surgery"
RULE = Rejection("a kind of noun", f"(this|that|the|a|one|each|every) day(-| )({_KINDS})")
