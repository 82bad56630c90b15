"""The vocabulary of happenings: facts about its words, and laws that its files keep."""

import re
import tomllib
from importlib.resources import files
from typing import Any, Final

import pytest

from timeline.events import vocabulary

FOLDER: Final = files("timeline.events")
FAMILIES: Final[dict[str, dict[str, Any]]] = tomllib.loads(FOLDER.joinpath("families.toml").read_text("utf-8"))
TABLE: Final = FOLDER.joinpath("nominal.tsv").read_text("utf-8")
ROWS: Final = [line for line in TABLE.splitlines() if not line.startswith("#")]
KINDS: Final = ("verbs", "nouns", "phrases")
SIZES: Final = range(3, 25)
"""Words of a family. Fifteen are enough for most; rises, falls and victories have the most words."""
PLAIN: Final = re.compile(r"[a-z]+(-[a-z]+)*")
# Verbs of phrases that are in no family and give no noun.
LIGHT: Final = frozenset([
    "appear", "ask", "bag", "bear", "become", "beef", "black", "bludgeon", "bow", "branch", "bump", "cap",
    "carve", "chain", "clamp", "claw", "cripple", "deadlock", "distance", "do", "dry", "expect", "face", "fend",
    "firm", "flag", "force", "glue", "gun", "gut", "hand", "have", "hear", "hem", "hive", "hole", "keel",
    "latch", "lay", "lead", "learn", "let", "limit", "live", "mass", "nip", "opt", "own", "phase", "pile",
    "pluck", "plug", "power", "price", "pump", "put", "queue", "rack", "ramp", "relieve", "respond", "round",
    "see", "set", "slow", "sneak", "spiral", "square", "staff", "stick", "stray", "streak", "stretcher",
    "stuff", "swallow", "tape", "team", "think", "trigger", "undergo", "up", "wage", "wall", "ward", "wrap",
])  # fmt: skip


def lists() -> list[tuple[str, str, list[str]]]:
    """Every list of words with its family and its kind."""
    return [(family, kind, of[kind]) for family, of in FAMILIES.items() for kind in KINDS if kind in of]


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("death", "die"),
        ("resignation", "resign"),
        ("explosion", "explode"),
        ("arrest", "arrest"),
        ("shooting", "shoot"),
        ("loss", "lose"),
        ("sale", "sell"),
        ("marriage", "marry"),
        ("closure", "close"),
        ("injury", "injure"),
        ("strike", "strike"),
        ("earthquake", "earthquake"),
        ("table", "table"),
    ],
)
def test_a_noun_has_the_verb_that_it_is_derived_from(noun: str, verb: str) -> None:
    assert vocabulary.verb_of(noun) == verb


@pytest.mark.parametrize(
    "noun", ["earthquake", "election", "explosion", "death", "ceasefire", "airstrike", "divorce", "raid"]
)
def test_what_happens_is_mostly_a_happening(noun: str) -> None:
    assert vocabulary.eventive(noun) >= 0.5


@pytest.mark.parametrize("noun", ["table", "house", "minister", "company", "government", "law", "river", "week"])
def test_things_people_and_times_are_no_happenings(noun: str) -> None:
    assert vocabulary.eventive(noun) == 0.0


def test_a_pastime_is_less_of_a_happening_than_an_act() -> None:
    assert vocabulary.eventive("football") < vocabulary.eventive("raid")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("die", False), ("death", True)),
        (("quit", False), ("resignation", True)),
        (("explode", False), ("blast", True)),
        (("sack", False), ("dismissal", True)),
        (("acquire", False), ("takeover", True)),
        (("capsize", False), ("sink", False)),
        (("marry", False), ("wedding", True)),
        (("quake", True), ("tremor", True)),
        (("plummet", False), ("slump", True)),
        (("vaccinate", False), ("inoculation", True)),
    ],
)
def test_words_for_one_kind_of_happening_share_a_family(first: tuple[str, bool], second: tuple[str, bool]) -> None:
    assert vocabulary.families(*first) & vocabulary.families(*second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("fire", True), ("dismissal", True)),
        (("arrest", False), ("release", False)),
        (("open", False), ("close", False)),
        (("win", False), ("lose", False)),
        (("rise", False), ("fall", False)),
        (("hire", False), ("fire", False)),
        (("table", True), ("bill", True)),
        (("vaccination", True), ("infection", True)),
    ],
)
def test_words_for_other_kinds_share_none(first: tuple[str, bool], second: tuple[str, bool]) -> None:
    assert not vocabulary.families(*first) & vocabulary.families(*second)


