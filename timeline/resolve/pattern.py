"""Patterns of rules: written like the text, read into a small tree, and compiled over the codes of a vocabulary.

    <MONTH:month> <DAY:day>(, <YEAR4:year>)?

'<NAME>' is a category of words or a named shape, '<=words=>' are those words, ':group' keeps what it matched;
words and signs stand for themselves,
a space for white space; '( | )' are alternatives and '?' makes what stands before it optional. There is no repetition,
so a match is as long as its pattern at most and matching is linear in the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from timeline.resolve import lexicon

_TOKEN: Final = re.compile(r"<(\w+|=[^=]+=)(?::(\w+))?>|([^\W\d_]+|\d+)|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class One:
    """One token of a class: a category's name, or a word or sign in its quotes."""

    name: str


@dataclass(frozen=True, slots=True)
class Many:
    """Nodes one after another."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several; optional where nothing will do as well."""

    nodes: tuple["Node", ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A node whose match is kept under a name."""

    group: str
    node: "Node"


Node = One | Many | Either | Kept


@cache
def parse(pattern: str) -> Node:
    """The tree of a pattern; ValueError where it cannot be read."""
    tokens = [found.groups() for found in _TOKEN.finditer(pattern)]
    node, rest = _alternatives(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"unbalanced: {pattern!r}")
    return node


_Tokens = list[tuple[str | None, ...]]


def _alternatives(tokens: _Tokens, at: int) -> tuple[Node, int]:
    options: list[Node] = []
    while True:
        node, at = _sequence(tokens, at)
        options.append(node)
        if at == len(tokens) or tokens[at][3] != "|":
            return (options[0] if len(options) == 1 else Either(tuple(options))), at
        at += 1


def _sequence(tokens: _Tokens, at: int) -> tuple[Node, int]:
    nodes: list[Node] = []
    while at < len(tokens) and tokens[at][3] not in ("|", ")"):
        node, at = _item(tokens, at)
        if at < len(tokens) and tokens[at][3] == "?":
            node, at = Either((node,), optional=True), at + 1
        nodes.append(node)
    return Many(tuple(nodes)), at


def _item(tokens: _Tokens, at: int) -> tuple[Node, int]:
    name, group, word, sign = tokens[at]
    if name:
        node = _named(name)
        return (Kept(group, node) if group else node), at + 1
    if sign == "(":
        node, at = _alternatives(tokens, at + 1)
        return node, at + 1
    return One(f"'{word or sign}'"), at + 1


def _named(name: str) -> Node:
    if name.startswith("="):
        return parse(name[1:-1])
    return One(name) if name in lexicon.categories() or name in DIGITS else parse(lexicon.shapes()[name])


DIGITS: Final[dict[str, Callable[[str], bool]]] = {
    "NUMERAL": lambda _: True,
    "DIGITS": lambda digits: len(digits) <= 4,
    "ONE": lambda digits: digits in {"1", "3"},
    "THREE": lambda digits: len(digits) == 3,
    "DAY": lambda digits: len(digits) <= 2 and 1 <= int(digits) <= 31,
    "MONTHNUMBER": lambda digits: len(digits) <= 2 and 1 <= int(digits) <= 12,
    "HOUR": lambda digits: len(digits) <= 2 and int(digits) <= 24,
    "MINUTE": lambda digits: len(digits) == 2 and int(digits) < 60,
    "YY": lambda digits: len(digits) == 2,
    "YEAR4": lambda digits: len(digits) == 4 and 1000 <= int(digits) < 2200,
    "TENYEARS": lambda digits: len(digits) in (2, 4) and digits[-1] == "0",
    "HHMM": lambda digits: len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60,
    "HMM": lambda digits: len(digits) == 3 and digits[0] != "0" and int(digits[1:]) < 60,
    "EARLYHHMM": lambda digits: len(digits) == 4 and digits[0] == "0" and int(digits[2:]) < 60,
    "COMPACT": lambda digits: len(digits) == 8 and digits[:2] in {"19", "20"},
}
"""The categories of runs of digits, by their shape."""


def names(node: Node) -> Iterator[str]:
    """Every class that occurs in a tree."""
    match node:
        case One(name):
            yield name
        case Kept(node=inner):
            yield from names(inner)
        case Many(nodes) | Either(nodes):
            for inner in nodes:
                yield from names(inner)


def reach(node: Node, starts: frozenset[int], seen: list[set[str]]) -> frozenset[int]:
    """Where a match can end that begins at one of starts; the classes that it can have at each index go into seen.

    Indices are counted as far as seen is long.
    """
    match node:
        case One(name):
            for index in starts - {len(seen)}:
                seen[index].add(name)
            return frozenset(min(index + 1, len(seen)) for index in starts)
        case Kept(node=inner):
            return reach(inner, starts, seen)
        case Many(nodes):
            for inner in nodes:
                starts = reach(inner, starts, seen)
            return starts
        case Either(nodes, optional):
            ends = frozenset[int]().union(*(reach(inner, starts, seen) for inner in nodes))
            return ends | starts if optional else ends


def longest(node: Node) -> int:
    """How many tokens a match has at most."""
    match node:
        case One():
            return 1
        case Kept(node=inner):
            return longest(inner)
        case Many(nodes):
            return sum(map(longest, nodes))
        case Either(nodes):
            return max(map(longest, nodes))


def regex(node: Node, codes: Callable[[str], str], used: dict[str, int]) -> str:
    """The tree as a regular expression; codes gives the characters of a class; a repeated group gets a number."""
    match node:
        case One(name):
            return codes(name)
        case Many(nodes):
            return "".join(regex(inner, codes, used) for inner in nodes)
        case Either(nodes, optional):
            options = "|".join(regex(inner, codes, used) for inner in nodes)
            return f"(?:{options})" + ("?" if optional else "")
        case Kept(group, inner):
            used[group] = used.get(group, 0) + 1
            return f"(?P<{group}__{used[group]}>{regex(inner, codes, used)})"
