"""The word lists of heads/lexicon.toml."""

import re
import tomllib
from importlib.resources import files
from typing import Final

from timeline.ingest.heads.stated import Rank

_DATA: Final[dict[str, dict[str, list[str]]]] = tomllib.loads(
    files(__package__).joinpath("lexicon.toml").read_text("utf-8")
)
_RANKS: Final = {"published": Rank.DECLARED, "vague": Rank.VAGUE, "created": Rank.CREATED, "modified": Rank.MODIFIED}
_TOGETHER: Final = "\u2e80"
_SIGNS: Final = re.compile(r"[\W_]+")
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_]+")


def folded(name: str) -> str:
    """'article:published_time' as 'articlepublishedtime'."""
    return _SIGNS.sub("", name).lower()


def parts(name: str) -> frozenset[str]:
    """'entry-date relatedArticles' as entry, date, related and articles."""
    return frozenset(part.lower() for part in _PARTS.findall(name[:500]))


META: Final = {name: rank for kind, rank in _RANKS.items() for name in _DATA["meta"][kind]}
"""What the names of meta elements speak of."""
MARKUP: Final = {
    name: Rank.MARKED if rank is Rank.DECLARED else rank
    for kind, rank in _RANKS.items()
    for name in _DATA["markup"].get(kind, ())
}
"""What properties of microdata and RDFa speak of."""
THINGS: Final = frozenset(_DATA["markup"]["things"])
ARTICLES: Final = frozenset(_DATA["json_ld"]["articles"])
PAGES: Final = frozenset(_DATA["json_ld"]["pages"])
WAYS: Final = frozenset(_DATA["json_ld"]["ways"])
OUTSIDE: Final = frozenset(_DATA["regions"]["outside"])
BYLINE: Final = frozenset(_DATA["regions"]["byline"])
CHANGED: Final = frozenset(_DATA["regions"]["changed"])
ORIGINAL: Final = frozenset(_DATA["regions"]["original"])
OWN: Final = frozenset(_DATA["regions"]["own"])
ZONES: Final[dict[str, str]] = {name: str(zone) for name, zone in _DATA["zones"].items()}
MONTH_FIRST: Final = frozenset(_DATA["languages"]["month_first"])
UNCLEAR: Final = frozenset(_DATA["languages"]["unclear"])
ZEROS: Final = frozenset(_DATA["zeros"]["days"])


def _any_of(kind: str) -> list[str]:
    """Patterns of whole words, the longest first, except in scripts that write words together."""
    words = sorted(_DATA["labels"][kind], key=len, reverse=True)
    return [re.escape(word) if word >= _TOGETHER else rf"(?<!\w){re.escape(word)}(?!\w)" for word in words]


def _pattern(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


PUBLISHED: Final = _pattern(*_any_of("published"), *(rf"(?<!\w )(?:{word})" for word in _any_of("bare")))
MODIFIED: Final = _pattern(*_any_of("modified"))
OTHER: Final = _pattern(*_any_of("other"))
BETWEEN: Final = frozenset(_DATA["labels"]["between"])
AFTER_PUBLISHED: Final = _pattern(*_any_of("after_published"))
AFTER_MODIFIED: Final = _pattern(*_any_of("after_modified"))
AUTHOR: Final = _pattern(*_any_of("author"))
