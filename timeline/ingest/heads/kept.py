"""The dates that a page stated, as they are kept with its article, and ranked anew when its zone turns out another:
neither the page nor its text is needed for that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from timeline.core import calendar, zones
from timeline.core.article import Candidate, Trust
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at, until
from timeline.ingest import dates
from timeline.ingest.heads import ranking, reading
from timeline.ingest.heads.found import Found
from timeline.ingest.heads.stated import Rank, Where

_UNRANKED: Final = {Trust.PAGE: Rank.ARTICLE, Trust.HINT: Rank.MODIFIED}
"""For candidates that were kept before their ranks were: they stay in their order."""


def candidate(found: Found) -> Candidate:
    """A date that a page gives for itself, to be kept."""
    trust = Trust.PAGE if found.rank <= Rank.PAGE and found.interval.bounded else Trust.HINT
    order = (f"rank={found.rank.value}", f"place={found.place}")
    step = replace(found.step, arguments=(*found.step.arguments, *order))
    return Candidate(found.interval, trust, (step,), found.zoned, found.future)


def seen_from(kept: Sequence[Candidate], zone: str) -> tuple[Candidate, ...]:
    """The candidates as they are where clocks show the time of a zone, the best first."""
    if all(one.interval.zone == zone for one in kept):
        return tuple(kept)
    moved = [_moved(_found(one), zone) for one in kept]
    ahead = [one.interval.start for one in moved if one.future]
    return tuple(map(candidate, ranking.ranked(moved, min(ahead) - 1 if ahead else calendar.END)))


def _found(kept: Candidate) -> Found:
    (step,) = kept.derivation
    said = {name: value for name, _, value in (one.partition("=") for one in step.arguments)}
    rank = Rank(int(said["rank"])) if "rank" in said else _UNRANKED[kept.trust]
    place = int(said["place"]) if "place" in said else None
    words = said.get("words", "")
    return Found(
        Where(step.rule), said.get("name", ""), rank, words, kept.interval, kept.zoned, future=kept.future, place=place
    )


def _moved(found: Found, zone: str) -> Found:
    """What was found, as it would have been read by another zone."""
    if not found.zoned:
        return replace(found, interval=zones.on_clocks(found.interval, zone, zoned=False))
    seen = reading.midnight_as_day(zones.on_clocks(_moment(found), zone, zoned=True))
    return replace(found, interval=until(seen) if found.rank is Rank.SERVED else seen)


def _moment(found: Found) -> Interval:
    """The moment that the words name: what was midnight by the zone before was taken for a day."""
    at, unit = found.interval, G.SECOND if dates.to_the_second(found.words) else G.MINUTE
    if found.rank is Rank.SERVED:
        day = at.end % calendar.DAY == 0
        return unit_at(at.end - calendar.DAY if day else at.end - 1, G.SECOND, at.zone)
    return unit_at(at.start, unit, at.zone) if at.granularity is G.DAY else at
