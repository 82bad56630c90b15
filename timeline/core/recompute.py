"""Computing an interval again from the steps of its derivation alone: they stand in postfix order, and run on a stack.
An evaluator of its own: only the calendar and its tables are core.evaluate's too."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from timeline.core import calendar, terms
from timeline.core.algebra import Mod, Part
from timeline.core.derivation import Derivation, Kind, Step
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, unit_at, until
from timeline.core.patterns import occurrences
from timeline.core.portions import part, portion

Given = dict[str, str]
Rules = Mapping[str, Callable[..., Interval]]
_OPERANDS: Final = {"Between": 2, "Either": 3, "Date": 0, "Week": 0, "Decade": 0, "Century": 0, "Named": 0, "Length": 0,
                    "Every": 0}  # fmt: skip
_DATES: Final = frozenset({"DayOfYear", "WeekdayOfMonth", "Easter", "Feast", "LongFeast"})


def recompute(derivation: Derivation, more: Rules | None = None) -> Interval | None:
    """The interval that the steps lead to, if to one, by the algebra and more rules; ValueError where a step errs."""
    stack, rules = list[Interval](), {**_RULES, **(more or {})}
    for step in (step for step in derivation if step.kind is not Kind.EXPRESSION):
        found = step.gave if step.kind is Kind.ANCHOR else _computed(step, stack, rules)
        if found is None or found != step.gave:
            raise ValueError(f"{step.rule} {step.arguments} gives {found}, not {step.gave}")
        stack.append(found)
    if len(stack) > 1:
        raise ValueError(f"{len(stack)} intervals are left")
    return stack[0] if stack else None


def _computed(step: Step, stack: list[Interval], rules: Rules) -> Interval:
    given: Given = {name: value for name, _, value in (said.partition("=") for said in step.arguments)}
    at = len(stack) - int(given.get("operands", _OPERANDS.get(step.rule, 1)))
    if at < 0:
        raise ValueError(f"{step.rule} lacks operands")
    operands, stack[at:] = stack[at:], []
    return rules[step.rule](given | {"rule": step.rule}, *operands)


def date(given: Given) -> Interval:
    """The year, month or day that a step's arguments name."""
    year, month, day = (int(given.get(name, 0)) for name in ("year", "month", "day"))
    unit = G.DAY if day else G.MONTH if month else G.YEAR
    return unit_at(calendar.at(year, month or 1, day or 1), unit, given["zone"])


def _named(given: Given) -> Interval:
    ends = [json.loads(given[name])[1:] for name in ("first", "last") if name in given]
    fields = [{n: str(v) for n, v in zip(("year", "month", "day"), end, strict=True) if v} for end in ends]
    first, *last = (date(given | named) for named in fields)
    return Interval(first.start, last[0].end if last else calendar.END, G.INTERVAL, given["zone"])


def _moved(given: Given, base: Interval) -> Interval:
    unit, count = G(given["unit"]), float(given.get("count", {"Last": -1, "Next": 1}.get(given["rule"], 0)))
    if given["rule"] == "Shift" and unit.within_day and base.granularity not in {G.SECOND, G.MINUTE, G.HOUR}:
        start, end = (calendar.add(at, count, unit) for at in (base.start, base.end))
        return Interval(start, end, G.INTERVAL if base.granularity is G.DAY else base.granularity, base.zone)
    firsts = [calendar.add(calendar.floor(at, unit), count, unit) for at in (base.start, base.last)]
    start, last = (calendar.floor(at, unit) for at in firsts)
    same = G.UNKNOWN if start == calendar.BEGINNING and last == calendar.END else unit if start == last else G.INTERVAL
    return Interval(start, calendar.ceiling(last, unit), same, base.zone)


def _chosen(given: Given, at: float, zone: str) -> Interval:
    pattern, toward, tense = terms.load_pattern(json.loads(given["pattern"])), given["toward"], given.get("tense")
    found, today = sorted(occurrences(pattern, at, zone), key=lambda o: o.start), at // calendar.DAY * calendar.DAY
    none, name = replace(UNKNOWN, zone=zone), type(pattern).__name__
    nearest = min(found, key=lambda o: abs(o.start - today), default=none)
    either_way = tense not in {"past", "future"} or abs(nearest.start - at) < 60 * calendar.DAY
    if toward == "nearest" or (toward == "tense" and name in _DATES and either_way):
        return nearest
    if toward == "tense":
        toward = "future" if tense == "future" and name != "QuarterOfYear" else "past"
    before = {"past": [o for o in found if o.start <= at], "before": [o for o in found if o.end <= today]}
    after = {"future": [o for o in found if o.end > at], "after": [o for o in found if o.start > at]}
    return next(reversed(before[toward]), none) if toward in before else next(iter(after[toward]), none)


