"""'at 8 GMT', 'until 11 CET': an hour that only its zone and its preposition make a time of day."""

from timeline.resolve import clocks
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    time = clocks.today(match)
    return None if time is None else (Piece("hour", "zone", time),)


RULE = Rule("clock_zoned", "(at|by|until|till|from|since|around|about|after|before) <HOUR:hour>( )?<ZONE:zone>", read)
