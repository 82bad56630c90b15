"""Who and what is named in a collection: one entity for all its names, its kind by gazetteer and by agreement."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from timeline.core.event import Entity
from timeline.core.mention import Report
from timeline.events import acronyms, forms, gazetteer, naming, surnames
from timeline.events.forms import Form, Said, Votes, most
from timeline.events.gazetteer import Location, Sort

Settled = Mapping[Said, Entity]
Key = tuple[str, str]
"""What the names of one entity share: how it was found ('', person, place of the gazetteer) and a name."""

_LOWER: Final = re.compile(r"\b[a-z]\w+")
_PLACED: Final = 0.25
"""Share of its articles in which a small city must be read as a place to be one: 'Jackson' is more often a person."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole collection tells of its names."""

    votes: Votes
    people: surnames.FullNames
    long: Mapping[str, str]
    common: Counter[str]
    """In how many sentences a word stands in lower case."""


def settle(reports: Iterable[Report]) -> Settled:
    """The entity of each name by its article and its text there; a name that is none has no entry.

    A surname goes with the full name of its article, else with the only one of the collection that ends so.
    """
    told = list(reports)
    found = forms.read(told)
    known = _known(found.values(), {(r.article, r.mention.start): r.mention.text for r in told}.values())
    keys = {said: _key(form, known) for said, form in found.items()}
    groups: dict[Key, list[Form]] = defaultdict(list)
    for said, key in keys.items():
        groups[key].append(found[said])
    entities = {key: _entity(key, held, known) for key, held in groups.items()}
    return {said: entity for said, key in keys.items() if (entity := entities[key])}


def of(reports: Sequence[Report], settled: Settled) -> tuple[Entity, ...]:
    """The entities of an event, those named by most of its reports first."""
    told = ({settled.get((report.article, name.text)) for name in report.mention.names} for report in reports)
    counts = Counter(entity for entities in told for entity in entities if entity)
    return tuple(sorted(counts, key=lambda e: (-counts[e], e.name, e.kind)))


def _known(found: Iterable[Form], texts: Iterable[str]) -> _Known:
    held, sentences = list(found), list(texts)
    votes = forms.votes(held)
    people = surnames.gather((form.article, form.words) for form in held if _full(form, votes))
    organisations = {form.key for form in held if _organisation(form, votes)}
    common = Counter(chain.from_iterable(set(_LOWER.findall(text)) for text in sentences))
    return _Known(votes, people, acronyms.expansions(sentences, organisations), common)


def _full(form: Form, votes: Votes) -> bool:
    """Whether a form is the full name of a person."""
    place = gazetteer.place(form.text)
    return len(form.words) > 1 and most(votes[form.key]) == "person" and not naming.ruled(form.text) and place is None


def _organisation(form: Form, votes: Votes) -> bool:
    """Whether a form may be an organisation's name or its acronym, which the model takes for anything."""
    return form.key.isupper() or "organisation" in {naming.ruled(form.text), most(votes[form.key])}


def _key(form: Form, known: _Known) -> Key:
    if name := naming.known(form.text)[0]:
        return "", gazetteer.fold(name).lower()
    location = gazetteer.place(form.text)
    surname = form.kind != "place" and known.people.surname(form.article, form.words[-1])
    if location and not surname and _is_place(location, known.votes[form.key], known.people.part(form.words[-1])):
        return "place", location.name
    if not naming.ruled(form.text):
        elsewhere = location is None and form.kind != "place"
        if full := known.people.of(form.article, form.words, form.kind == "person", elsewhere):
            return "person", " ".join(full)
    return "", known.long.get(form.key, form.key).lower()


def _is_place(location: Location, votes: Counter[str], person: bool) -> bool:
    """Whether a name of the gazetteer means the place: a country always, others as far as the articles agree.

    person says that a person of the collection has this name too.
    """
    if location.sort is Sort.COUNTRY:
        return True
    if location.sort in {Sort.METROPOLIS, Sort.REGION}:
        return not (person and most(votes) == "person")
    return votes["place"] >= _PLACED * votes.total()


def _entity(key: Key, held: Sequence[Form], known: _Known) -> Entity | None:
    """The entity of a group of forms; None where its one word is mostly written small, and so is no name."""
    found, name = key
    if found == "place":
        return Entity(name, "place")
    if found == "person":
        held = [form for form in held if len(form.words) > 1]
        return Entity(_usual(held), "person")
    kind = min(filter(None, (naming.ruled(form.text) for form in held)), default="")
    if not kind and known.common[name] > sum(form.count for form in held):
        return None
    usual = min(filter(None, (naming.known(form.text)[0] for form in held)), default="")
    return Entity(usual or _usual(held), kind or most(_votes(held)))


def _usual(held: Iterable[Form]) -> str:
    """The writing that most articles have, then the longest."""
    articles: dict[str, set[str]] = defaultdict(set)
    for form in held:
        articles[form.text].add(form.article)
    return min(articles, key=lambda text: (-len(articles[text]), -len(text), text))


def _votes(held: Iterable[Form]) -> Counter[str]:
    """What each article takes the group for."""
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for form in held:
        own[form.article][form.kind] += form.count
    return Counter(most(counts) for counts in own.values())
