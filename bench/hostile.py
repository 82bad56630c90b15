"""How long a megabyte takes that is made to be slow, against a megabyte of news in the same run.

The news is AQUAINT of ../shared/bench where it is there, else the articles of seeds/; nothing is remembered of either.
"""

import argparse
import json
import random
import sys
import time
from datetime import date
from pathlib import Path
from typing import Final

from timeline import resolve

ROOT: Final = Path(__file__).parents[1]
BENCH: Final = ROOT.parent / "shared" / "bench" / "temporal" / "aquaint.jsonl"
SIZE: Final = 1_000_000
MONTHS: Final = ("January", "March", "April", "May", "June", "July", "September", "October", "November", "December")

RUNS: Final = {
    "digits": "1", "digits apart": "1 ", "years": "1999 ", "short numbers": "12/", "colons": "12:", "dotted": "1.2.",
    "may": "may ", "May": "May ", "March": "March,", "last": "last ", "the first": "the first ", "a": "a ",
    "two hundred": "two hundred ", "brackets": "(", "closing brackets": ")", "one long line": "the mill closed and ",
    "one endless word": "x", "an endless capital word": "May", "newlines": "\n", "blank lines": "a\n\n",
    "quotes": '"', "apostrophes": "'90", "spaces": " ",
    "hyphens": "mid-", "ordinals": "the 5th of ", "thirds": "third ",
    "slashes": "5/11/2024 ", "halves": "and a half ", "earlier": "a year earlier ", "no ASCII": "é",
    "Cyrillic": "в мае ", "Chinese": "年",
    "dates: May 5": "May 5 ", "dates: yesterday": "yesterday ", "dates: Friday,": "Friday, ",
    "dates: 1999,": "in 1999, ",
    "dates: ISO": "2024-11-05 ", "dates: ranges": "May 5 to ", "dates: clock": "3 p.m. ", "dates: set": "every day ",
}  # fmt: skip


def news() -> str:
    """Something under a megabyte of articles, as one text."""
    if BENCH.exists():
        texts = [json.loads(line)["text"] for line in BENCH.read_text(encoding="utf-8").splitlines()]
    else:
        texts = [json.loads(path.read_text("utf-8"))["text"] for path in sorted((ROOT / "seeds").glob("*/[0-9]*.json"))]
    return "\n\n".join(texts)[:SIZE]


def mixed() -> str:
    """Nothing but dates, no two in a row alike."""
    chosen = random.Random(5)
    return " ".join(f"{chosen.choice(MONTHS)} {chosen.randint(1, 28)}" for _ in range(SIZE // 9))


def seconds(text: str) -> tuple[float, int]:
    """Per megabyte of a text, in a process that has loaded its rules; and how many expressions it has."""
    begun = time.process_time()
    found = resolve(text, date(2024, 11, 5))
    return (time.process_time() - begun) / len(text) * SIZE, len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="characters of each input")
    size = parser.parse_args().size
    for text in ("It closed yesterday.", "Он умер в мае 2024 года, вчера и сегодня.", "2024年5月"):
        resolve(text, date(2024, 11, 5))
    first, second = (seconds(news())[0] for _ in range(2))
    sys.stdout.write(f"{'news, first reading':24} {first:7.2f} s/MB\n{'news, second reading':24} {second:7.2f} s/MB\n")
    texts = {name: (word * (size // len(word) + 1))[:size] for name, word in RUNS.items()} | {
        "dates: mixed": mixed()[:size]
    }
    for name, text in texts.items():
        (tenth, _), (taken, found) = seconds(text[: size // 10]), seconds(text)
        ratios = f"{taken / first:6.1f} x news {taken / second:6.1f} x second {taken / tenth:6.1f} x a tenth of it"
        each = f"{found:8} found" + (f" {taken * size / found:6.1f} µs each" if found else "")
        sys.stdout.write(f"{name:24} {taken:7.2f} s/MB {ratios} {each}\n")


if __name__ == "__main__":
    main()
