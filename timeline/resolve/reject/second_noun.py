"""'one second', 'the second': the ordinal and the moment, not the unit."""

from timeline.resolve.rule import Rejection

RULE = Rejection("second as a noun", ("(one|a|the|split|that|this|every|each|per|<NTH>)(-| )second", "seconds"))
