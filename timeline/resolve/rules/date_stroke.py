"""'31/Oct/1984', '2012/Aug/10', '2019-Sep-1', 'August-10-2012': a month's name between strokes or hyphens."""

from timeline.resolve import dates
from timeline.resolve.rule import Rule

RULE = Rule(
    "date_stroke",
    (
        "<DAY:day>/<MONTH:month>/<YYYY>",
        "<YYYY>(-<MONTH:month>-|/<MONTH:month>/)<DAY:day>",
        "<MONTH:month>(-<DAY:day>-|/<DAY:day>/)<YYYY>",
    ),
    dates.term,
)
