"""Finding: every rule is tried where it can begin, in the runs of known words that hold a sign of time."""

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from timeline.core.algebra import Term
from timeline.resolve import lexicon
from timeline.resolve.net import Net
from timeline.resolve.pattern import longest, parse, regex
from timeline.resolve.registry import all_rules
from timeline.resolve.rule import Match, Rejection, Rule, patterns
from timeline.resolve.scan import Scan
from timeline.resolve.starts import DEPTH, Starts
from timeline.resolve.vocabulary import BREAK, OTHER, Codes, Vocabulary, build

_KEPT_RUNS = 50_000
_LONGEST_KEPT_RUN = 80
_KEPT_READINGS = 50_000


Pieces = tuple[tuple[int, int, Term], ...]
"""Tokens from and to, counted from where a match begins, with what they mean; none where a rule declines."""


class Candidate(NamedTuple):
    """Tokens that a rule has read: what they mean, or None where it is a rejection."""

    start: int
    end: int
    rule: str
    read: Pieces | None
    at: int
    """Where the match begins, context included."""

    @property
    def pieces(self) -> Pieces:
        """What was read, by tokens of the text."""
        return tuple((self.at + start, self.at + end, term) for start, end, term in self.read or ())


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern of a rule over the codes."""

    rule: Rule | Rejection
    pattern: re.Pattern[str]


Hit = tuple[int, int]
"""Where a match begins, and which compiled pattern it is of."""
Hits = tuple[tuple[int, list[Hit]], ...]
"""The matches in a run by their length in tokens, context included, the longest first."""


@dataclass(slots=True)
class Finder:
    """Rules compiled over one vocabulary; what it remembers of earlier texts only makes it faster."""

    vocabulary: Vocabulary
    compiled: list[Compiled]
    starts: Starts
    hot: re.Pattern[str]
    codes: Codes
    net: Net
    wide: Net
    longest: int
    """Tokens of the longest match that is possible."""
    _runs: "OrderedDict[str, Hits]" = field(default_factory=OrderedDict)
    _readings: "OrderedDict[tuple[int, str], Pieces]" = field(default_factory=OrderedDict)

    def runs(self, scan: Scan) -> Iterator[tuple[int, int, Hits]]:
        """Each run of the text that was searched, from and to, and what matches in it; nothing is read yet."""
        for run in self.hot.finditer(scan.codes):
            first, last = run.span()
            yield first, last, self._hits(run[0])

    def _hits(self, codes: str) -> Hits:
        known = self._runs.get(codes)
        if known is None:
            known = self._matches(codes)
            if len(codes) <= _LONGEST_KEPT_RUN:
                if len(self._runs) >= _KEPT_RUNS:
                    self._runs.popitem(last=False)
                self._runs[codes] = known
        return known

    def _matches(self, codes: str) -> Hits:
        """Every match in a run; what begins with the same codes as before is not tried again."""
        found: defaultdict[int, list[Hit]] = defaultdict(list)
        known: dict[str, list[tuple[int, int]]] = {}
        for start in range(len(codes)):
            if not (which := self.starts[codes[start : start + DEPTH]]):
                continue
            window = codes[start : start + self.longest]
            if window not in known:
                known[window] = list(self._tried(window, which))
            for length, one in known[window]:
                found[length].append((start, one))
        return tuple(sorted(found.items(), reverse=True))

    def _tried(self, codes: str, which: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        for one in which:
            if match := self.compiled[one].pattern.match(codes):
                yield match.end(), one

    def read(self, scan: Scan, start: int, length: int, which: int) -> Candidate | None:
        """What a match means; None where its rule declines. The same words are read once."""
        compiled = self.compiled[which]
        if isinstance(compiled.rule, Rejection):
            return Candidate(start, start + length, compiled.rule.name, None, start)
        key = which, scan.text[scan.starts[start] : scan.starts[start + length]]
        read = self._readings.get(key)
        if read is None:
            read = _read(compiled.rule, compiled.pattern, scan, start)
            if len(self._readings) >= _KEPT_READINGS:
                self._readings.popitem(last=False)
            self._readings[key] = read
        return Candidate(start + read[0][0], start + read[-1][1], compiled.rule.name, read, start) if read else None


def _read(rule: Rule, pattern: re.Pattern[str], scan: Scan, start: int) -> Pieces:
    match = pattern.match(scan.codes, start)
    if match is None:
        return ()
    tokens = {name.split("__")[0]: match.span(name) for name, at in match.groupdict().items() if at is not None}
    at = scan.starts[start]
    groups = {name: (scan.starts[a] - at, scan.starts[b] - at) for name, (a, b) in tokens.items()}
    words = scan.between(start, match.end()).lower()
    words = words if len(words) == scan.starts[match.end()] - at else scan.between(start, match.end())
    read = rule.read(Match(words, groups))
    if read is None:
        return ()
    if isinstance(read, Term):
        return ((0, match.end() - start, read),)
    return tuple((tokens[piece.first][0] - start, tokens[piece.last][1] - start, piece.term) for piece in read)


@cache
def finder() -> Finder:
    """The one finder of all registered rules."""
    parsed = [(rule, parse(pattern)) for rule in all_rules() for pattern in patterns(rule)]
    nodes = [node for _, node in parsed]
    vocabulary = build(nodes)
    return Finder(
        vocabulary,
        [Compiled(rule, re.compile(regex(node, vocabulary.chars, {}))) for rule, node in parsed],
        Starts(nodes, vocabulary),
        _hot(vocabulary),
        Codes(vocabulary),
        Net(vocabulary),
        Net(vocabulary, wide=True),
        max(map(longest, nodes)),
    )


def _hot(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A run of known words in which one is more than a function word, or some of these make a date together."""
    table = lexicon.tables()["cold"]
    cold = {*table["classes"], *(f"'{word}'" for word in table["words"])}
    hot = "".join(code for classes, code in vocabulary.sets.items() if not classes <= cold)
    off = OTHER + BREAK
    triggers = "|".join(regex(parse(pattern), vocabulary.chars, {}) for pattern in table["triggers"])
    return re.compile(f"(?<![^{off}])(?:(?!{triggers})[^{off}{hot}])*(?:[{hot}]|{triggers})[^{off}]*")
