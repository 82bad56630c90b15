"""What needs a neighbour, the sentence or the document: one function each, applied in this order."""

from collections.abc import Callable
from typing import Final

from timeline.resolve.found import Found
from timeline.resolve.refine.apposed import apposed
from timeline.resolve.refine.clock_day import clock_day
from timeline.resolve.refine.ended import ended
from timeline.resolve.refine.mentions import mentions
from timeline.resolve.refine.modifiers import modifiers
from timeline.resolve.refine.narrative import narrative
from timeline.resolve.refine.near import near
from timeline.resolve.refine.noun_year import noun_year
from timeline.resolve.refine.numeric import numeric
from timeline.resolve.refine.of_event import of_event
from timeline.resolve.refine.offsets import offsets
from timeline.resolve.refine.ongoing import ongoing
from timeline.resolve.refine.quoted import quoted
from timeline.resolve.refine.ranges import ranges
from timeline.resolve.refine.rates import rates
from timeline.resolve.refine.signals import signals
from timeline.resolve.refine.tense import tense
from timeline.resolve.refine.times import times
from timeline.resolve.refine.year_before import year_before
from timeline.resolve.scan import Scan

Refiner = Callable[[Scan, list[Found]], list[Found]]

REFINERS: Final[tuple[Refiner, ...]] = (
    ongoing, rates, numeric, times, offsets, modifiers, ended, ranges, noun_year, narrative, year_before, mentions,
    of_event, apposed, quoted, clock_day, tense, near, signals,
)  # fmt: skip
"""Joining comes first, because it moves the starts by which later ones refer to each other."""
