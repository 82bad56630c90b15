"""Finding: every rule is tried where it can begin, in the runs of known words that hold a sign of time."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from timeline.core.algebra import Term
from timeline.resolve import lexicon
from timeline.resolve.net import Net
from timeline.resolve.pattern import Node, firsts, longest, parse, regex
from timeline.resolve.registry import all_rules, doubts_about
from timeline.resolve.rule import Match, Rejection, Rule, patterns
from timeline.resolve.scan import Scan
from timeline.resolve.vocabulary import BREAK, OTHER, Codes, Vocabulary, build

_KEPT_RUNS = 50_000
_LONGEST_KEPT_RUN = 80
_KEPT_READINGS = 50_000


Pieces = tuple[tuple[int, int, Term], ...]
"""Tokens from and to, counted from where a match begins, with what they mean."""


class Candidate(NamedTuple):
    """Tokens that a rule has read: what they mean, or None where it is a rejection."""

    start: int
    end: int
    rule: str
    read: Pieces | None
    length: int
    """Tokens of the whole match, context included: the longest wins."""
    at: int
    """Where the match begins."""

    @property
    def pieces(self) -> Pieces:
        """What was read, by tokens of the text."""
        return tuple((self.at + start, self.at + end, term) for start, end, term in self.read or ())


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern of a rule over the codes."""

    rule: Rule | Rejection
    pattern: re.Pattern[str]


Hit = tuple[int, int, int]
"""From, to, and which compiled pattern."""


@dataclass(slots=True)
class Finder:
    """Rules compiled over one vocabulary; what it remembers of earlier texts only makes it faster."""

    vocabulary: Vocabulary
    compiled: list[Compiled]
    starting: dict[str, list[int]]
    hot: re.Pattern[str]
    codes: Codes
    net: Net
    wide: Net
    longest: int
    """Tokens of the longest match that is possible."""
    _runs: "OrderedDict[str, tuple[Hit, ...]]" = field(default_factory=OrderedDict)
    _readings: "OrderedDict[tuple[int, str], Pieces | None]" = field(default_factory=OrderedDict)

    def runs(self, scan: Scan) -> Iterator[tuple[int, int, list[Candidate]]]:
        """Each run of the text that was searched, and what the rules read there, before any is doubted or chosen."""
        for run in self.hot.finditer(scan.codes):
            first, last = run.span()
            found = (
                self._candidate(scan, first + start, first + end, which) for start, end, which in self._hits(run[0])
            )
            yield first, last, [candidate for candidate in found if candidate]

    def _hits(self, codes: str) -> tuple[Hit, ...]:
        known = self._runs.get(codes)
        if known is None:
            known = tuple(self._matches(codes))
            if len(codes) <= _LONGEST_KEPT_RUN:
                if len(self._runs) >= _KEPT_RUNS:
                    self._runs.popitem(last=False)
                self._runs[codes] = known
        return known

    def _matches(self, codes: str) -> Iterator[Hit]:
        """Every match in a run; what begins with the same codes as before is not tried again."""
        ends: dict[str, list[tuple[int, int]]] = {}
        for start, code in enumerate(codes):
            if code not in self.starting:
                continue
            window = codes[start : start + self.longest]
            if window not in ends:
                ends[window] = list(self._tried(codes, start))
            yield from ((start, start + length, which) for length, which in ends[window])

    def _tried(self, codes: str, start: int) -> Iterator[tuple[int, int]]:
        for which in self.starting[codes[start]]:
            if match := self.compiled[which].pattern.match(codes, start):
                yield match.end() - start, which

    def _candidate(self, scan: Scan, start: int, end: int, which: int) -> Candidate | None:
        rule = self.compiled[which].rule
        if isinstance(rule, Rejection):
            return Candidate(start, end, rule.name, None, end - start, start)
        key = which, scan.between(start, end)
        if key in self._readings:
            read = self._readings[key]
        else:
            read = self._read(rule, self.compiled[which].pattern, scan, start)
            if len(self._readings) >= _KEPT_READINGS:
                self._readings.popitem(last=False)
            self._readings[key] = read
        if not read:
            return None
        return Candidate(start + read[0][0], start + read[-1][1], rule.name, read, end - start, start)

    @staticmethod
    def _read(rule: Rule, pattern: re.Pattern[str], scan: Scan, start: int) -> Pieces | None:
        match = pattern.match(scan.codes, start)
        if match is None:
            return None
        tokens = {name.split("__")[0]: match.span(name) for name, at in match.groupdict().items() if at is not None}
        at = scan.starts[start]
        groups = {name: (scan.starts[a] - at, scan.starts[b] - at) for name, (a, b) in tokens.items()}
        words = scan.between(start, match.end()).lower()
        words = words if len(words) == scan.starts[match.end()] - at else scan.between(start, match.end())
        read = rule.read(Match(words, groups))
        if read is None:
            return None
        if isinstance(read, Term):
            return ((0, match.end() - start, read),)
        return tuple((tokens[piece.first][0] - start, tokens[piece.last][1] - start, piece.term) for piece in read)


