"""Which outlet a sentence or an article rests on: 'as the Harbour Times reported', '(Reuters) -'."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any, Final

from timeline.events.gazetteer import fold

_DATA: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("outlets.toml").read_text("utf-8"))
_MASTHEADS: Final = frozenset(_DATA["words"]["mastheads"])

_DOMAIN: Final = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:].*)?", re.IGNORECASE)
_SUFFIXES: Final = frozenset({"co", "com", "org", "net", "gov", "ac", "go"})
"""Second-level domains: the label of bbc.co.uk is bbc."""
_OTHER: Final = re.compile(r"[\W_]+")
_PART: Final = re.compile(r"[,/|()–—©:]| - ")
_CREDIT: Final = re.compile(r"^(?:by|from|source|copyright|the|\d{4}|\s)+\b", re.IGNORECASE)
_EDGES: Final = re.compile(r"['’]s?$|[.,]+$")
_INNER: Final = frozenset({"The", "of", "and"})
_EDGE: Final = 5
"""Lines at the beginning and the end of a page on which credits stand."""
_LINE: Final = 120
"""Characters of such a line that are looked at: a dateline is not longer."""


def _words(name: str) -> str:
    return _any(_DATA["words"][name])


def _any(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _by_letter(name: str) -> str:
    """A pattern of words in any case, by their first letters: four times as fast as one that ignores case."""
    words = sorted(_DATA["words"][name])
    letters = groupby(words, key=lambda word: word[0])
    return "|".join(f"[{one}{one.upper()}](?i:{_any(word[1:] for word in own)})" for one, own in letters)


_NAME: Final = r"(?<![\w.&/'’-])([A-Z][\w&./'’-]{0,30}(?: (?:of |and |della )?[A-Z0-9][\w&./'’-]{0,30}){0,5})"
_CITED: Final = re.compile(rf"\b(?:{_by_letter('before')})(?i: (?:{_words('between')}))* {_NAME}")
_CITES: Final = re.compile(
    rf"{_NAME}(?: \([A-Z][\w.]{{1,8}}\))?,?(?: (?:{_words('after')}))* (?:{_words('verbs')})\b(?! to\b)"
)


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """What the names and the domain of an outlet share: for 'The Financial Times', 'FT' and 'ft.com' financialtimes."""
    domain = _DOMAIN.fullmatch(name.strip())
    own = _squeezed(_label(domain[1]) if domain else name)
    return _KEYS.get(own, own)


def cited(text: str, speaker: str = "", sources: frozenset[str] = frozenset()) -> frozenset[str]:
    """The keys of the outlets that a sentence names as its source; speaker is on whose word it is told.

    An outlet is one that is known, one of sources (keys), or a name that ends as newspapers' do.
    """
    found = [_first(_prefixes(match[1]), sources) for match in _CITED.finditer(text)]
    found += [_first(_suffixes(match[1]), sources) for match in _CITES.finditer(text)]
    found += [_first((speaker,), sources)] if speaker else []
    return frozenset(outlet for outlet in found if outlet)


def credited(text: str) -> frozenset[str]:
    """The keys of the news agencies whose report a page says it is: in its dateline, byline or last lines."""
    lines = [line.strip()[:_LINE] for line in text.splitlines() if line.strip()]
    edge = lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]
    parts = (_CREDIT.sub("", part.strip()).strip(" .") for line in edge for part in _PART.split(line))
    return frozenset(own for part in parts if part and (own := key(part)) in _AGENCIES)


def names() -> Iterator[tuple[str, str]]:
    """Ways to write the names of known outlets, as (form, name): only those that can mean nothing else."""
    for name, forms in _outlets():
        yield from ((form, name) for form in (name, *forms) if " " in form or form.isupper())


def _label(domain: str) -> str:
    parts = domain.lower().split(".")[:-1]
    return parts[-2] if len(parts) > 1 and parts[-1] in _SUFFIXES else parts[-1]


def _squeezed(name: str) -> str:
    return _OTHER.sub("", fold(name).lower())


def _prefixes(name: str) -> Iterator[str]:
    words = name.split(" ")
    return (" ".join(words[:size]) for size in range(len(words), 0, -1))


def _suffixes(name: str) -> Iterator[str]:
    words = name.split(" ")
    return (" ".join(words[at:]) for at in range(len(words)))


def _first(names: Iterable[str], sources: frozenset[str]) -> str:
    """The key of the outlet among the parts of a name, longest first; '' where there is none.

    A source whose name is one word must be the whole name: 'Defence' is none in 'Ministry of Defence'.
    """
    parts = [_EDGES.sub("", name) for name in names]
    whole = parts[:1] if sources else []
    known = [part for part in parts if key(part) in _KNOWN or (" " in part and key(part) in sources)]
    known += [part for part in whole if key(part) in sources]
    return next(map(key, (*known, *filter(_newspaper, parts))), "")


def _newspaper(name: str) -> bool:
    """Whether a name is one as newspapers have: 'Harbour Times', not 'The Times' nor 'Norway's Harbour Times'."""
    own = name.removeprefix("The ").split(" ")
    foreign = any(
        word in _INNER or word.endswith(("'s", "’s", "-run", "-owned")) or word.isdigit() for word in own[:-1]
    )
    return len(own) > 1 and own[-1].lower() in _MASTHEADS and not foreign


def _outlets() -> Iterator[tuple[str, list[str]]]:
    yield from _DATA["agencies"].items()
    yield from _DATA["outlets"].items()


_KEYS: Final = {_squeezed(form): _squeezed(name) for name, forms in _outlets() for form in (name, *forms)}
_KNOWN: Final = frozenset(_KEYS.values())
_AGENCIES: Final = frozenset(_squeezed(name) for name in _DATA["agencies"])
