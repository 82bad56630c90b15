"""What a correction or a decision changes, as a table: before and after, in words."""

from dataclasses import dataclass

from flask import url_for

from timeline.core import words
from timeline.services.revised import Changes, Dated, Redated, Republished

_NOTHING = "not known"


@dataclass(frozen=True, slots=True)
class Change:
    """A row: what changes, where it is seen, and what it says before and after; empty where it is not there."""

    title: str
    address: str | None
    before: str
    after: str
    note: str = ""


def rows(found: Changes, collection: str) -> tuple[Change, ...]:
    """The articles and then the events that change."""
    return (*(_article(one, collection) for one in found.articles), *map(_event, found.events))


def _article(one: Republished, collection: str) -> Change:
    before, after = (f"published {words.in_words(at)}" if at else _NOTHING for at in (one.before, one.after))
    address = url_for("pages.article", id=one.article, collection=collection)
    note = f"its clocks are those of {one.after.zone}" if one.before and one.before.zone != one.after.zone else ""
    return Change(one.title or one.article, address, before, after, note)


def _event(one: Redated) -> Change:
    note = "told of another event from now on" if one.merged else ""
    address = url_for("pages.event", id=one.merged or one.event) if one.before else None
    counted = one.before is not None and one.after is not None and one.before.origins != one.after.origins
    return Change(one.title, address, _when(one.before, counted), _when(one.after, counted), note)


def _when(at: Dated | None, counted: bool) -> str:
    if at is None:
        return ""
    date = words.one_of(at.claimed) if at.claimed else words.in_words(at.interval)
    sure = "" if at.interval.unknown else f", {at.certainty}"
    return f"{date}{sure}{f', {at.origins} independent' if counted else ''}"
