"""The scorer of ../shared/bench/events on one story at a time, so that each can be left out of what is learned."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bench.resolver import load, scorer
from timeline.core import edtf
from timeline.core.event import Event

Line = tuple[str, int]
Found = tuple[str | None, set[Line]]


@dataclass(frozen=True, slots=True)
class Score:
    """The credit for groups, and for groups on their days; well-matched pairs, those of them on the day; how many
    events the system and the gold have."""

    merged: float
    dated: float
    close: int
    right: int
    system: int
    gold: int


def shown(scores: Iterable[Score]) -> dict[str, float]:
    """Merge F1 and Event F1 in percent, and the share of well-matched events on their day, over several stories."""
    every = list(scores)
    total = {field.name: sum(getattr(score, field.name) for score in every) for field in fields(Score)}
    return {
        "merge_f1": _f1(total["merged"], total["system"], total["gold"]),
        "event_f1": _f1(total["dated"], total["system"], total["gold"]),
        "day_accuracy": round(total["right"] / max(1, total["close"]), 3),
        "system": total["system"],
        "gold": total["gold"],
    }


def score(folder: Path, topic: int, events: Sequence[Event]) -> Score:
    """How well events made of one story's articles fit its gold, as score.py of the folder counts."""
    scoring = scorer(folder)
    articles = {a["id"]: a for a in load(folder / "articles.jsonl") if a["published"] and a["topic"] == topic}
    annotated = {(m["doc"], m["sentence"]) for m in load(folder / "event_mentions.jsonl") if m["doc"] in articles}
    dated, undated = gold(folder, topic, articles)
    found = [(day, lines & annotated) for day, lines in _system(events, articles)]
    found = [one for one in found if len({article for article, _ in one[1]}) > 1]
    found = [one for one in found if _best(scoring, undated, one) <= _best(scoring, dated, one)]
    if not found:
        return Score(0.0, 0.0, 0, 0, 0, len(dated))
    weight, i, j = scoring.matched(dated, found, lambda *_: True)
    close = [dated[a][0] == found[b][0] for a, b in zip(i, j, strict=True) if weight[a, b] >= 0.5]
    on_day, k, m = scoring.matched(dated, found, lambda gold, own: gold[0] == own[0])
    return Score(float(weight[i, j].sum()), float(on_day[k, m].sum()), len(close), sum(close), len(found), len(dated))


def _f1(credit: float, system: float, gold: float) -> float:
    return round(200 * credit / (system + gold), 1) if credit else 0.0


def gold(folder: Path, topic: int, articles: dict[str, Any]) -> tuple[list[Found], list[Found]]:
    """The dated and the undated clusters of a story in two articles or more."""
    dated: list[Found] = []
    undated: list[Found] = []
    for cluster in load(folder / "clusters.jsonl"):
        lines = {(m["doc"], m["sentence"]) for m in cluster["mentions"] if m["doc"] in articles}
        if cluster["topic"] == topic and len({doc for doc, _ in lines}) > 1:
            (dated if cluster["date"] else undated).append((cluster["date"], lines))
    return dated, undated


def _best(scoring: Any, gold: list[Found], own: Found) -> float:
    return max((scoring.dice(lines, own[1]) for _, lines in gold), default=0.0)


def _system(events: Sequence[Event], articles: dict[str, Any]) -> Iterator[Found]:
    starts = {name: _starts(article["text"]) for name, article in articles.items()}
    for event in events:
        interval = event.date.interval
        fine = interval.bounded and interval.granularity.precision in {"day", "part_of_day", "hour", "minute", "second"}
        lines = {
            (report.article, line)
            for report in event.reports
            for line in _lines(starts[report.article], report.mention.start, report.mention.end)
        }
        yield (edtf.write(interval)[:10] if fine and not event.date.claimed else None), lines


def _starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n")]


def _lines(starts: list[int], start: int, end: int) -> range:
    return range(bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)))
