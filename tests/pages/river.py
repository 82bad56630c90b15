"""A story of ten thousand events over twelve years, of which some are undated and some disputed."""

from random import Random
from typing import Final

from tests.builders import NOW, a_mention, a_record, a_report, an_article, an_event, store
from timeline.core import calendar, edtf
from timeline.core.event import Certainty, Claim, Contradiction, Entity, Event, EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, unit_at
from timeline.core.mention import Mention
from timeline.storage import events, readings, statistics
from timeline.storage.database import Database

SLUG: Final = "river"
_ARTICLES: Final = 50
_EACH: Final = 200
_BODIES: Final = ("Water board", "Council", "Engineers", "Residents", "Courts", "Insurers", "Farmers")
_YEARS: Final = edtf.read("2013/2024")


def tell(database: Database) -> None:
    """Store the story."""
    drawn = Random(20241105)
    with database.begin() as session:
        sources = [f"Gazette {number % 9}" for number in range(_ARTICLES)]
        drafts = [an_article(f"r{at}", source=source, text=f"Floods {at}") for at, source in enumerate(sources)]
        store(session, SLUG, drafts)
        found: list[Event] = []
        for at, source in enumerate(sources):
            told = [_mention(at, number) for number in range(_EACH)]
            readings.add(session, SLUG, a_record(f"r{at}", *told), NOW)
            found += [_event(f"r{at}", source, mention, drawn) for mention in told]
        events.replace(session, SLUG, found)
        statistics.refresh(session)


def _mention(article: int, number: int) -> Mention:
    sentence = f"Gate {article}-{number} of the river was opened after the water had risen for days."
    return a_mention(sentence, number * 100, title=f"Gate {article}-{number} was opened")


def _event(article: str, source: str, mention: Mention, drawn: Random) -> Event:
    day = unit_at(drawn.triangular(_YEARS.start, _YEARS.end, _YEARS.end - 500 * calendar.DAY), G.DAY)
    kind = drawn.random()
    claims: tuple[Contradiction, ...] = ()
    interval = UNKNOWN if kind < 0.06 else Interval(day.start, day.end + 9 * calendar.DAY) if kind < 0.2 else day
    if kind > 0.998:
        claims = (Contradiction("day", (Claim(edtf.write(day), (0,)), Claim("2013-01-01", (0,)))),)
    certainty = Certainty.CERTAIN if kind > 0.4 else Certainty.LIKELY
    report = a_report(article, mention, interval, source)
    date = EventDate(interval, certainty, report.derivation)
    named = (Entity(drawn.choice(_BODIES), "organisation"),)
    return an_event(report, interval=interval, date=date, entities=named, contradictions=claims)
