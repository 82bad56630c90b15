"""Computing the date of an event again from its derivation alone: the steps by which reports and publications narrow
each other. Those of the algebra are computed by core.recompute."""

from dataclasses import replace
from functools import reduce
from typing import Final

from timeline.core import edtf, recompute
from timeline.core.derivation import Derivation
from timeline.core.granularity import Granularity
from timeline.core.interval import Interval, before, since, unit_at, until, whole_days
from timeline.core.recompute import Given, Rules


def date(derivation: Derivation) -> Interval | None:
    """The interval that the steps of an event, a report or a publication lead to; ValueError as core.recompute."""
    return recompute.recompute(derivation, _RULES)


def _both(*known: Interval) -> Interval:
    return reduce(Interval.intersect, known)


def _told(given: Given, *known: Interval) -> Interval:
    """What the publication, the last of known, allows to what is told."""
    day = whole_days(known[-1])
    return _both(*known[:-1], until(day) if given["rule"] == "not_after_publication" else since(day))


def _agreed(_: Given, *known: Interval) -> Interval:
    both = _both(*known)
    return whole_days(known[0]) if both.empty else both


def _voted(given: Given, *claims: Interval) -> Interval:
    """The claim that was chosen, if no other has more votes."""
    votes, chosen = [float(count) for count in given["votes"].split(",")], int(given["chosen"])
    if len(votes) != len(claims) or votes[chosen] < max(votes):
        raise ValueError(f"votes {given['votes']} do not choose {chosen} of {len(claims)}")
    return claims[chosen]


def _elsewhere(given: Given, *known: Interval) -> Interval:
    start, end = float(given["start"]), float(given["end"])
    return _both(Interval(start, end, Granularity(given["unit"]), given["zone"]), *known)


_RULES: Final[Rules] = {
    **dict.fromkeys(("signal_since", "signal_after"), lambda _, base: since(base)),
    **dict.fromkeys(("signal_until", "signal_by"), lambda _, base: until(base)),
    "signal_before": lambda _, base: before(base),
    **dict.fromkeys(("publication_text", "publication_dateline", "publication_byline"), recompute.date),
    "assumed_clock": lambda given, stamped: stamped.seen_from(replace(stamped, zone=given["zone"])),
    **dict.fromkeys(("not_after_publication", "not_before_publication"), _told),
    "range": lambda _, first, last: first.hull(last),
    "narrowed": lambda _, *known: _both(*known),
    "answers": lambda _, *known: _both(*known[:-1], since(known[-1])),
    "dated_by_another_article": _elsewhere,
    "reports_agree": _agreed,
    "reports_vote": _voted,
    "dominant_day": lambda _, named: unit_at(named.start, Granularity.DAY, named.zone),
    "reports_disagree": lambda _, *claims: reduce(Interval.hull, claims),
    "redated": lambda given, *_: edtf.read(given["date"], given["zone"]),
}
