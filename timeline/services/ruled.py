"""What each rule did to words of time, said to people; without what it gave."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from timeline.core.derivation import Step
from timeline.core.granularity import Granularity
from timeline.core.interval import whole_days
from timeline.services import clocks


@dataclass(frozen=True, slots=True)
class Ruled:
    """A step of a rule, the words that it was applied to, and what it counted from: 'the publication', 'that date'."""

    step: Step
    words: str
    base: str

    @property
    def said(self) -> str:
        """The words in quotation marks, as a sentence begins."""
        return f"“{self.words[:1].upper()}{self.words[1:]}”" if self.words else "That"

    def argument(self, name: str) -> str:
        """An argument of the step by its name, empty where it has none."""
        found = (argument.partition("=") for argument in self.step.arguments)
        return next((value for key, _, value in found if key == name), "")


def tell(ruled: Ruled) -> str:
    """'“Last week” is the week before the publication'."""
    return _RULES.get(ruled.step.rule, _plain)(ruled)


def _plain(ruled: Ruled) -> str:
    return f"{ruled.said} gives"


def _names(ruled: Ruled) -> str:
    return f"{ruled.said} names the date itself"


def _this(ruled: Ruled) -> str:
    return f"{ruled.said} is the {ruled.argument('unit')} of {ruled.base}"


def _neighbour(side: str) -> Callable[[Ruled], str]:
    return lambda ruled: f"{ruled.said} is the {ruled.argument('unit')} {side} {ruled.base}"


def _shift(ruled: Ruled) -> str:
    count, unit = float(ruled.argument("count") or 0), ruled.argument("unit")
    units = f"{abs(count):g} {unit}{'s' if abs(count) != 1 else ''}"
    return f"{ruled.said} is {units} {'before' if count < 0 else 'after'} {ruled.base}"


_DIRECTIONS: Final = {
    "past": "the last such {unit} up to {base}", "before": "the last such {unit} before {base}",
    "future": "the next such {unit} from {base} on", "after": "the first such {unit} after {base}",
    "nearest": "that {unit} which is nearest to {base}",
}  # fmt: skip


def _nearest(ruled: Ruled) -> str:
    toward, tense = ruled.argument("toward"), ruled.argument("tense")
    without = "nearest" if ruled.argument("pattern").startswith("DayOfYear") else "past"
    way = toward if toward != "tense" else tense if tense in {"past", "future"} else without
    told_in = f", in the {tense} tense," if toward == "tense" and tense == way else ""
    gave = ruled.step.gave
    unit = "day" if gave and gave.granularity is Granularity.DAY else "time"
    return f"{ruled.said}{told_in} is {_DIRECTIONS[way].format(unit=unit, base=ruled.base)}"


_PORTIONS: Final = {"START": "first", "MID": "middle", "END": "last"}


def _portion(ruled: Ruled) -> str:
    return f"{ruled.said} is only the {_PORTIONS.get(ruled.argument('mod'), 'named')} part of it"


def _part(ruled: Ruled) -> str:
    return f"{ruled.said} is a part of that day"


def _modified(ruled: Ruled) -> str:
    return f"{ruled.said} says it only roughly"


def _length(ruled: Ruled) -> str:
    return f"{ruled.said} is a length of time"


def _period(ruled: Ruled) -> str:
    return f"{ruled.argument('name') or ruled.said} is a period with known dates"


def _reference(ruled: Ruled) -> str:
    return f"{ruled.said} names no day and only limits it"


def _signal(ruled: Ruled) -> str:
    return f"The word before {ruled.said} makes it a limit and not the day itself"


def _publication(where: str) -> Callable[[Ruled], str]:
    return lambda _ruled: f"{where} fix when the article was published"


def _assumed(ruled: Ruled) -> str:
    """The clock of the stamp and the day that the text calls today do not agree."""
    gave = ruled.step.gave
    if gave is None:
        return _plain(ruled)
    stamped = gave.seen_from(replace(gave, zone=ruled.argument("assumed")))
    known = clocks.only(stamped, whole_days(gave), gave.zone)
    return f"{known}. Either its date is wrong or, as is assumed here, its clock is that of {clocks.named(gave.zone)}"


def _dominant(_ruled: Ruled) -> str:
    return "The article mostly speaks of this day"


_RULES: Final[dict[str, Callable[[Ruled], str]]] = {
    **dict.fromkeys(("Date", "Week", "Decade", "Century", "Clock"), _names),
    **dict.fromkeys(("Length", "Every", "Run"), _length),
    **dict.fromkeys(("signal_since", "signal_until", "signal_by", "signal_before", "signal_after"), _signal),
    "Named": _period,
    "This": _this,
    "Last": _neighbour("before"),
    "Next": _neighbour("after"),
    "Shift": _shift,
    "Nearest": _nearest,
    "Portion": _portion,
    "PartOf": _part,
    "Modified": _modified,
    "Reference": _reference,
    "dominant_day": _dominant,
    "assumed_clock": _assumed,
    "publication_text": _publication("These words"),
    "publication_dateline": _publication("The words of its dateline"),
    "publication_byline": _publication("The words of its byline"),
}
