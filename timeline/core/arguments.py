"""The arguments of a step: all that a rule of the algebra rests on besides its operands, as text that can be read
back."""

import json
from dataclasses import fields
from functools import lru_cache
from typing import Final

from timeline.core import algebra as a
from timeline.core import terms

_WITHOUT_OPERANDS: Final = (a.Date, a.Week, a.Decade, a.Century, a.Named, a.Length, a.Every)
_OPERANDS: Final = frozenset({"of", "first", "second", "last"})


def of(term: a.Term, zone: str, tense: str) -> tuple[str, ...]:
    """('count=-3', 'unit=week'); ('pattern=["Weekday", 4]', 'toward=tense', 'tense=past').

    zone is where the publication's clocks are, for dates that count from nothing.
    """
    given = _own(term)
    if isinstance(term, _WITHOUT_OPERANDS):
        return (*given, f"zone={zone}")
    if isinstance(term, a.Nearest) and term.toward is a.Toward.TENSE:
        return (*given, f"tense={tense}")
    if isinstance(term, a.Between) and isinstance(term.last, a.Nearest):
        return (*given, _said("pattern", term.last.pattern))
    return given


@lru_cache(maxsize=4096)
def _own(term: a.Term) -> tuple[str, ...]:
    operands = frozenset() if isinstance(term, _WITHOUT_OPERANDS) else _OPERANDS
    if isinstance(term, a.Clock):
        operands = frozenset({"of"})
    own = [(f.name, getattr(term, f.name)) for f in fields(term)]  # type: ignore[arg-type]
    return tuple(_said(name, value) for name, value in own if value is not None and name not in operands)


def _said(name: str, value: object) -> str:
    data = terms.dump(value)
    return f"{name}={json.dumps(data) if isinstance(data, list) else data}"
