"""'the summer of 1979', 'the winter of 1916-17', 'the spring of 217 BC', 'last fall', 'that autumn', 'the winter'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    pattern = a.SeasonOfYear(lexicon.season(match["season"]))
    if match["fought"]:
        return (Piece("season", "season", a.Nearest(pattern)),)
    if match["bc"]:
        return a.In(pattern, a.Date(1 - int(match["era"])))
    year = dates.year(match)
    if match["over"] and (year is None or not _turns(year, int(match["over"]))):
        return None
    if year is not None:
        return a.In(pattern, a.Date(year))
    if match["of"]:
        return a.In(pattern, direction.unit(match["of"], G.YEAR))
    if match["same"]:
        return a.In(pattern, a.This(G.YEAR, a.Mentioned()))
    return direction.occurrence(match["which"], pattern) if match["which"] else a.Nearest(pattern)


def _turns(year: int, over: int) -> bool:
    """Whether the second year of '1916-17' or '1916/1917' is the next one."""
    return (year + 1) % (100 if over < 100 else 10_000) == over


RULE = Rule(
    "season",
    (
        "(the )?<SEASON:season>(,? | of )<YYYY>( )?(-|/)( )?(<YEAR4:over>|<YY:over>)",
        "(the )?<SEASON:season>(,? | of )(the year )?(<YYYY>|<SPOKENYEAR:spoken>)",
        "(the )?<SEASON:season>(,? | of )<DIGITS:era>(( )?(-|/)( )?<DIGITS>)? <BC:bc>",
        "(the )?<SEASON:season> of ((the )?<WHICH:of>|<SAME:same>) year",
        "(the |this )?<WHICH:which> <SEASON:season>",
        "<SAME:same> <SEASON:season>",
        "(the )?<SEASON:season> <=(offensive|counteroffensive|campaign)=:fought>",
        "the <SEASON:season>",
        "<SEASON:season>",
    ),
    read,
)
