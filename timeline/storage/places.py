"""Where the mentions of the newest readings are stored, so that reports can point to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.core.mention import Mention, Report
from timeline.storage import assembly, identity
from timeline.storage.membership import among
from timeline.storage.readings import Record
from timeline.storage.tables import MentionRow, ReportRow

_Sign = tuple[str, int, int, str, str]
"""What nearly always tells a mention from all others, and costs less to compare than the whole of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The key of a stored mention in its collection."""

    article: str
    revision: int
    rules: str
    number: int


@dataclass(frozen=True, slots=True)
class Places:
    """The mentions of a collection by their places, and the places of those that have one sign."""

    mentions: Mapping[Place, Mention]
    signed: Mapping[_Sign, Sequence[Place]]

    def locate(self, event: Event) -> tuple[Place, ...]:
        """Where the mentions of an event's reports are; ValueError for one that is not in the newest readings."""
        return tuple(map(self._place, event.reports))

    def _place(self, report: Report) -> Place:
        own = report.mention
        for place in self.signed.get(_sign(report.article, own), ()):
            if self.mentions[place] is own or self.mentions[place] == own:
                return place
        raise ValueError(f"no stored mention of {report.article!r} begins at {own.start}: {own.text!r}")


def of_records(records: Iterable[Record]) -> Places:
    """The places of the mentions in these readings, as they are stored."""
    mentions = {
        Place(record.article, record.revision, record.rules, number): mention
        for record in records
        for number, mention in enumerate(record.mentions)
    }
    signed: dict[_Sign, list[Place]] = defaultdict(list)
    for place, mention in mentions.items():
        signed[_sign(place.article, mention)].append(place)
    return Places(mentions, signed)


def keys(session: Session, collection: str, wanted: Iterable[Place], known: Places) -> Mapping[Place, identity.Keys]:
    """What the mentions at some places are recognised by; those that are not known are asked for."""
    every = set(wanted)
    older = every - known.mentions.keys()
    found = {place: _keys(place, known.mentions[place]) for place in every - older}
    return found | (_older(session, collection, {place.article for place in older}) if older else {})


def _older(session: Session, collection: str, articles: Iterable[str]) -> dict[Place, identity.Keys]:
    """What the mentions that stored events have of some articles are recognised by."""
    place = (MentionRow.article_id, MentionRow.revision, MentionRow.rules, MentionRow.number)
    mention = (MentionRow.start, MentionRow.mention["act"].astext, MentionRow.mention["text"].astext)
    statement = (
        select(*place, *mention)
        .join(ReportRow, assembly.reports_mention())
        .where(ReportRow.collection_id == collection, among(ReportRow.article_id, articles))
    )
    return {
        Place(article, revision, rules, number): identity.keys(article, start, act, text)
        for article, revision, rules, number, start, act, text in session.execute(statement)
    }


def _keys(place: Place, mention: Mention) -> identity.Keys:
    return identity.keys(place.article, mention.start, mention.act, mention.text)


def _sign(article: str, mention: Mention) -> _Sign:
    return article, mention.start, mention.at, mention.act, mention.title
