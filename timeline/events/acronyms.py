"""Which long name an acronym stands for, by the texts of the collection: 'Coast Guard Agency (CGA)', or by initials."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from timeline.events import naming
from timeline.events.gazetteer import fold

_BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z.&]{1,9})\)")
_WORD: Final = re.compile(r"[\w.&'’-]+")
_BEFORE: Final = 120
"""Characters before a bracket in which the long name may stand."""
_MOST_WORDS: Final = 8
_IMPLIED: Final = 3
"""Letters from which an acronym is joined with the one name of its initials that no bracket explains."""


def expansions(texts: Iterable[str], organisations: Iterable[str]) -> Mapping[str, str]:
    """The folded long name of each folded acronym; texts are sentences, organisations folded names."""
    explained: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for acronym, name in _explained(text):
            explained[acronym].add(name)
    names = sorted(set(organisations) | {name for held in explained.values() for name in held})
    acronyms = {name for name in names if _acronym(name)}
    implied: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for made in naming.initials(name) & acronyms if " " in name else ():
            implied[made].add(name)
    found = {a: held for a, held in implied.items() if len(a) >= _IMPLIED and a not in explained} | explained
    return {acronym: next(iter(held)) for acronym, held in found.items() if len(held) == 1}


def _acronym(name: str) -> bool:
    return name.isupper() and name.isalpha()


def _explained(text: str) -> Iterator[tuple[str, str]]:
    for bracket in _BRACKETED.finditer(text):
        acronym = bracket[1].replace(".", "")
        before = _WORD.findall(text[max(0, bracket.start() - _BEFORE) : bracket.start()])
        for count in range(2, min(len(before), _MOST_WORDS) + 1):
            name = " ".join(before[-count:])
            if before[-count][0].isupper() and acronym.upper() in naming.initials(name):
                yield fold(acronym), fold(name)
                break
