"""'the summer of 1979', 'autumn 1918', 'last fall', 'this spring', 'the winter'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    pattern = a.SeasonOfYear(lexicon.season(match["season"]))
    if match["fought"]:
        return (Piece("season", "season", a.Nearest(pattern)),)
    year = dates.year(match)
    if year is not None:
        return a.In(pattern, a.Date(year))
    if match["of"]:
        return a.In(pattern, direction.unit(match["of"], G.YEAR))
    if match["same"]:
        return a.In(pattern, a.This(G.YEAR, a.Mentioned()))
    return direction.occurrence(match["which"], pattern) if match["which"] else a.Nearest(pattern)


RULE = Rule(
    "season",
    (
        "(the )?<SEASON:season>(,? | of )(the year )?(<YYYY>|<SPOKENYEAR:spoken>)",
        "(the )?<SEASON:season> of ((the )?<WHICH:of>|<SAME:same>) year",
        "(the |this )?<WHICH:which> <SEASON:season>",
        "(the )?<SEASON:season> <=(offensive|counteroffensive|campaign)=:fought>",
        "the <SEASON:season>",
        "<SEASON:season>",
    ),
    read,
)
