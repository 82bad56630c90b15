"""What the reports say of an event's truth: whether it is only planned, claimed or denied, and by whom.

How sure its date is, is another question, which certainty.py answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from timeline.core.event import Event
from timeline.core.mention import Status
from timeline.web.showing import quotation, sources

TAGS: Final[Mapping[Status, str]] = {
    Status.PLANNED: "Planned",
    Status.DENIED: "Denied",
    Status.POSSIBLE: "Claimed, not confirmed",
}
_DISPUTED: Final = "Denied in some reports"


@dataclass(frozen=True, slots=True)
class Claim:
    """A tag, and in a sentence on whose word that is said, or who reports it."""

    tag: str
    told: str


def of(event: Event) -> Claim | None:
    """What has to be said of an event; None of one that happened by all reports."""
    if event.status in TAGS:
        speaker = quotation.best(event).mention.speaker
        return Claim(TAGS[event.status], f"On the word of {speaker}." if speaker else "")
    denying = [report.source for report in event.reports if report.mention.status is Status.DENIED]
    names = [*dict.fromkeys(map(sources.name, denying))]
    return Claim(_DISPUTED, f"By {_listed(names)}.") if names else None


def _listed(names: list[str]) -> str:
    """'A', 'A and B', 'A, B and 3 more'."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{names[0]}, {names[1]} and {len(names) - 2} more"
