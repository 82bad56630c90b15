"""Learn what the features of timeline/events/alike.py weigh, from the stories of ../shared/bench/events.

    python -m learn.merging                  write timeline/events/alike.toml, from all stories
    python -m learn.merging --leave-one-out  score each story with the weights that the others teach; writes nothing

A logistic regression by Newton's method (Bishop 2006, 4.3.3) over pairs of deeds of one word in different articles. A
pair of a word that has n pairs in its story counts 1 / n, so that no word outvotes the others. Only weights are kept,
no words of the articles.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bench import event_scores
from bench.resolver import load
from timeline.chronology import publication
from timeline.chronology.publication import Page
from timeline.events import alike, deeds, mentions, merge, profiles, traces
from timeline.events.alike import Weights
from timeline.events.deeds import Deed
from timeline.ingest import dates
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services.derive import Read, dated_reports, derive

STORIES: Final = Path(__file__).parents[2] / "shared" / "bench" / "events"
WEIGHTS: Final = Path(alike.__file__).with_name("alike.toml")
_RIDGE: Final = 10.0
"""How strongly standardised weights are drawn to 0; a third and three times as much score the same within a point."""
_ROUNDS: Final = 50
_AGAINST: Final = frozenset({"a common word"})
"""Features that can only speak against one event; the others can only speak for it. A feature that would weigh the
other way has learned an accident of a few stories, and is left out."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Compared pairs: a row of feature values each, whether they are of one event, and how much each counts."""

    values: Floats
    same: Floats
    weights: Floats


def main() -> None:
    """Write the weights, or print how well the others' weights do on each story."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leave-one-out", action="store_true")
    wanted = parser.parse_args()
    if wanted.leave_one_out:
        sys.stdout.write(json.dumps(leave_one_out(verbose=True)) + "\n")
    else:
        _, compared = _read_and_compared()
        WEIGHTS.write_text(_toml(learn(compared.values())), "utf-8")


def leave_one_out(*, verbose: bool = False) -> dict[str, float]:
    """The figures over all stories, each with the weights that the others teach; verbose tells each on stderr."""
    stories, compared = _read_and_compared()
    scores = {}
    for topic, read in stories.items():
        weights = learn(pairs for other, pairs in compared.items() if other != topic)
        scores[topic] = event_scores.score(STORIES, topic, derive(read, weights).events)
        if verbose:
            sys.stderr.write(f"{topic} {event_scores.shown([scores[topic]])}\n")
    return event_scores.shown(scores.values())


def _read_and_compared() -> tuple[dict[int, tuple[Read, ...]], dict[int, Pairs]]:
    stories = {topic: tuple(map(_read, articles)) for topic, articles in _stories().items()}
    marked = _marked()
    return stories, {topic: _pairs(read, marked) for topic, read in stories.items()}


def learn(pairs: Iterable[Pairs]) -> Weights:
    """The weights that tell pairs of one event from others."""
    every = list(pairs)
    values, same, weights = (
        np.concatenate([getattr(one, name) for one in every]) for name in ("values", "same", "weights")
    )
    middle, spread = values.mean(0), values.std(0) + 1e-9
    signs = np.array([-1.0 if name in _AGAINST else 1.0 for name in alike.LEARNED])
    kept = np.ones(len(signs), dtype=bool)
    own = np.zeros(len(signs))
    while True:
        found = _newton(((values - middle) / spread)[:, kept], same, weights / weights.mean())
        own[:] = 0.0
        own[kept] = found[:-1] / spread[kept]
        if (own * signs >= 0).all():
            break
        kept &= own * signs >= 0
    features = {**dict(zip(alike.LEARNED, own.tolist(), strict=True)), **alike.SET}
    return Weights(features, float(found[-1] - own @ middle))


def _newton(values: Floats, same: Floats, weights: Floats) -> Floats:
    rows = np.hstack([values, np.ones((len(values), 1))])
    ridge = np.full(rows.shape[1], _RIDGE)
    ridge[-1] = 0.0
    found = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (likely - same)) + ridge * found
        bend = (rows * (weights * likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
        found -= np.linalg.solve(bend, slope)
    return found


def _stories() -> dict[int, list[dict[str, Any]]]:
    """The dated articles of each story."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for article in load(STORIES / "articles.jsonl"):
        if article["published"]:
            found[article["topic"]].append(article)
    return dict(sorted(found.items()))


def _read(article: dict[str, Any]) -> Read:
    sentences, found = pipeline.analyse(article["text"]), read_time(article["text"])
    told = mentions.find(sentences, found.expressions)
    given = dates.published(article["published"][:10], "UTC")
    page = Page(article["id"], article["text"], "UTC", given, found.expressions, imprint.find(article["text"]))
    named = (*told, *traces.find(sentences, found.expressions, told))
    return Read(page, article["source"], named, profiles.of(article["text"], named))


def _marked() -> dict[str, list[dict[str, Any]]]:
    """The annotated mentions of each article."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in load(STORIES / "event_mentions.jsonl"):
        found[mention["doc"]].append(mention)
    return found


def _pairs(read: Sequence[Read], marked: dict[str, list[dict[str, Any]]]) -> Pairs:
    """The pairs of a story in annotated sentences of which one at least is annotated itself."""
    solved = [publication.solve(one.page) for one in read]
    found = deeds.gather(r for r in dated_reports(read, solved) if not r.mention.statement)
    spread, texts = alike.spread(found), {one.page.article: one.page.text for one in read}
    clusters = [_clusters(deed, texts[deed.article], marked[deed.article]) for deed in found]
    chosen = [
        (i, j)
        for i, j in merge.pairs(found)
        if clusters[i] is not None and clusters[j] is not None and (clusters[i] or clusters[j])
        if found[i].planned == found[j].planned
    ]
    counts = Counter(found[i].root for i, _ in chosen)
    learned = [list(alike.TABLE).index(name) for name in alike.LEARNED]
    return Pairs(
        np.array([alike.values(found[i], found[j], spread) for i, j in chosen])[:, learned],
        np.array([float(bool((clusters[i] or set()) & (clusters[j] or set()))) for i, j in chosen]),
        np.array([1 / counts[found[i].root] for i, _ in chosen]),
    )


def _clusters(deed: Deed, text: str, marked: Iterable[dict[str, Any]]) -> set[str] | None:
    """The annotated events that a deed's own words name; None where none of its sentences is annotated."""
    spans = list(_lines(text))
    annotated = {mention["sentence"] for mention in marked}
    at = [report.mention.at for report in deed.reports]
    if not any(spans[line][0] <= start < spans[line][1] for line in annotated for start in at):
        return None
    words = [(r.mention.at, r.mention.at + len(r.mention.act.split(" ")[0])) for r in deed.reports]
    return {m["cluster_id"] for m in marked if any(m["start"] < end and start < m["end"] for start, end in words)}


def _lines(text: str) -> Iterator[tuple[int, int]]:
    ends = [-1, *(i for i, sign in enumerate(text) if sign == "\n"), len(text)]
    return ((start + 1, end + 1) for start, end in pairwise(ends))


def _toml(weights: Weights) -> str:
    learned = "".join(f'"{name}" = {weights.features[name]:.3f}\n' for name in alike.LEARNED)
    fixed = "".join(f'"{name}" = {value}\n' for name, value in alike.SET.items())
    return (
        "# What the features of alike.py weigh; those learned were made by learn/merging.py.\n"
        f"intercept = {weights.intercept:.3f}\n\n[set]\n{fixed}\n[learned]\n{learned}"
    )


if __name__ == "__main__":
    main()
