"""Numbers that reports of one event give for the same thing, and that differ."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from timeline.core.event import Claim, Contradiction
from timeline.core.mention import Report

_ALIKE: Final = 10.0
"""Figures further apart than this factor count different things: 1,500 on the ships, 12,000 in all."""


def contradictions(reports: Sequence[Report]) -> tuple[Contradiction, ...]:
    """One contradiction for each noun that different articles give different figures for, of one order of magnitude."""
    given: dict[str, dict[float, set[int]]] = defaultdict(lambda: defaultdict(set))
    said: dict[tuple[float, str], str] = {}
    for i, report in enumerate(reports):
        for figure in report.mention.numbers:
            given[figure.noun][figure.count].add(i)
            said.setdefault((figure.count, figure.noun), f"{figure.count:,.0f} {figure.said}")
    return tuple(
        Contradiction("number", tuple(Claim(said[n, noun], tuple(sorted(by))) for n, by in sorted(figures.items())))
        for noun, figures in sorted(given.items())
        if len(figures) > 1 and max(figures) < min(figures) * _ALIKE and _apart(reports, list(figures.values()))
    )


def _apart(reports: Sequence[Report], makers: list[set[int]]) -> bool:
    """Whether different articles make the claims."""
    return len({frozenset(reports[i].article for i in made) for made in makers}) > 1
