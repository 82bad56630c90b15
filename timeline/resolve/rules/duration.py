"""'three weeks', 'a six-month ban', '2 1/2 years', 'an hour and thirty minutes', 'another two days', 'weeks'."""

from timeline.resolve import lengths
from timeline.resolve.rule import Rule

RULE = Rule(
    "duration",
    (
        "(the |another |an additional |an extra |a further |a full |a whole |a good )?<SPACED>",
        "<HYPHENED>",
        "(a |an )?<HYPHENED>( |-)(period|span|stretch|spell)",
        "<NUMBER:count> <SORT> <ANYUNIT:unit>",
        "<EXACT:count> <FELT> <UNITS:unit>",
        "(another |an additional |an extra |a further |a full |a whole |an entire |the entire |the whole )<UNIT:unit>",
        "(all|full|whole|entire)( |-)<UNIT:unit>",
        "<UNITS:unit>",
        "<ANYUNIT:unit>-long",
        "<LONGUNIT:unit>",
    ),
    lengths.length,
)
