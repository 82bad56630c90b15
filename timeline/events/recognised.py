"""Reports found again by what they were recognised by when something was decided of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from timeline.core import decision
from timeline.core.decision import Sign
from timeline.core.mention import Report
from timeline.events.units import place

Place = tuple[str, int, str, str]
"""What tells a report from all others."""
_Key = tuple[str, str, int, str]


class Recognised:
    """The reports of some articles, by their signs."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._holders: dict[_Key, list[Report]] = defaultdict(list)
        for report in reports:
            for key in _keys(decision.sign(report)):
                self._holders[key].append(report)

    def all(self, signs: Iterable[Sign]) -> dict[Place, Sign]:
        """The reports that these signs are of, as far as there still are such, each with its sign."""
        found = ((self._one(sign), sign) for sign in signs)
        return {place(report): sign for report, sign in found if report}

    def _one(self, sign: Sign) -> Report | None:
        """The report that shares most with a sign: the sentence, its place, the act, or the word that names it."""
        shared = Counter(place(report) for key in _keys(sign) for report in self._holders.get(key, ()))
        if not shared:
            return None
        best = min(shared, key=lambda at: (-shared[at], at))
        return next(r for key in _keys(sign) for r in self._holders.get(key, ()) if place(r) == best)


def _keys(sign: Sign) -> Iterator[_Key]:
    """An act in a sentence, wherever that stands now; a word in a sentence, whatever act it is read as; an act at a
    place, however the sentence was edited."""
    yield sign.article, sign.text, -1, sign.act
    yield sign.article, "", sign.start, sign.act
    if sign.word >= 0:
        yield sign.article, sign.text, sign.word, ""