def choose(scan: Scan, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest of those that overlap, a rejection before a rule of the same length, the leftmost of equals.

    What is doubted comes last: it is reported only where nothing else was read, and shorter readings may still win.
    """
    chosen: list[Candidate] = []
    doubted: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(candidates, key=_order):
        if taken.isdisjoint(range(one.start, one.end)):
            reason = None if one.read is None else doubt(scan, one)
            if reason is not None:
                doubted.append(one._replace(rule=reason, read=None))
                continue
            chosen.append(one)
            taken.update(range(one.start, one.end))
    for one in doubted:
        if taken.isdisjoint(range(one.start, one.end)):
            chosen.append(one)
            taken.update(range(one.start, one.end))
    return sorted(chosen, key=attrgetter("start"))


def _order(one: Candidate) -> tuple[int, int, bool, int, str]:
    return -one.length, one.start - one.end, one.read is not None, one.start, one.rule


def doubt(scan: Scan, one: Candidate) -> str | None:
    """Why what a rule has read is not believed where it stands."""
    for known in doubts_about(one.rule):
        if known.doubts(scan, one.start, one.end):
            return known.name
    return None


@cache
def finder() -> Finder:
    """The one finder of all registered rules."""
    parsed = [(rule, parse(pattern)) for rule in all_rules() for pattern in patterns(rule)]
    vocabulary = build(node for _, node in parsed)
    compiled = [Compiled(rule, re.compile(regex(node, vocabulary.chars, {}))) for rule, node in parsed]
    starting: dict[str, list[int]] = {}
    for which, (_, node) in enumerate(parsed):
        for code in _first_codes(node, vocabulary):
            starting.setdefault(code, []).append(which)
    return Finder(
        vocabulary,
        compiled,
        starting,
        _hot(vocabulary),
        Codes(vocabulary),
        Net(vocabulary),
        Net(vocabulary, wide=True),
        max(longest(node) for _, node in parsed),
    )


def _first_codes(node: Node, vocabulary: Vocabulary) -> set[str]:
    asked = set(firsts(node))
    return {code for classes, code in vocabulary.sets.items() if classes & asked}


def _hot(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A run of known words in which one is more than a function word, or some of these make a date together."""
    table = lexicon.tables()["cold"]
    cold = {*table["classes"], *(f"'{word}'" for word in table["words"])}
    hot = "".join(code for classes, code in vocabulary.sets.items() if not classes <= cold)
    off = OTHER + BREAK
    triggers = "|".join(regex(parse(pattern), vocabulary.chars, {}) for pattern in table["triggers"])
    return re.compile(f"(?<![^{off}])(?:(?!{triggers})[^{off}{hot}])*(?:[{hot}]|{triggers})[^{off}]*")
