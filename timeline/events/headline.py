"""The title and the text of an event: those of the report that tells it best, by a table of what makes a headline."""

import math
import re
from collections.abc import Callable, Sequence
from typing import Final

from timeline.core import calendar
from timeline.core.mention import Basis, Report
from timeline.events import lexicon

_QUOTED: Final = re.compile(r"[\"“”]|^['‘]|[:,]$|…$")
"""Signs that the sentence is a quotation, or that something was cut off."""
_POINTING: Final = re.compile(
    r"^(he|she|it|they|we|this|that|his|her|its|who|which|how)\b|\b(it|them|him)\b", re.IGNORECASE
)
"""Words that mean something only beside another sentence."""
_TIDINGS: Final = lexicon.TIDINGS | {"reports", "claims", "rumours", "rumors"}
_SHORT, _LONG = 35, 100


def best(reports: Sequence[Report]) -> Report:
    """The report to stand for the event; the first of equals."""
    return max(reports, key=lambda r: _quality(r) + 2.0 * _central(r, reports))


def _quality(report: Report) -> float:
    return sum(weight * measure(report) for weight, measure in _TABLE)


def _central(report: Report, reports: Sequence[Report]) -> float:
    """How much of its words the others use as well: 0 to 1."""
    others = [other.mention.stems for other in reports if other is not report]
    own = report.mention.stems
    alike = sum(len(own & stems) / math.sqrt(len(own) * len(stems) or 1) for stems in others)
    return alike / len(others) if others else 0.0


def _of_the_act(report: Report) -> float:
    """1 where the title is a clause that tells the act, half where it names it, is denied or goes on."""
    mention = report.mention
    return (0.5 if mention.nominal else 1.0) * (1.0 if mention.narrates else 0.5)


def _named(report: Report) -> float:
    return float(any(name.text in report.mention.title and " " in name.text for name in report.mention.names))


def _full(report: Report) -> float:
    """0 for a few words, 1 for a headline's worth."""
    return min(1.0, max(0.0, (len(report.mention.title) - _SHORT) / (_LONG - _SHORT)))


_TABLE: Final[tuple[tuple[float, Callable[[Report], float]], ...]] = (
    (4.0, lambda r: r.mention.told),
    (3.0, _of_the_act),
    (2.0, lambda r: r.basis is Basis.EXPLICIT),
    (2.0, _full),
    (1.0, _named),
    (1.0, lambda r: r.basis is Basis.EXPLICIT and r.interval.end - r.interval.start <= calendar.DAY),
    (-1.5, lambda r: bool(_QUOTED.search(r.mention.title))),
    (-2.5, lambda r: bool(_POINTING.search(r.mention.title))),
    (-3.0, lambda r: bool(_TIDINGS & set(r.mention.title.lower().split()[:3]))),
)
