"""The public temporal corpora of ../shared/bench, where they are there: read in place, never copied."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

BENCH: Final = Path(__file__).parents[2] / "shared" / "bench" / "temporal"
CORPORA: Final = ("timebank", "aquaint", "wikiwars_dev", "tweets_train")


def documents(corpus: str) -> Iterator[tuple[str, str, date]]:
    """(id, text, publication) of each document."""
    for line in (BENCH / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        yield found["id"], found["text"], date.fromisoformat(found["dct"])
