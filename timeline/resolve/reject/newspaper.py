"""'the party daily Pravda', 'the weekly Zeit': a newspaper, called by its rhythm before its name."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def named(scan: Scan, start: int, end: int) -> bool:
    follows = scan.words[end + 1] if scan.after(end) else ""
    return scan.words[start].islower() and end - start == 1 and follows.istitle() and follows.isalpha()


DOUBT = Doubt("a newspaper", frozenset({"repeated"}), named)
