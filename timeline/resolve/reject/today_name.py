"""'USA Today', 'the Today show': a paper or a programme, called by the day."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_SHOWS = frozenset({"show", "programme", "program"})


def named(scan: Scan, start: int, end: int) -> bool:
    if scan.words[start] != "Today" or end - start > 1:
        return False
    before = scan.words[start - 2] if scan.before(start) else ""
    return (len(before) > 1 and before.isupper()) or scan.after(end) in _SHOWS


DOUBT = Doubt("a paper or a programme", frozenset({"deictic"}), named)
