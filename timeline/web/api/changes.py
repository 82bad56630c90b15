"""What a correction changes, and sources, as resources of the API."""

from timeline.core.correction import Source
from timeline.services import changes
from timeline.services.revised import Changes
from timeline.web.api import resources, texts


def written(found: Changes, *, dry_run: bool) -> resources.Changes:
    """The articles and events that appear under other dates."""
    return resources.Changes.model_validate({"dry_run": dry_run, **changes.data(found)})


def source(found: Source) -> resources.Source:
    """A source."""
    return resources.Source(
        name=found.name,
        domain=found.domain,
        country=found.country,
        zone=found.zone,
        owner=found.owner,
        articles=found.articles,
        corrections=[texts.correction(one) for one in found.corrections],
    )
