"""'15:00 GMT', '9 a.m. (BST)', '3 p.m.', '3:30 pm EST', 'noon', 'midnight', '0530 hours', 'five o'clock'."""

from timeline.resolve import clocks
from timeline.resolve.rule import Rule

RULE = Rule(
    "clock",
    (
        "<CLOCKTIME>(( )?(local time|<ZONE:zone>|<OPENS><ZONE:zone><CLOSES>))?",
        "<HOUR:hour>:<MINUTE:minute>( )?(hrs|hr|hours|h)",
        "<HHMM:military>( )?(hrs|hr|h|<ZONE:zone>|<MERIDIEM:half>)",
        "<HMM:military>( )?<MERIDIEM:half>",
        "<EARLYHHMM:military>( )?hours",
        "(<HOUR:hour>|<SMALL:hour>) o'clock( <MERIDIEM:half>)?",
        "<NAMEDTIME:named>( <ZONE:zone>)?",
    ),
    clocks.today,
)
