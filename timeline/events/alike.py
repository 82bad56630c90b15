"""The table by which two deeds are compared: named features, and what each weighs.

The weights in alike.toml are those of a logistic regression, made by learn/merging.py on the stories of the bench.
Days, plans and what has nothing in common are set by hand: those stories last a day and are of one happening each, and
cannot teach them.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from timeline.core import calendar
from timeline.events.deeds import Deed

_WEEK: Final = 7 * calendar.DAY
_DATA: Final = tomllib.loads(files(__package__).joinpath("alike.toml").read_text("utf-8"))


Spread = Mapping[str, float]
"""The natural logarithm of 1 + the number of articles that name an act, by the root of its word."""


def spread(deeds: Sequence[Deed]) -> Spread:
    """How many articles of a story name each act."""
    articles = Counter(root for root, _ in {(deed.root, deed.article) for deed in deeds})
    return {root: math.log1p(count) for root, count in articles.items()}


@dataclass(frozen=True, slots=True)
class Weights:
    """What the features weigh, and what is added to their sum."""

    features: Mapping[str, float]
    intercept: float


def explain(a: Deed, b: Deed, spread: Spread) -> tuple[tuple[str, float, float], ...]:
    """(feature, value, weight) of a pair, where the value is not 0."""
    weight = WEIGHTS.features
    return tuple((name, value, weight[name]) for name, measure in TABLE.items() if (value := measure(a, b, spread)))


def probability(a: Deed, b: Deed, spread: Spread, weights: Weights) -> float:
    """How likely two deeds of different articles are of one event, 0 to 1."""
    if a.planned != b.planned:
        return 0.0
    score = 0.0
    for name, measure in TABLE.items():
        if value := measure(a, b, spread):
            score += weights.features[name] * value
    return 1 / (1 + math.exp(-(weights.intercept + score)))


def values(a: Deed, b: Deed, spread: Spread) -> tuple[float, ...]:
    """The values of all features, in the order of TABLE."""
    return tuple(measure(a, b, spread) for measure in TABLE.values())


def _shared_names(a: Deed, b: Deed, _: Spread) -> float:
    """The share of the names of both that both have."""
    shared = len(a.names & b.names)
    return shared / (len(a.names) + len(b.names) - shared) if shared else 0.0


def other_day(a: Deed, b: Deed, _: Spread) -> float:
    """1 for explicit times next to each other, 2 for those further apart, 4 from a week on: sources err by a day,
    hardly by a week, and what is done every year is told in the same words."""
    if not (a.timed and b.timed) or a.explicit.overlaps(b.explicit):
        return 0.0
    apart = max(a.explicit.start, b.explicit.start) - min(a.explicit.end, b.explicit.end)
    return 4.0 if apart >= _WEEK else 1.0 if apart <= calendar.DAY else 2.0


def _impossible(a: Deed, b: Deed, _: Spread) -> float:
    """One has an explicit time wholly outside what the other's limits allow."""
    return 1.0 if _outside(a, b) or _outside(b, a) else 0.0


def _outside(one: Deed, other: Deed) -> bool:
    return one.timed and not (other.limit.unknown or one.explicit.overlaps(other.limit))


def _others(a: Deed, b: Deed, _: Spread) -> float:
    """Whether each says who did it to what, and nobody and nothing of one is even named in the other's sentences."""
    if not (a.who and a.what and b.who and b.what) or a.arguments & b.arguments:
        return 0.0
    return 0.0 if a.arguments & b.stems or b.arguments & a.stems or a.names & b.names else 1.0


def _common(a: Deed, b: Deed) -> float:
    return (a.common + b.common) / 2


Measure = Callable[[Deed, Deed, Spread], float]

TABLE: Final[dict[str, Measure]] = {
    "both told by nouns": lambda a, b, _: a.nominal * b.nominal,
    "taking part in both": lambda a, b, _: 1.0 if a.arguments & b.arguments else 0.0,
    "shared names": _shared_names,
    "the same quotation": lambda a, b, _: 1.0 if a.shingles & b.shingles else 0.0,
    "the same day": lambda a, b, _: 1.0 if a.days & b.days else 0.0,
    "told early in both": lambda a, b, _: 1.0 if a.lead and b.lead else 0.0,
    "an act of many articles": lambda a, _b, spread: spread[a.root],
    "a common word": lambda a, b, _: _common(a, b),
    "another day": other_day,
    "an impossible day": _impossible,
    "other people and things": _others,
}
SET: Final[Mapping[str, float]] = _DATA["set"]
"""The weights that are set by hand."""
LEARNED: Final = tuple(name for name in TABLE if name not in SET)
WEIGHTS: Final = Weights({**_DATA["learned"], **SET}, _DATA["intercept"])
