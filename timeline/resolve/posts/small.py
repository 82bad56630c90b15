"""'sat 8pm', 'fri nite', '5 dec', 'Mon & Wed': names cut short, in small letters too, where their neighbours show that
they are days and months."""

from dataclasses import replace
from typing import Final

from timeline.resolve import lexicon
from timeline.resolve.scan import Scan
from timeline.resolve.vocabulary import Codes

_DAYS: Final = frozenset({"mon", "tue", "wed", "thu", "thur", "fri", "sat", "sun"})
_MONTHS: Final = frozenset({"jan", "mar", "may", "jun", "sep", "dec"})
_BEFORE: Final = frozenset({"on", "by", "till", "until", "since", "happy", "every", "each", "last", "coming"})
_BETWEEN: Final = frozenset({"-", "/", "&", "and", "or", "to", ","})
_OF: Final = frozenset({"of", "st", "nd", "rd", "th"})
_SUBJECTS: Final = frozenset({"i", "we", "you", "u", "he", "she", "they", "it"})
_STAR: Final = frozenset({"sat", "sun"})


def recased(scan: Scan, codes: Codes) -> Scan:
    """The scan of a post, in which such names have the codes that they would have with a capital."""
    small = [at for at, word in enumerate(scan.words) if word in _DAYS | _MONTHS and said(scan, at)]
    if not small:
        return scan
    found = list(scan.codes)
    for at in small:
        found[at] = codes[scan.words[at].title()]
    return replace(scan, codes="".join(found))


def said(scan: Scan, at: int) -> bool:
    """Whether the neighbours of a name cut short show that it is a day or a month: 'we sat 3 exams' is neither."""
    if scan.before(at) in _SUBJECTS:
        return False
    return _a_month(scan, at) if scan.word(at) in _MONTHS else _a_day(scan, at)


def _a_month(scan: Scan, at: int) -> bool:
    before = scan.before(at)
    numbered = before.isdigit() or (before in _OF and scan.words[at - 3][:1].isdigit()) or before == "of"
    return numbered or _beside(scan, at).isdigit()


def _a_day(scan: Scan, at: int) -> bool:
    """'Sat' and 'sun' are days after 'on' only where no other word follows them."""
    follows = _beside(scan, at)
    if follows.isdigit() or follows in _parts() or _in_a_row(scan, at):
        return True
    return scan.before(at) in _BEFORE and not (
        scan.word(at) in _STAR and scan.words[at].islower() and follows.isalpha()
    )


def _parts() -> frozenset[str]:
    return frozenset(word for name in ("PART", "PARTS") for word in lexicon.categories()[name][0])


def _beside(scan: Scan, at: int) -> str:
    """The word that follows, a comma or a space passed over."""
    after = at + 1
    while scan.word(after) in {",", "."} or scan.word(after) == " ":
        after += 1
    return scan.word(after)


def _in_a_row(scan: Scan, at: int) -> bool:
    """Whether another day of the week stands beside it: 'Sat-Sun', 'mon & wed'."""
    return any(_joined(scan, at, step) for step in (1, -1))


def _joined(scan: Scan, at: int, step: int) -> bool:
    words = [word for word in (scan.word(at + step * n) for n in range(1, 5)) if word.strip()][:2]
    return len(words) > 1 and words[0] in _BETWEEN and words[1] in lexicon.categories()["WEEKDAY"][0]
