"""'two days before the vote', 'a month earlier than usual', 'future plans': the words go on and change the meaning."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_TAILS = frozenset({"long", "old", "end", "ago", "earlier", "olds", "round"})


def goes_on(scan: Scan, start: int, end: int) -> bool:
    if scan.word(end) == "-" and scan.word(end + 1) in _TAILS:
        return True
    last = scan.word(end - 1)
    follows = scan.after(end)
    if last in {"before", "after", "back"}:
        return follows.isalnum() or scan.word(end) == "-"
    if last in {"earlier", "later"}:
        return follows == "than"
    if last == "overnight":
        return follows.isalpha() and follows not in context("after_a_day")
    if last == "future":
        return (
            follows.isalpha()
            and end - start == 1
            and follows not in {"of", "and", "or", "is", "will", "for", "to", "in", "as", "with"}
        )
    return False


DOUBT = Doubt(
    "goes on", frozenset({"ago", "reference", "duration", "unit", "unit_bare", "deictic", "part_of_day"}), goes_on
)
