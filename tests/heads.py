"""The invented heads of pages in tests/data/heads, with when each was published."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEADS: Final = Path(__file__).parent / "data" / "heads"
SPLITS: Final = ("development", "held_out")
_MARK: Final = "\n#### "


@dataclass(frozen=True, slots=True)
class Head:
    """A page, what came with it, and its publication in EDTF on the zone's clocks, to the minute; or none."""

    name: str
    answer: str
    zone: str
    url: str
    headers: tuple[tuple[str, str], ...]
    html: str


def load(split: str) -> Iterator[Head]:
    """The pages of a split."""
    for case in (HEADS / f"{split}.txt").read_text(encoding="utf-8").split(_MARK)[1:]:
        top, _, html = case.partition("\n\n")
        name, *lines = top.splitlines()
        said = [line.partition(": ")[::2] for line in lines]
        named = dict(said)
        headers = tuple((value.partition(": ")[0], value.partition(": ")[2]) for key, value in said if key == "header")
        yield Head(name, named["answer"], named["zone"], named["url"], headers, html)
