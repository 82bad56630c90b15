"""Writes the measured comparison into docs/resolver.md, between its two markers, from ../shared/bench and the code.

What others reach is taken from ../shared/bench/README.md and from the issue that set the aims, and named so; everything
about this project is measured when the script runs.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bench.peer_cases import PEERS
from bench.peers import kinds, rates, read_files
from bench.resolver import BENCH, CORPORA, SAMPLE, SAMPLES, dateparser_search, load, measure, read_time, scorer, speed

PAGE: Final = Path(__file__).parents[1] / "docs" / "resolver.md"
BEGIN: Final = "<!-- written by bench/comparison.py -->"
END: Final = "<!-- end of what bench/comparison.py writes -->"
SHOWN: Final = ("strict_F1", "relaxed_F1", "type_F1", "value_F1")
NAMES: Final = {"timebank": "TimeBank", "aquaint": "AQUAINT", "wikiwars_dev": "WikiWars", "tweets_train": "Tweets"}
OTHERS: Final[dict[str, tuple[tuple[str, str, str, str, str], ...]]] = {
    "timebank": (
        ("HeidelTime", "85.3", "91.9", "89.7", "79.5"),
        ("SUTime", "", "", "", "68.7"),
        ("dateparser", "", "", "", "30.3"),
    ),
    "aquaint": (
        ("HeidelTime", "81.3", "92.5", "84.6", "72.9"),
        ("SUTime", "", "", "", "67.2"),
        ("dateparser", "", "", "", "44.2"),
    ),
    "wikiwars_dev": (
        ("HeidelTime, told that it is narrative (22 documents)", "85.5", "91.9", "89.7", "82.9"),
        ("HeidelTime, told that it is news (22 documents)", "", "", "", "60.5"),
    ),
    "tweets_train": (),
}
"""Strict, relaxed, type and value F1 of other systems: ../shared/bench/README.md."""
SPEEDS: Final = (("HeidelTime", "6,000 to 18,000"), ("SUTime", "18,000"), ("chrono (JavaScript)", "5,000,000"))
"""Characters a second of other systems: the issue that set the aims."""
FAMILIES: Final = {"chrono": "chrono", "dateparser": "dateparser", "duckling": "Duckling", "recognizers": "Recognizers"}


def row(*cells: str) -> str:
    """A line of a table."""
    return "| " + " | ".join(cells) + " |"


def _one_place(figures: dict[str, float]) -> Callable[[str], str]:
    return lambda name: f"{figures[name]:.1f}"


def accuracy(bench: Path) -> Iterator[str]:
    """The table of F1 on the four corpora."""
    score = scorer(bench)
    yield row("corpus", "system", "strict", "relaxed", "type", "value")
    yield row("---", "---", "--:", "--:", "--:", "--:")
    for corpus in CORPORA:
        documents = load(bench / f"{corpus}.jsonl")
        parts = (("all", documents), ("even documents, tuned on", documents[0::2]), ("odd documents", documents[1::2]))
        for part, chosen in parts:
            figures = measure(score, chosen)
            yield row(NAMES[corpus], f"timeline, {part}", *map(_one_place(figures), SHOWN))
        for other in OTHERS[corpus]:
            yield row(NAMES[corpus], *other)


def speeds(bench: Path) -> Iterator[str]:
    """The table of characters a second: two of them from this run."""
    texts = [document["text"] for document in load(bench / "aquaint.jsonl")]
    yield row("system", "characters a second", "measured")
    yield row("---", "--:", "---")
    for reading in ("first reading", "the same again"):
        yield row(f"timeline, {reading}", f"{speed(read_time, texts):,.0f}", "in this run")
    sample = [text[:SAMPLE] for text in texts[:SAMPLES]]
    yield row("dateparser, search_dates", f"{speed(dateparser_search, sample):,.0f}", "in this run, on a sample")
    for name, figure in SPEEDS:
        yield row(name, figure, "by others")


def peers(folder: Path) -> Iterator[str]:
    """The tables of pass rates and of kinds of misses."""
    files = read_files(folder)
    yield row("cases of", "file", "cases", "as they expect", "rate", "another convention", "ours is wrong")
    yield row("---", "---", "--:", "--:", "--:", "--:", "--:")
    for name, (count, passed, theirs, ours) in rates(files).items():
        family, _, file = name.partition(".")
        yield row(FAMILIES[family], file, f"{count}", f"{passed}", f"{passed / count:.0%}", f"{theirs}", f"{ours}")
    counts = kinds(files)
    for wrong, title in ((False, "theirs is another convention"), (True, "ours is wrong")):
        yield ""
        yield row("cases", title)
        yield row("--:", "---")
        yield from (row(f"{count}", name) for (each, name), count in counts.most_common() if each is wrong)


def sections(bench: Path, cases: Path) -> Iterator[str]:
    """What stands between the markers; speed is measured first, while the process has read none of the texts."""
    fast = list(speeds(bench))
    yield "### Accuracy: F1 by TempEval-3's measures\n"
    yield from accuracy(bench)
    yield "\n### Speed: AQUAINT, one warm process\n"
    yield from fast
    yield "\n### Other projects' own test cases\n"
    yield from peers(cases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--cases", type=Path, default=PEERS)
    options = parser.parse_args()
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, marked, after = rest.partition(END)
    if not marked:
        raise SystemExit(f"{PAGE} has no line '{BEGIN}' followed by a line '{END}'")
    tables = "\n".join(sections(options.bench, options.cases))
    PAGE.write_text(f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