def test_verbs_and_nouns_are_told_apart() -> None:
    assert "dismissal" in vocabulary.families("fire", noun=False)
    assert "blaze" in vocabulary.families("fire", noun=True)
    assert "dismissal" not in vocabulary.families("fire", noun=True)


def test_a_noun_without_a_family_has_that_of_its_verb() -> None:
    assert not any("butchery" in of.get("nouns", ()) for of in FAMILIES.values())
    assert vocabulary.families("butchery", noun=True) == vocabulary.families("butcher", noun=False) == {"massacre"}


@pytest.mark.parametrize(
    ("phrase", "family"),
    [
        ("pass away", "death"),
        ("step down", "resignation"),
        ("set fire", "arson"),
        ("break out", "blaze"),
        ("take office", "inauguration"),
        ("plead guilty", "guilty-plea"),
        ("go miss", "disappearance"),
        ("be bear", "birth"),
        ("lay off", "layoffs"),
        ("tie knot", "wedding"),
    ],
)
def test_a_phrase_is_found_by_its_verb(phrase: str, family: str) -> None:
    words = tuple(phrase.split())
    assert (words, family) in vocabulary.phrases(words[0])


def test_the_longest_phrase_comes_first() -> None:
    lengths = [len(words) for words, _ in vocabulary.phrases("take")]
    assert lengths == sorted(lengths, reverse=True)
    assert vocabulary.phrases("minister") == ()


def test_opposites_hold_both_ways() -> None:
    assert vocabulary.opposite("arrest", "freeing")
    assert vocabulary.opposite("freeing", "arrest")
    assert not vocabulary.opposite("arrest", "arrest")
    assert not vocabulary.opposite("arrest", "win")


def test_a_family_is_of_a_size_that_one_kind_of_happening_has() -> None:
    sizes = {family: sum(len(of.get(kind, ())) for kind in KINDS) for family, of in FAMILIES.items()}
    assert {family: size for family, size in sizes.items() if size not in SIZES} == {}


def test_a_family_has_nothing_but_words_and_an_opposite() -> None:
    assert {key for of in FAMILIES.values() for key in of} <= {*KINDS, "opposite"}


def test_words_are_lower_case() -> None:
    parts = [part for _, _, words in lists() for word in words for part in word.split(" ")]
    assert [part for part in parts if not PLAIN.fullmatch(part)] == []


def test_no_list_says_a_word_twice() -> None:
    assert [(family, kind) for family, kind, words in lists() if len(set(words)) < len(words)] == []


def test_phrases_have_several_words_and_nothing_else_has() -> None:
    assert [word for _, kind, words in lists() for word in words if (" " in word) != (kind == "phrases")] == []


def test_a_family_has_no_word_of_its_opposite() -> None:
    opposites = [
        (family, FAMILIES[family], FAMILIES[of["opposite"]]) for family, of in FAMILIES.items() if "opposite" in of
    ]
    shared = [(family, kind) for family, a, b in opposites for kind in KINDS if {*a.get(kind, ())} & {*b.get(kind, ())}]
    assert shared == []


def test_phrases_begin_with_verbs() -> None:
    verbs = {verb for of in FAMILIES.values() for verb in of.get("verbs", ())} | {row.split("\t")[2] for row in ROWS}
    firsts = {phrase.split()[0] for of in FAMILIES.values() for phrase in of.get("phrases", ())}
    assert firsts - verbs <= LIGHT


def test_the_families_are_many() -> None:
    assert len(FAMILIES) >= 250


def test_the_table_has_a_noun_a_share_and_a_verb_a_line() -> None:
    form = re.compile(r"[a-z]+(-[a-z]+)*\t(0\.[3-9][0-9]|1\.00)\t([a-z]+(-[a-z]+)*)?")
    assert all(form.fullmatch(row) for row in ROWS)


def test_the_table_has_each_noun_once_in_the_order_of_the_alphabet() -> None:
    nouns = [row.split("\t")[0] for row in ROWS]
    assert nouns == sorted(set(nouns))


def test_the_table_is_small_and_carries_the_licence_of_its_source() -> None:
    assert len(TABLE.encode()) < 400_000
    assert "WordNet 3.1 Copyright 2011 by Princeton University" in TABLE
