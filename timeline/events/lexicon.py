"""The word lists of events/lexicon.toml."""

import tomllib
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))

SAYING: Final = frozenset(_DATA["saying"])
ESTIMATING: Final = frozenset(_DATA["estimating"])
DENYING: Final = frozenset(_DATA["denying"])
ANSWERING: Final = frozenset(_DATA["answering"])
HOLDING: Final = frozenset(_DATA["holding"])
PALE: Final = frozenset(_DATA["pale"])
ASPECTUAL: Final = frozenset(_DATA["aspectual"])
PLANNING: Final = frozenset(_DATA["planning"])
OPENING: Final = frozenset(_DATA["opening"])
HEDGING: Final = frozenset(_DATA["hedging"])
ROLES: Final = frozenset(_DATA["roles"])
TIDINGS: Final = frozenset(_DATA["tidings"])
REMEMBERING: Final = frozenset(_DATA["remembering"])
SPELLS: Final = frozenset(_DATA["spells"])
RESULTS: Final[dict[str, str]] = _DATA["results"]

_FAMILIES: Final[dict[str, str]] = {
    word: family for family, words in reversed(_DATA["families"].items()) for word in words
}


def family(lemma: str) -> str:
    """The family of a lemma, or the lemma itself where it has none."""
    return _FAMILIES.get(lemma, lemma)
