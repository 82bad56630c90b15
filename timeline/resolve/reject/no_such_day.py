"""'February 30', 'May 2000 troops': a month before a number that is not its day."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def numbered(scan: Scan, start: int, end: int) -> bool:
    follows = scan.after(end)
    return end - start == 1 and follows.isdigit() and len(follows) <= len("31")


DOUBT = Doubt("no such day", frozenset({"month"}), numbered)
