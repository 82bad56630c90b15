"""The cheap search before the rules: it must look wherever a pattern can match, and the net must explain the rest."""

import random
from collections.abc import Iterator

import pytest

from timeline.resolve import read
from timeline.resolve.find import Finder, finder
from timeline.resolve.pattern import Either, Kept, Many, Node, One, parse
from timeline.resolve.registry import all_rules
from timeline.resolve.rule import Rule, patterns

SAMPLES = 30
PATTERNS = [(rule.name, pattern) for rule in all_rules() if isinstance(rule, Rule) for pattern in patterns(rule)]


def sample(node: Node, chance: random.Random) -> Iterator[str]:
    """The classes of one way to match a tree."""
    match node:
        case One(name):
            yield name
        case Kept(node=inner):
            yield from sample(inner, chance)
        case Many(nodes):
            for inner in nodes:
                yield from sample(inner, chance)
        case Either(nodes, optional):
            if not optional or chance.random() < 0.5:
                yield from sample(chance.choice(nodes), chance)


def code(name: str, known: Finder) -> str:
    """A code of a class, of words that have few other classes."""
    fits = [(len(classes), found) for classes, found in known.vocabulary.sets.items() if name in classes]
    return " " if name == "' '" else min(fits)[1]


@pytest.mark.parametrize(("rule", "pattern"), PATTERNS)
def test_the_search_reaches_every_way_to_match(rule: str, pattern: str) -> None:
    chance, known, node = random.Random(pattern), finder(), parse(pattern)
    ways = {tuple(sample(node, chance)) for _ in range(SAMPLES)}
    missed = [way for way in ways if not known.hot.search("".join(code(name, known) for name in way))]
    assert missed == [], rule


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Miss Jan came.", "Jan", "a month's name that stands for no month"),
        ("The hour came.", "hour", "a unit without a count or a direction"),
        ("The morning star rose.", "morning", "a part of the day without a day"),
        ("He lost $2000.", "2000", "an amount"),
        ("They may spring up.", "spring", "a verb or a name"),
    ],
)
def test_what_is_left_alone_has_a_reason(text: str, word: str, reason: str) -> None:
    start = text.index(word)
    assert (reason, True) in [(one.reason, one.start <= start < one.end) for one in read(text).rejected]
