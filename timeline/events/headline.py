"""The title and the text of an event: those of the report that tells it best, by a table of what makes a headline."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from timeline.core import calendar
from timeline.core.mention import Basis, Report
from timeline.events import lexicon
from timeline.events.deeds import LEAD

_CUT: Final = re.compile(r"[\"“”]|^['‘]|[:,]$|…$")
"""Signs that the sentence is a quotation, or that something was cut off."""
_POINTING: Final = re.compile(
    r"^(he|she|it|they|we|i|you|this|that|these|those|there|his|her|its|their|who|which|how|what|exactly)\b"
    r"|\b(it|them|him)\b",
    re.IGNORECASE,
)
"""Words that mean something only beside another sentence."""
_HANGING: Final = re.compile(
    r"^(and|but|or|so|after|before|when|while|as|if|since|because|although|though|to|of|in|on|at|by|for|from|with)\b"
    r"|\b(and|or|to|that|not|is|was|are|were|has|have|had)$",
    re.IGNORECASE,
)
"""Beginnings and ends of what is no sentence by itself."""
_ADDRESS: Final = re.compile(r"/ ?\w+ ?[/-]|\bwww\b|_|^\w+: |\d+:\d\d\b.*\b(19|20)\d\d\b")
"""Signs of an address on the web, or of a stamp."""
_TIDINGS: Final = lexicon.TIDINGS | {"reports", "claims", "rumours", "rumors"}
_SHORT, _LONG = 25, 70
"""Characters of a few words, and of a headline's worth."""
_DIGITS: Final = 9
"""Digits that count: what follows is the error of adding up, and tells nobody apart."""


def best(reports: Sequence[Report]) -> Report:
    """The report to stand for the event; the first of equals."""
    weights = _weights(reports)
    return max(reports, key=lambda r: _quality(r) + 3.0 * _central(r, weights, len(reports) - 1))


def _quality(report: Report) -> float:
    return sum(weight * measure(report) for weight, measure in _TABLE)


def _weights(reports: Sequence[Report]) -> Mapping[str, float]:
    """What the reports give to each word: those of few words more to each of theirs, so that all count alike."""
    found: dict[str, list[float]] = defaultdict(list)
    for report in reports:
        for stem in report.mention.stems:
            found[stem].append(1 / math.sqrt(len(report.mention.stems)))
    return {stem: math.fsum(own) for stem, own in found.items()}


def _central(report: Report, weights: Mapping[str, float], others: int) -> float:
    """How much of its words the others use as well, 0 to 1: the mean cosine, from the weights of all together."""
    own = report.mention.stems
    if not own or not others:
        return 0.0
    alike = math.fsum(weights[stem] for stem in own) / math.sqrt(len(own)) - 1
    return round(alike / others, _DIGITS)


def _of_the_act(report: Report) -> float:
    """1 where the title is a clause that tells the act, half where it names it, is denied or goes on."""
    mention = report.mention
    return (0.5 if mention.nominal else 1.0) * (1.0 if mention.narrates else 0.5)


def _says_it(report: Report) -> float:
    """Whether the title has the word that names the act."""
    mention = report.mention
    word = mention.text[max(0, mention.at - mention.start) :].split(" ", 1)[0].strip(".,;:!?\"'”’")
    return float(mention.at >= 0 and word.lower() in mention.title.lower())


def _named(report: Report) -> float:
    return float(any(name.text in report.mention.title and " " in name.text for name in report.mention.names))


def _full(report: Report) -> float:
    """0 for a few words, 1 for a headline's worth."""
    return min(1.0, max(0.0, (len(report.mention.title) - _SHORT) / (_LONG - _SHORT)))


def _day(report: Report) -> float:
    return float(report.basis is Basis.EXPLICIT and report.interval.end - report.interval.start <= calendar.DAY)


_TABLE: Final[tuple[tuple[float, Callable[[Report], float]], ...]] = (
    (2.0, lambda r: r.mention.told),
    (3.0, _of_the_act),
    (2.5, _says_it),
    (2.0, lambda r: r.basis is Basis.EXPLICIT),
    (2.0, _full),
    (1.0, _named),
    (1.0, _day),
    (1.0, lambda r: r.mention.start < LEAD),
    (-1.5, lambda r: bool(_CUT.search(r.mention.title))),
    (-2.5, lambda r: bool(_POINTING.search(r.mention.title))),
    (-3.0, lambda r: bool(_HANGING.search(r.mention.title))),
    (-3.0, lambda r: bool(_TIDINGS & set(r.mention.title.lower().split()[:3]))),
    (-6.0, lambda r: bool(_ADDRESS.search(r.mention.title))),
)
