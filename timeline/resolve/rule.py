"""Rules, rejections and doubts, and the matches that they judge."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.core.algebra import Term
from timeline.resolve.scan import Scan


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern matched: the words in lower case, and the spans of the groups in them."""

    text: str
    groups: dict[str, tuple[int, int]]

    def __getitem__(self, group: str) -> str:
        """The words of a group; empty where it matched nothing."""
        start, end = self.groups.get(group, (0, 0))
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Piece:
    """One of several expressions in a match: from the beginning of one group to the end of another."""

    first: str
    last: str
    term: Term


Read = Term | tuple[Piece, ...] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named shape and what it means; read may decline."""

    name: str
    patterns: str | tuple[str, ...]
    read: Callable[[Match], Read]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A named shape that is not time although it looks like it; it wins over rules that read no more words."""

    name: str
    patterns: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A named reason to refuse what some rules read, from the tokens around it (None: whatever the rule)."""

    name: str
    rules: frozenset[str] | None
    doubts: Callable[[Scan, int, int], bool]


def patterns(rule: Rule | Rejection) -> tuple[str, ...]:
    """The patterns of a rule, one or several."""
    return (rule.patterns,) if isinstance(rule.patterns, str) else rule.patterns
