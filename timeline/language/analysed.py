"""A text after analysis, as plain data by token."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a role; paired where a rule for two words may begin with it ('gon na')."""

    lemma: str
    pos: str
    tag: str
    dep: str
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity by token indices into its text; label as the pipeline has it."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysed:
    """Of each token what it is, where it stands, and its governor; sentences by their first tokens."""

    words: tuple[Word, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()
    entities: tuple[Entity, ...] = ()
