"""'may', 'march', 'fall', 'spring' and 'DEC' as something else than a month or a season."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_AMBIGUOUS = frozenset({"may", "march", "fall", "spring", "jan", "mar", "jun"})
_SEASONS = frozenset({"fall", "spring"})
_FOUGHT = frozenset({"offensive", "counteroffensive", "campaign"})
_BEFORE_VERBS = frozenset({"to", "and", "or"})


def a_verb(scan: Scan, start: int, end: int) -> bool:
    """Only words that stand alone are doubted; a capital does not help where a sentence begins."""
    word = scan.word(start)
    if end - start > 1:
        return False
    if len(word) == len("DEC") and scan.words[start].isupper() and word != "may":
        return True
    if word not in _AMBIGUOUS:
        return False
    if word == "march" and scan.after(end) in context("after_a_march"):
        return True
    if word in _SEASONS and scan.after(end) in _FOUGHT:
        return False
    before = scan.before(start) or scan.word(start - 1)
    acting = word in _SEASONS and before in _BEFORE_VERBS and scan.words[start].islower()
    return acting or before not in context("before_a_month")


DOUBT = Doubt("a verb or a name", frozenset({"month", "season"}), a_verb)
