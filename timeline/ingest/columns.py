"""Which of somebody's names mean our fields: as a person maps them, else by common synonyms."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from timeline.errors import Invalid
from timeline.ingest.drafts import FIELDS

_JOINTS: Final = re.compile(r"[\s_-]+")


def fields(names: Iterable[str], told: Mapping[str, str]) -> dict[str, str]:
    """{our field: their name} for those of our fields that the names have; Invalid for a mapping that fits nothing."""
    theirs = {_plain(name): name for name in reversed(list(names))}
    chosen = {ours: _told(ours, name, theirs) for ours, name in told.items()}
    for ours, words in synonyms().items():
        found = next((theirs[word] for word in words if word in theirs), None)
        if found is not None and ours not in chosen and found not in chosen.values():
            chosen[ours] = found
    return chosen


def renamed(found: Mapping[str, object], told: Mapping[str, str]) -> Mapping[str, object]:
    """The fields of an object under our names, where a person mapped them."""
    return {**found, **{ours: found[theirs] for ours, theirs in told.items() if theirs in found}} if told else found


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """{our field: its names elsewhere}, the most telling first."""
    lists: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("columns.toml").read_text("utf-8"))
    return {ours: tuple(words) for ours, words in lists.items()}


def _told(ours: str, name: str, theirs: Mapping[str, str]) -> str:
    if ours not in FIELDS:
        raise Invalid(f"'{ours}' is none of the fields {', '.join(FIELDS)}")
    if _plain(name) not in theirs:
        raise Invalid(f"has no column '{name}'; its columns are {', '.join(reversed(list(theirs.values())))}"[:500])
    return theirs[_plain(name)]


def _plain(name: str) -> str:
    return _JOINTS.sub("", name.strip().lower())
