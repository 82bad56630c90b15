"""How many lines of the corpus each rule, refiner and rejection has: python -m tests.corpus_report

A rule needs a line in its own file that it reads, and one that it leaves alone; a refiner needs a file; a rejection
needs a line anywhere for which it is the reason. What lacks one is marked, and the report fails.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.corpus_lines import lines
from timeline.resolve import read
from timeline.resolve.refine import REFINERS
from timeline.resolve.registry import all_rejections, all_rules
from timeline.resolve.rule import Rule


@dataclass(frozen=True, slots=True)
class Covered:
    """A rule, refiner or rejection with its lines; alone is None where no line need be left alone."""

    kind: str
    name: str
    read: int
    alone: int | None = None

    @property
    def enough(self) -> bool:
        """Whether it has all that it needs."""
        return bool(self.read) and self.alone != 0

    def __str__(self) -> str:
        alone = "" if self.alone is None else f"{self.alone:6} left alone"
        return f"{self.kind:10} {self.name:42} {self.read:6} lines{alone}{'' if self.enough else '   MISSING'}"


def covered() -> Iterator[Covered]:
    """Every rule, refiner and rejection."""
    every = tuple(lines())
    readings = [(line.about, read(line.text)) for line in every]
    own = Counter(about for about, found in readings if about in {one.rule for one in found.expressions})
    alone = Counter(line.about for line in every if not line.spans)
    filed = Counter(line.about for line in every)
    reasons = Counter(reason for _, found in readings for reason in {one.reason for one in found.rejected})
    names = [rule.name for rule in all_rules() if isinstance(rule, Rule)]
    yield from (Covered("rule", name, own[name], alone[name]) for name in names)
    yield from (Covered("refiner", one.__name__, filed[f"refine_{one.__name__}"]) for one in REFINERS)
    yield from (Covered("rejection", reason, reasons[reason]) for reason in all_rejections())


def main() -> None:
    found = list(covered())
    missing = sum(not one.enough for one in found)
    sys.stdout.write("".join(f"{one}\n" for one in found))
    sys.stdout.write(f"{len(found)} rules, refiners and rejections; {missing} lack lines\n")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
