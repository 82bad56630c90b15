"""'the early hours of Thursday', 'office hours': hours that are a part of the day or a custom, not a length."""

from timeline.resolve.rule import Rejection

_KINDS = "early|wee|small|late|office|business|working|opening|visiting|trading|rush|happy|daylight|school|peak|after"
RULE = Rejection("hours of the day", (f"(the )?({_KINDS})(-| )(morning |evening )?(hour|hours)",))
