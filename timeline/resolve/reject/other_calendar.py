"""'Lunar New Year', 'Orthodox Easter': feasts that the Gregorian calendar does not fix, and no day of its own."""

from timeline.resolve.rule import Rejection

_WHOSE = "chinese|lunar|chinese lunar|vietnamese|islamic|hijri|jewish|persian|iranian|tibetan|tamil|ethiopian"
RULE = Rejection(
    "a feast of another calendar",
    (
        f"({_WHOSE}) new (year's day|year's eve|year's|years|year)",
        "(orthodox|coptic) (good |great |easter |palm |shrove |clean )?(friday|easter|sunday|monday|pentecost)",
    ),
)
