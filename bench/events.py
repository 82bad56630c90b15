"""Events beside those that people annotated: grouping, days, speed and memory on ../shared/bench/events.

The articles go through the service's own loader into a fresh collection, and what it exports is scored. The committed
weights of pairs were learned on all ten stories, so that run is not held out: leave-one-out is, story by story.
Oracles say where the loss is: the gold groups with the days that our reports give, and our groups with gold days.
"""

import json
import resource
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import spacy

from bench import resolver
from bench.loading import MODEL, WHOLE, fresh, load, stages, write
from bench.reading import MEGABYTE, Clock, take
from learn import merging
from timeline.chronology import agreement
from timeline.core.event import Event
from timeline.services import shown, written

FOLDER: Final = Path(__file__).parents[2] / "shared" / "bench" / "events"
_WARM: Final = [{"id": "warm", "text": "The council closed the mill on Monday.", "published": "2024-11-06"}]

Rows = list[dict[str, Any]]


def main() -> None:
    """Load, export, score and print."""
    articles = [article for article in resolver.load(FOLDER / "articles.jsonl") if article["published"]]
    clock = Clock()
    with fresh() as found:
        load(found, "warm", _WARM, Clock())
        load(found, "stories", articles, clock)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
        whole = shown.whole(found, "stories")
    exported = [written.event(a, "stories", whole.articles, b) for a, b in pairwise([*whole.events, None]) if a]
    write(f"{'':52} {'Merge F1':>9} {'Event F1':>9} {'day acc.':>9}")
    write(f"{'asked':52} {57:9.1f} {54:9.1f} {0.92:9.3f}")
    _figures("loaded and exported; weights learned on these stories", _scored(exported))
    held = merging.leave_one_out()
    write(f"{'leave one out':52} {held['merge_f1']:9.1f} {held['event_f1']:9.1f} {held['day_accuracy']:9.3f}")
    _figures("oracle: gold groups, own days", _scored(gold_groups(whole.events)))
    _figures("oracle: own groups, gold days", _scored(gold_days(exported)))
    speed([article["text"] for article in articles], clock)
    write(f"{stages(clock)}; peak memory {peak:.0f} MB, the database's own not counted")


def gold_groups(events: Iterable[Event]) -> Rows:
    """The annotated events, each on the day on which our reports of its very words agree, else of its sentences."""
    told = defaultdict(list)
    for event in events:
        for report in event.reports:
            told[report.article].append(report)
    dated, rows = _dated_articles(), []
    for cluster in resolver.load(FOLDER / "clusters.jsonl"):
        spans = [(m["doc"], m["start"], m["end"]) for m in cluster["mentions"] if m["doc"] in dated]
        around = [(r, s) for s in spans for r in told[s[0]] if r.mention.start < s[2] and s[1] < r.mention.end]
        exact = [r for r, (_, start, end) in around if start <= r.mention.at < end]
        reports = list(dict.fromkeys(exact or [r for r, _ in around]))
        date = written.date(agreement.date(reports).interval) if reports else None
        rows.append({"date": date, "mentions": [{"article": a, "start": s, "end": e} for a, s, e in spans]})
    return rows


def gold_days(exported: Sequence[Mapping[str, Any]]) -> Rows:
    """Our events, those that match a dated gold event best on its day."""
    scorer = resolver.scorer(FOLDER)
    articles = {a["id"]: a for a in resolver.load(FOLDER / "articles.jsonl") if a["published"]}
    with tempfile.TemporaryDirectory() as folder:
        own = list(scorer.system_events(_written(folder, exported), articles))
    annotated = {(m["doc"], m["sentence"]) for m in resolver.load(FOLDER / "event_mentions.jsonl")}
    lines = [(None, evidence & annotated) for _, evidence in own]
    kept = [i for i, (_, evidence) in enumerate(lines) if len({article for article, _ in evidence}) > 1]
    gold = [(c["date"], {(m["doc"], m["sentence"]) for m in c["mentions"]}) for c in _dated()]
    _, rows, columns = scorer.matched(gold, [lines[i] for i in kept], lambda *_: True)
    days = {kept[j]: gold[i][0] for i, j in zip(rows, columns, strict=True)}
    return [
        {**event, "date": {"start": days[i], "precision": "day"} if i in days else event["date"]}
        for i, event in enumerate(exported)
    ]


def _dated() -> Rows:
    """The gold events with a day and mentions in two articles or more of those that are dated."""
    dated = _dated_articles()
    every = resolver.load(FOLDER / "clusters.jsonl")
    return [c for c in every if c["date"] and len({m["doc"] for m in c["mentions"]} & dated) > 1]


def _dated_articles() -> set[str]:
    return {article["id"] for article in resolver.load(FOLDER / "articles.jsonl") if article["published"]}


def speed(texts: list[str], clock: Clock) -> None:
    """How fast loading was beside spaCy's full pipeline on the same texts, in this run."""
    nlp = spacy.load(MODEL)
    take(nlp.pipe(texts[:5]))
    with clock.timing("spaCy"):
        take(nlp.pipe(texts))
    for name in (WHOLE, "spaCy"):
        wall, used = clock.wall[name], clock.used[name]
        write(f"{name:8} {len(texts)} articles in {wall:.1f} s, {len(texts) / wall:.1f} a second; CPU {used:.1f} s")
    ratios = (clock.wall["spaCy"] / clock.wall[WHOLE], clock.used["spaCy"] / clock.used[WHOLE])
    write(f"loading is {ratios[0]:.2f} times as fast (asked: 2), {ratios[1]:.2f} times by this process's CPU")


def _scored(events: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, Any] = resolver.scorer(FOLDER).score(FOLDER, _written(folder, events))
        return found


def _written(folder: str, events: Iterable[Mapping[str, Any]]) -> Path:
    path = Path(folder, "system.ndjson")
    path.write_text("".join(json.dumps(event) + "\n" for event in events), "utf-8")
    return path


def _figures(name: str, found: Mapping[str, Any]) -> None:
    merged, dated, right = found["merge"]["F1"], found["event"]["F1"], found["day_accuracy"] or 0.0
    write(
        f"{name:52} {merged:9.1f} {dated:9.1f} {right:9.3f}  {found['system_events']} events of {found['gold_events']}"
    )


if __name__ == "__main__":
    main()
