"""Why publication dates may be wrong: told to people, and counted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from timeline.chronology import clock
from timeline.core import phrases, words
from timeline.core.article import Doubt, DoubtKind, Publication
from timeline.core.derivation import Derivation, Step
from timeline.core.granularity import Granularity
from timeline.core.interval import UNKNOWN, Interval, unit_at
from timeline.ingest.heads import found
from timeline.services import clocks
from timeline.services.because import Part, Sentence
from timeline.services.ruled import Ruled
from timeline.storage import publications
from timeline.storage.database import Database

_SEVERAL: Final = 3
"""Articles that must agree on another clock: one or two may have a wrong date."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """How many articles have a doubtful publication date, and how many for which reason; one can have several."""

    articles: int
    kinds: Mapping[DoubtKind, int]


def summary(database: Database, slug: str, articles: Collection[str] | None = None) -> Doubtful:
    """The doubtful publications of a collection, or of some of its articles."""
    with database.begin() as session:
        doubted = publications.doubted(session, slug, articles)
    kinds = Counter(kind for doubts in doubted.values() for kind in {doubt.kind for doubt in doubts})
    return Doubtful(len(doubted), kinds)


@dataclass(frozen=True, slots=True)
class Clock:
    """The zone that fits so many of the articles of a source whose text speaks against their clock."""

    source: str
    zone: str
    fitting: int
    articles: int


def of_sources(database: Database, slug: str) -> tuple[Clock, ...]:
    """The sources of a collection whose zone is probably wrong: several of their articles are of one mind."""
    said: dict[str, list[tuple[Interval, Interval]]] = defaultdict(list)
    with database.begin() as session:
        for source, stamped, derivation, doubts in publications.clocks(session, slug):
            if source and (day := _today(stamped, derivation, doubts)):
                said[source].append((stamped, day))
    agreed = {source: clock.agreed(own) for source, own in said.items()}
    found = (Clock(source, *most, len(said[source])) for source, most in agreed.items() if most)
    return tuple(one for one in found if one.fitting >= _SEVERAL)


def _today(stamped: Interval, derivation: Derivation, doubts: Collection[Doubt]) -> Interval | None:
    """The day that a text calls today and that it was not on its clock, or would not be on the one that is assumed."""
    if any(step.rule == "assumed_clock" for step in derivation):
        return unit_at(stamped.start, Granularity.DAY, stamped.zone)
    return next((doubt.step.gave for doubt in doubts if doubt.step.rule == "another_clock"), None)


def told(publication: Publication) -> tuple[Sentence, ...]:
    """One sentence for each doubt, with the words that make it."""
    return tuple(_told(doubt, publication.interval) for doubt in publication.doubts)


def _told(doubt: Doubt, published: Interval) -> Sentence:
    return Sentence(tuple(_TELLERS[doubt.kind](doubt.step, published)), doubt.step)


def _future(step: Step, _published: Interval) -> Iterator[Part]:
    yield Part(f"{found.stated(step)}. That lay in the future when it was loaded, so it was not used.")


def _early(step: Step, _published: Interval) -> Iterator[Part]:
    yield from _quoted("It tells as past: ", step)
    yield Part(f". That was {phrases.placed(step.gave or UNKNOWN)}, after its publication.")


def _clock(step: Step, published: Interval) -> Iterator[Part]:
    yield from _quoted("The text says ", step)
    day, zone = step.gave or UNKNOWN, Ruled(step, "", "").argument("zone")
    if zone:
        yield Part(f", but {clocks.only(published, day, zone)}: its date is wrong, or its time zone.")
    elif step.rule == "no_clock":
        yield Part(f", but it was {words.in_words(day)} on no clock at {clocks.moment(published)}: its date is wrong.")
    else:
        yield Part(f", but it was published {phrases.placed(published)}: one of the two is wrong.")


def _quoted(before: str, step: Step) -> Iterator[Part]:
    yield Part(f"{before}“")
    yield Part(step.evidence.text.rstrip(".") if step.evidence else "", marked=True)
    yield Part("”")


_TELLERS: Final[dict[DoubtKind, Callable[[Step, Interval], Iterator[Part]]]] = {
    DoubtKind.FUTURE: _future,
    DoubtKind.BEFORE_ITS_EVENTS: _early,
    DoubtKind.CLOCK: _clock,
}