def _nearest(given: Given, base: Interval) -> Interval:
    if not base.bounded:
        forward = given["toward"] in {"future", "after"} or (given["toward"], given.get("tense")) == ("tense", "future")
        quarter = given["toward"] == "tense" and "Quarter" in given["pattern"]
        return since(base) if forward and not quarter and not base.unknown else replace(UNKNOWN, zone=base.zone)
    first, last = (_chosen(given, at, base.zone) for at in (base.start, base.last))
    return first if first == last else Interval(first.start, last.end, G.INTERVAL, base.zone)


def _inside(given: Given, base: Interval) -> Interval:
    """The number-th unit (Nth) or occurrence (In) inside of what is bounded."""
    number, found, at = int(given["number"]), list[Interval](), base.start
    if not base.bounded:
        return base
    if given["rule"] == "Nth":
        first, count = (base.last, number + 1) if number < 0 else (base.start, number - 1)
        one = unit_at(calendar.add(first, count, G(given["unit"])), G(given["unit"]), base.zone)
        return one if max(one.start, base.start) < min(one.end, base.end) else replace(UNKNOWN, zone=base.zone)
    pattern = terms.load_pattern(json.loads(given["pattern"]))
    while at < base.end and not len(found) == number > 0:
        ahead = [o for o in occurrences(pattern, at, base.zone) if o.start >= at]
        found += sorted(ahead, key=lambda o: o.start)[:1]
        at = found[-1].start + 1 if ahead else base.end
    found, index = [one for one in found if one.start < base.end], number - (number > 0)
    return found[index] if -len(found) <= index < len(found) else replace(UNKNOWN, zone=base.zone)


def _clock(given: Given, base: Interval) -> Interval:
    if base.granularity is not G.DAY and not base.granularity.within_day:
        return base
    hour, minute, seconds = (int(given.get(name, 0)) for name in ("hour", "minute", "second"))
    unit = G.SECOND if "second" in given else G.MINUTE if "minute" in given else G.HOUR
    at = base.start // calendar.DAY * calendar.DAY + hour * 3600 + minute * 60 + seconds
    return unit_at(at, unit, given.get("zone", base.zone))


def _between(given: Given, first: Interval, last: Interval) -> Interval:
    if last.start < first.start and first.bounded and "pattern" in given:
        last = _chosen(given | {"toward": "after"}, first.last, first.zone)
    return Interval(first.start, max(first.end, last.end), G.INTERVAL, first.zone)


def _run(given: Given, base: Interval) -> Interval:
    sign, amounts = int(given["sign"]), [amount[1:] for amount in json.loads(given["length"])[1][1:]]
    if base.unknown or any(count is None for count, _ in amounts):
        return until(base) if sign < 0 else since(base)
    far = base.start if sign < 0 else base.end
    for count, unit in amounts:
        far = calendar.add(far, sign * count, G(unit))
    return Interval(*((far, base.end) if sign < 0 else (base.start, far)), G.INTERVAL, base.zone)


_RULES: Final[Rules] = {
    "Date": date, "Named": _named, "Nearest": _nearest, "In": _inside, "Nth": _inside, "Clock": _clock, "Run": _run,
    "Between": _between, **dict.fromkeys(("This", "Last", "Next", "Shift"), _moved),
    "Week": lambda given: unit_at(calendar.week_start(int(given["year"]), int(given["number"])), G.WEEK, given["zone"]),
    "Decade": lambda given: unit_at(calendar.at(int(given["number"]) * 10), G.DECADE, given["zone"]),
    "Century": lambda given: unit_at(calendar.at(int(given["number"]) * 100), G.CENTURY, given["zone"]),
    **dict.fromkeys(("Length", "Every"), lambda given: replace(UNKNOWN, zone=given["zone"])),
    "Either": lambda _, first, other, now: min(
        first, other, key=lambda one: not now.bounded or abs(one.start - now.start) > 45 * calendar.DAY),
    "Reference": lambda given, now: {"PAST_REF": until, "FUTURE_REF": since}.get(given["to"], lambda same: same)(now),
    "PartOf": lambda given, base: part(Part(given["part"]), base), "Modified": lambda _, base: base,
    "Portion": lambda given, base: portion(Mod(given["mod"]), base),
}  # fmt: skip
