"""Parts of days, and what 'early', 'mid' and 'late' cut from a unit."""

from typing import Final

from timeline.core import calendar
from timeline.core.algebra import Mod, Part
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval

HOURS: Final = {
    Part.MORNING: (5, 12),
    Part.MIDDAY: (11, 13),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (17, 22),
    Part.NIGHT: (20, 28),
    Part.DAYTIME: (6, 18),
}
"""When the parts of a day begin and end in news; the night goes on to four o'clock of the next day. No two are alike,
so that the part can be told from the interval."""

_CUTS: Final = {
    G.DAY: (G.HOUR, 9, 17),
    G.WEEK: (G.DAY, 2, 4),
    G.MONTH: (G.DAY, 10, 20),
    G.QUARTER: (G.MONTH, 1, 2),
    G.HALF: (G.MONTH, 2, 4),
    G.SEASON: (G.MONTH, 1, 2),
    G.YEAR: (G.MONTH, 4, 8),
    G.DECADE: (G.YEAR, 4, 7),
    G.CENTURY: (G.YEAR, 33, 67),
}
"""Where the early part ends and the late one begins, counted in a smaller unit: 'the mid-90s' are 1994 to 1996."""


def part(which: Part, day: Interval) -> Interval:
    """A part of a day; what is not a day is given back."""
    if day.granularity is not G.DAY:
        return day
    first, last = HOURS[which]
    return Interval(day.start + first * calendar.HOUR, day.start + last * calendar.HOUR, G.PART_OF_DAY, day.zone)


def part_of(interval: Interval) -> Part | None:
    """Which part of a day an interval is."""
    start = calendar.floor(interval.start, G.DAY)
    hours = ((interval.start - start) / calendar.HOUR, (interval.end - start) / calendar.HOUR)
    return next((found for found, own in HOURS.items() if own == hours), None)


def portion(mod: Mod, unit: Interval) -> Interval:
    """The early (START), middle (MID) or late (END) part of a unit, which keeps the unit's granularity.

    A part of a day is too short and too vague to be cut again.
    """
    if not unit.bounded or unit.granularity.within_day:
        return unit
    if unit.granularity in _CUTS:
        small, early, late = _CUTS[unit.granularity]
        cuts = [calendar.add(unit.start, count, small) for count in (early, late)]
    else:
        cuts = [unit.start + (unit.end - unit.start) * third // 3 for third in (1, 2)]
    ends = {Mod.START: (unit.start, cuts[0]), Mod.MID: (cuts[0], cuts[1]), Mod.END: (cuts[1], unit.end)}
    return Interval(*ends[mod], unit.granularity, unit.zone)


def portion_of(interval: Interval) -> Mod | None:
    """Which part of its unit an interval is."""
    if interval.granularity not in _CUTS:
        return None
    start = calendar.floor(interval.start, interval.granularity)
    unit = Interval(start, calendar.ceiling(start, interval.granularity), interval.granularity, interval.zone)
    return next((mod for mod in (Mod.START, Mod.MID, Mod.END) if portion(mod, unit) == interval), None)
