"""'5 May 2024, 9:30', 'Jan. 1, 2025 14:05 GMT': a time of day in figures after a date with its year."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.resolve import clocks, dates
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    """Without a year the figures may be a result: 'on 5 May, 3:12'."""
    day, time = dates.term(match), clocks.today(match)
    return replace(time, of=day) if isinstance(day, a.Date) and isinstance(time, a.Clock) else None


RULE = Rule("date_clock", "<DATE>,? <CLOCKTIME>(( )?<ZONE:zone>)?", read)
