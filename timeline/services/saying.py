"""What is said of articles that a job will load, checked while whoever says it can still mend it."""

from collections.abc import Mapping
from datetime import datetime

from timeline.errors import Invalid
from timeline.ingest import drafts
from timeline.services import fetching
from timeline.services.fetching import Allowed


def checked(fields: Mapping[str, str], now: datetime) -> dict[str, str]:
    """The fields that count for articles that lack them; Invalid names the one that cannot be accepted."""
    zone = drafts.known_zone(fields["zone"]) if "zone" in fields else None
    if "published" in fields:
        drafts.publication(fields["published"], zone, now)
    drafts.line(fields, "source")
    return dict(fields)


def address(url: str, allowed: Allowed) -> str:
    """An address that may be fetched; Invalid for one that may not, or where none may."""
    policy = fetching.policy(allowed)
    if policy is None:
        raise Invalid(
            "Addresses are not fetched here: set TIMELINE_FETCH=on where the service runs.", field="addresses"
        )
    from timeline.ingest.fetching import targets  # as services.fetching: slow to import, and off for most

    try:
        return targets.read(url, policy).url
    except Invalid as error:
        raise Invalid(error.message, field="addresses") from error
