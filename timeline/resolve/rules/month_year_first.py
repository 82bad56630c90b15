"""'2024 August', 'between 2015 June and 2018 May': a month after its year."""

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    return a.Date(int(match["year"]), lexicon.month(match["month"]))


RULE = Rule("month_year_first", "<YYYY> <MONTH:month>", read)
