"""The resolver on the public temporal corpora of ../shared/bench: TempEval-3's measures, even and odd documents apart,
and its speed beside dateparser's search in the same run. The corpora are read where they are, never copied."""

import argparse
import importlib.util
import json
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from timeline import resolve
from timeline.core import timex3

BENCH: Final = Path(__file__).parents[2] / "shared" / "bench" / "temporal"
CORPORA: Final = ("timebank", "aquaint", "wikiwars_dev", "tweets_train")
MEASURES: Final = ("strict_F1", "relaxed_F1", "type_F1", "value_F1", "value_acc")
SAMPLES: Final = 10
SAMPLE: Final = 2_000
"""Texts, and characters of each, that dateparser reads: it is slow."""

Document = dict[str, Any]


def scorer(path: Path) -> ModuleType:
    """The scorer of the bench, as it is."""
    spec = importlib.util.spec_from_file_location("score", path / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(path: Path) -> list[Document]:
    """The documents of a corpus."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def tag(document: Document) -> Document:
    """What the resolver finds, in the scorer's form."""
    found = resolve(document["text"], date.fromisoformat(document["dct"]))
    timexes = [
        {"start": r.start, "end": r.end, "text": r.text, "type": r.type, "value": r.value, "rule": r.expression.rule}
        for r in found
        if timex3.annotated(r.expression.term)
    ]
    return {"id": document["id"], "timexes": timexes}


def measure(score: ModuleType, documents: list[Document], errors: list[Document] | None = None) -> dict[str, float]:
    """TempEval-3's figures for some documents."""
    gold = {document["id"]: document for document in documents}
    system = {document["id"]: tag(document) for document in documents}
    figures: dict[str, float] = score.score(gold, system, False, errors)
    return figures


def speed(read: Callable[[str], object], texts: list[str]) -> float:
    """Characters a second over some texts, in a process that has loaded its rules."""
    read("yesterday")
    begun = time.perf_counter()
    for text in texts:
        read(text)
    return sum(map(len, texts)) / (time.perf_counter() - begun)


def dateparser_search(text: str) -> object:
    """What a user of dateparser calls."""
    from dateparser.search import search_dates

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search_dates(text, languages=["en"])


def write(line: str) -> None:
    """A line of the report."""
    sys.stdout.write(line + "\n")


def report(path: Path, errors: Path | None) -> None:
    """The table."""
    score = scorer(path)
    write(f"{'corpus':14} {'part':5} " + " ".join(f"{name:>10}" for name in MEASURES))
    for corpus in CORPORA:
        documents = load(path / f"{corpus}.jsonl")
        for part, chosen in (("even", documents[0::2]), ("odd", documents[1::2]), ("all", documents)):
            wrong: list[Document] | None = [] if errors and part == "even" else None
            figures = measure(score, chosen, wrong)
            write(f"{corpus:14} {part:5} " + " ".join(f"{figures[name]:10.2f}" for name in MEASURES))
            if errors and wrong is not None:
                lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in wrong)
                (errors / f"{corpus}.jsonl").write_text("".join(lines), encoding="utf-8")


def speeds(path: Path, *, other: bool) -> None:
    """Characters a second on AQUAINT: articles never read before, then the same again, as memory makes it faster."""
    texts = [document["text"] for document in load(path / "aquaint.jsonl")]
    for reading in ("first reading", "second reading"):
        write(f"timeline.resolve, {reading:15} {speed(read_time, texts):12,.0f} characters/s")
    if other:
        sample = [text[:SAMPLE] for text in texts[:SAMPLES]]
        write(f"dateparser.search, same run       {speed(dateparser_search, sample):12,.0f} characters/s")


def read_time(text: str) -> object:
    """What a user of this library calls."""
    return resolve(text, date(2000, 1, 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--errors", type=Path, help="a folder for the errors on the even documents")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--no-dateparser", action="store_true")
    options = parser.parse_args()
    if not options.no_speed:
        speeds(options.bench, other=not options.no_dateparser)
    report(options.bench, options.errors)


if __name__ == "__main__":
    main()
