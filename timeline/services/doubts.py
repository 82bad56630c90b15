"""Why publication dates may be wrong: told to people, and counted."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from timeline.core import phrases, words
from timeline.core.article import Doubt, DoubtKind, Publication
from timeline.core.derivation import Step
from timeline.core.interval import UNKNOWN, Interval
from timeline.ingest.heads import found
from timeline.services import clocks
from timeline.services.because import Part, Sentence
from timeline.services.ruled import Ruled
from timeline.storage import publications
from timeline.storage.database import Database


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
