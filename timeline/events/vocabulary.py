"""What words say of happenings: which nouns name one (nominal.tsv), which words name the same kind (families.toml)."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

Phrase = tuple[tuple[str, ...], str]
"""The lemmas of a phrase, verb first, and the family that it belongs to."""
FAMILIAR: Final = 0.3
"""The share of a noun that a family has and the table has not: the least that the table has."""


def verb_of(noun: str) -> str:
    """The verb that a noun is derived from ('death': 'die'), or the noun itself where none is known."""
    return _nouns().get(noun, (0.0, ""))[1] or noun


def eventive(noun: str) -> float:
    """How much of a noun's use names a happening, 0 to 1."""
    share, _ = _nouns().get(noun, (0.0, ""))
    return share or (FAMILIAR if noun in _members()["nouns"] else 0.0)


def families(lemma: str, noun: bool) -> frozenset[str]:
    """The families that a verb or a noun may belong to; a noun of no family has those of its verb."""
    own = _members()["nouns" if noun else "verbs"].get(lemma, frozenset())
    if own or not noun or lemma not in _nouns():
        return own
    return _members()["verbs"].get(verb_of(lemma), frozenset())


def phrases(first: str) -> tuple[Phrase, ...]:
    """The phrases that begin with this verb, the longest first."""
    return _phrases().get(first, ())


def common(lemma: str, noun: bool) -> float:
    """How common a word is in English: the natural logarithm of 1 + its count in WordNet's concordance."""
    return math.log1p(_counts().get((lemma, "n" if noun else "v"), 0))


def opposite(a: str, b: str) -> bool:
    """Whether one of two families undoes or excludes the other, as 'arrest' and 'freeing' do."""
    return (a, b) in _opposites()


@cache
def _families() -> dict[str, dict[str, Any]]:
    """The tables of families.toml by the families' names."""
    return tomllib.loads(_read("families.toml"))


@cache
def _nouns() -> Mapping[str, tuple[float, str]]:
    """The share and the verb of every noun of nominal.tsv."""
    rows = (line.split("\t") for line in _read("nominal.tsv").splitlines() if not line.startswith("#"))
    return {noun: (float(share), verb) for noun, share, verb in rows}


@cache
def _counts() -> Mapping[tuple[str, str], int]:
    """The counts of common.tsv."""
    rows = (line.split("\t") for line in _read("common.tsv").splitlines() if not line.startswith("#"))
    return {(lemma, kind): int(count) for lemma, kind, count in rows}


@cache
def _members() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The families of each word, among the verbs and among the nouns."""
    return {kind: {word: frozenset(of) for word, of in _listed(kind).items()} for kind in ("verbs", "nouns")}


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases with their families, by their first words; those of equal length as the file has them."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase, of in _listed("phrases").items():
        words = tuple(phrase.split())
        found[words[0]].extend((words, family) for family in of)
    return {first: tuple(sorted(of, key=lambda phrase: -len(phrase[0]))) for first, of in found.items()}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    """The pairs of opposite families, either way round."""
    pairs = [(family, of["opposite"]) for family, of in _families().items() if "opposite" in of]
    return frozenset(pairs) | {(b, a) for a, b in pairs}


def _listed(kind: str) -> Mapping[str, list[str]]:
    """The families that list each word under this kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for family, of in _families().items():
        for word in of.get(kind, ()):
            found[word].append(family)
    return found


def _read(name: str) -> str:
    """The text of a file beside this one."""
    return files(__package__).joinpath(name).read_text("utf-8")
