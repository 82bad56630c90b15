"""'the early hours of Thursday', 'office hours', '24 hours a day': a part of the day, a custom or always, no length."""

from timeline.resolve.rule import Rejection

_KINDS = "early|wee|small|late|office|business|working|opening|visiting|trading|rush|happy|daylight|school|peak|after"
_EACH_DAY = "(7|seven) days (a|per) week"
RULE = Rejection(
    "hours of the day",
    (
        f"(the )?({_KINDS})(-| )(morning |evening )?(hour|hours)",
        f"(24|twenty(-| )four) hours (a|per) day((,)? (and )?{_EACH_DAY})?",
        _EACH_DAY,
    ),
)
