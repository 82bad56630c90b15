"""How names are written in the articles of a collection, and what the model takes each for there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.core.mention import Report
from timeline.events import gazetteer, naming

Said = tuple[str, str]
"""An article, and a name as it is written there."""
Votes = Mapping[str, Counter[str]]
"""How many articles take a name, folded, for which kind."""


@dataclass(frozen=True, slots=True)
class Form:
    """A name of an article without its trimmings; kind is what it is mostly taken for there, in so many sentences."""

    article: str
    text: str
    key: str
    words: tuple[str, ...]
    kind: str
    count: int


def read(reports: Iterable[Report]) -> dict[Said, Form]:
    """The forms of the names in reports; those of a sentence that several reports share count once."""
    seen = {(r.article, name.start, name.text, name.kind) for r in reports for name in r.mention.names}
    kinds: dict[Said, Counter[str]] = defaultdict(Counter)
    for article, _, text, kind in seen:
        kinds[article, text][kind] += 1
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, text), counts in kinds.items():
        taken[naming.clean(text)][most(counts)] += 1
    forms = {said: _form(said, counts, most(taken[naming.clean(said[1])])) for said, counts in kinds.items()}
    return {said: form for said, form in forms.items() if form.text}


def _form(said: Said, counts: Counter[str], kind: str) -> Form:
    text = naming.clean(said[1])
    own = naming.untitled(text) if kind == "person" and not naming.ruled(text) else text
    found = most(counts) if own == text else "person"
    return Form(said[0], own, gazetteer.fold(own), naming.words(own), found, counts.total())


def votes(forms: Iterable[Form]) -> Votes:
    """What each name is taken for: one vote an article."""
    own: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form in forms:
        own[form.article, form.key][form.kind] += form.count
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, key), counts in own.items():
        found[key][most(counts)] += 1
    return found


def most(counts: Counter[str]) -> str:
    """The one with the highest count; of several that have it, the first by name."""
    if len(counts) == 1:
        return next(iter(counts))
    return min(counts, key=lambda one: (-counts[one], one), default="")
