"""'in other quarters', 'their living quarters': places and people, where no number or direction makes them a time."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def alone(scan: Scan, start: int, end: int) -> bool:
    return end - start == 1 and scan.word(start) == "quarters"


DOUBT = Doubt("quarters as places", frozenset({"duration"}), alone)
