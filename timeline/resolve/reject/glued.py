"""Digits that belong to something longer: '1190.43', 'GettyImages-1139191068', '#Olympics2014'."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_BEFORE = frozenset("$£€#@_/.,:=&?+")
_AFTER = frozenset("_=@+%")
_INSIDE = frozenset(".,/:")


def glued(scan: Scan, start: int, end: int) -> bool:
    return _before(scan, start) or _after(scan, end)


def _before(scan: Scan, start: int) -> bool:
    if start == 0 or not scan.words[start][0].isdigit():
        return scan.word(start - 1) in {"_", "@", "#"} if start else False
    left = scan.words[start - 1]
    if left in {",", ".", ":"}:
        return start > 1 and scan.words[start - 2][0].isdigit()
    return left in _BEFORE or left[0].isalnum()


def _after(scan: Scan, end: int) -> bool:
    if end >= len(scan.words) or not scan.words[end - 1][0].isdigit():
        return False
    right = scan.words[end]
    if right in _INSIDE and end + 1 < len(scan.words):
        return scan.words[end + 1][0].isdigit()
    return right in _AFTER or right[0].isalnum()


DOUBT = Doubt("part of a longer number or name", None, glued)
