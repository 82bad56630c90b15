"""'2024-11-05', '2024-11-05T15:00Z', '2024/11/05', '20241105': ISO 8601 and its relatives."""

from timeline.core import algebra as a
from timeline.resolve import dates, lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    if match["compact"]:
        digits = match["compact"]
        return _date(digits[:4], digits[4:6], digits[6:])
    day = _date(match["year"], match["month"], match["day"])
    if day is None or not match["hour"]:
        return day
    second = int(match["second"]) if match["second"] else None
    zone = lexicon.zone(match["zone"]) if match["zone"] else None
    return a.Clock(int(match["hour"]), int(match["minute"]), second, day, zone)


def _date(year: str, month: str, day: str) -> a.Term | None:
    return dates.of(None, int(month), int(day), int(year)) if 1 <= int(month) <= 12 else None


_DAY = "<YEAR4:year>(-<MONTHNUMBER:month>-|/<MONTHNUMBER:month>/|.<MONTHNUMBER:month>.)<DAY:day>"
_TIME = "<HOUR:hour>:<MINUTE:minute>(:<MINUTE:second>(.<NUMERAL>)?)?(( )?<ZONE:zone>|(+|-)<YY>:<MINUTE>)?"
RULE = Rule("date_iso", (f"{_DAY}(( )?t( )?| |, ){_TIME}", _DAY, "<COMPACT:compact>"), read)
