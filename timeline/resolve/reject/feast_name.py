"""'the Eid family', 'Ramadan Ali', 'Passover Street', 'lent by a friend': a feast's word in a name, or another word."""

from functools import cache

from timeline.resolve import lexicon
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def no_feast(scan: Scan, start: int, end: int) -> bool:
    """Feasts of our own calendar are left to the rule: 'Christmas Day Parade' tells the day all the same. In small
    letters a feast of one word is believed only with its year: 'holi...' is a holiday cut off."""
    word = scan.word(start)
    if word not in _single():
        return False
    small, alone = scan.words[start].islower(), end - start == 1
    if small and (alone or word in _words("capital")):
        return True
    return alone and (_goes_on(scan, end) or _is_surname(scan, start))


@cache
def _single() -> frozenset[str]:
    """The feasts of other calendars that are named in one word."""
    feasts = (entry["names"] for entry in lexicon.entries("holidays") if "feast" in entry or "feast_of_days" in entry)
    return frozenset(name for names in feasts for name in names if name.isalpha())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.tables()["feasts"][name])


def _goes_on(scan: Scan, end: int) -> bool:
    """Whether another word with a capital, or one that only names have, stands after the feast's."""
    follows = scan.after(end)
    if follows in _words("of_names"):
        return True
    return follows.isalpha() and scan.words[end + 1][0].isupper() and follows not in _words("after")


def _is_surname(scan: Scan, start: int) -> bool:
    """Whether a title, or a word with a capital that begins no sentence, stands before the feast's."""
    before = scan.before(start)
    if before in _words("titles") or (before == "." and scan.word(start - 3) in _words("titles")):
        return True
    return before.isalpha() and scan.words[start - 2][0].isupper() and before not in _words("before")


DOUBT = Doubt("a feast's word in a name", frozenset({"holiday", "weekday_beside"}), no_feast)
