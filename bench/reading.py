"""Reading articles beside spaCy's full pipeline on the same texts, in turns in one process: ratio, stages, memory.

Seconds are of this process on its one thread, so that what else runs on the machine counts little; wall time is beside
them. The texts of ../shared/bench are read where they are, never copied.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import spacy

from timeline.events import mentions, traces
from timeline.events.parsed import parse
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time

BENCH: Final = Path(__file__).parents[2] / "shared" / "bench"
FILES: Final = ("events/articles.jsonl", "timelines/articles.jsonl")
WARM: Final = 50
"""Articles that are read before the clock runs, none of them again: a service has read others before."""
MEGABYTE: Final = 1024
"""ru_maxrss is in kilobytes on Linux."""

Texts = list[str]


class Clock:
    """Seconds of the processor and of the wall, by name."""

    def __init__(self) -> None:
        self.used: defaultdict[str, float] = defaultdict(float)
        self.wall: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Count what is done inside."""
        used, wall = time.process_time(), time.perf_counter()
        yield
        self.used[name] += time.process_time() - used
        self.wall[name] += time.perf_counter() - wall


def load(path: Path, articles: int) -> tuple[Texts, Texts]:
    """The texts of the stories with some of the many of the timelines, and others of these to warm up with."""
    texts, more = (
        [json.loads(line)["text"] for line in (path / name).read_text(encoding="utf-8").splitlines()] for name in FILES
    )
    random.Random(1).shuffle(more)
    return texts + more[:articles], more[articles : articles + WARM]


def read(texts: Texts) -> None:
    """What services/reading.py does with a batch of articles."""
    for text, sentences in zip(texts, pipeline.analyse_all(texts), strict=True):
        parsed = parse(sentences, read_time(text).expressions)
        traces.of(parsed, mentions.of(parsed))
        imprint.find(text)


def take(results: Iterable[object]) -> None:
    """Have all results made, and let them go."""
    for _ in results:
        pass


def turns(texts: Texts, rounds: int, nlp: Any) -> Clock:
    """Each way of reading all texts, in turns; each round has texts of its own, new to all but the later ways."""
    clock = Clock()
    ways: dict[str, Callable[[Texts], object]] = {
        "spaCy, nlp.pipe": lambda part: take(nlp.pipe(part)),
        "spaCy, one by one": lambda part: take(map(nlp, part)),
        "analyse_all": lambda part: take(pipeline.analyse_all(part)),
        "analyse, one by one": lambda part: take(map(pipeline.analyse, part)),
        "reading (time and mentions too)": read,
    }
    for number in range(rounds):
        for name, way in ways.items():
            with clock.timing(name):
                way(texts[number::rounds])
    return clock


def stages(texts: Texts, nlp: Any) -> Clock:
    """Where spaCy's time goes, and what reading adds to the analysis."""
    clock = Clock()
    with clock.timing("spaCy tokenizer"):
        docs = [nlp.make_doc(text) for text in texts]
    for name, pipe in nlp.pipeline:
        with clock.timing(f"spaCy {name}"):
            docs = list(pipe.pipe(docs)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]
    with clock.timing("our analysis"):
        found = list(pipeline.analyse_all(texts))
    with clock.timing("our reading of time"):
        times = [read_time(text).expressions for text in texts]
    with clock.timing("our clauses"):
        parsed = list(map(parse, found, times))
    with clock.timing("our mentions"):
        told = list(map(mentions.of, parsed))
    with clock.timing("our acts named in passing"):
        take(map(traces.of, parsed, told))
    with clock.timing("our imprint"):
        take(map(imprint.find, texts))
    return clock


def write(line: str) -> None:
    """A line of the report."""
    sys.stdout.write(line + "\n")


def report(clock: Clock, texts: Texts, tokens: int, yardstick: str | None) -> None:
    """A table of seconds, speed, and how many times as fast as the yardstick."""
    write(
        f"{'':32} {'CPU s':>8} {'wall s':>8} {'tokens/s':>10} {'chars/s':>10} {'articles/s':>10}"
        + (f" {'ratio':>6} {'wall':>6}" if yardstick else "")
    )
    characters = sum(map(len, texts))
    for name, used in clock.used.items():
        wall = clock.wall[name]
        speeds = " ".join(f"{amount / used:10,.1f}" for amount in (tokens, characters, len(texts)))
        ratios = (clock.used[yardstick] / used, clock.wall[yardstick] / clock.wall[name]) if yardstick else ()
        write(f"{name:32} {used:8.2f} {wall:8.2f} {speeds} " + " ".join(f"{ratio:6.2f}" for ratio in ratios))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--articles", type=int, default=200, help="how many articles of the timelines")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts, others = load(options.bench, options.articles)
    read(others[:1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read(others)
    write(
        f"peak memory: {peak / MEGABYTE:.0f} MB after one article, ",
    )
    write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE:.0f} MB after {len(others)} of them")
    nlp = spacy.load(pipeline.DEFAULT)
    take(nlp.pipe(others))
    tokens = sum(len(nlp.make_doc(text)) for text in texts)
    write(f"{len(texts)} articles, {tokens} tokens, {sum(map(len, texts))} characters, {options.rounds} rounds")
    report(turns(texts, options.rounds, nlp), texts, tokens, "spaCy, nlp.pipe")
    report(stages(texts, nlp), texts, tokens, None)


if __name__ == "__main__":
    main()
