"""`timeline redate`: correcting when an article appeared."""

import click

from timeline.cli import corrected
from timeline.cli.opened import opened
from timeline.core.correction import Corrected

_FIELDS = (Corrected.PUBLISHED, Corrected.ZONE, Corrected.SOURCE)


@click.command("redate")
@click.argument("article")
@click.option("--collection", "slug", help="The story; needed only where several have an article of this id.")
@click.option("--published", help="When it appeared: 2024-11-05T14:05:00Z, 2024-11-05, or as a page prints it.")
@click.option("--zone", help="The time zone of its clock, such as Europe/London.")
@click.option("--source", help="Who published it.")
@corrected.undoing(_FIELDS)
@corrected.options
def command(
    article: str,
    slug: str | None,
    published: str | None,
    zone: str | None,
    source: str | None,
    undone: tuple[str, ...],
    why: str,
    who: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Correct the publication, the time zone or the source of an ARTICLE, and show which dates change because of it.

    What was loaded is kept, and loading the article again does not undo the correction. The zone of all articles of a
    source is corrected with `timeline sources correct`.
    """
    from timeline.services import library, redating

    given = dict(zip(_FIELDS, (published, zone, source), strict=True))
    said = corrected.said(given, undone)
    with opened() as found:
        own = library.get(found, article, slug)
        changes = redating.correct(found, own.collection, own.id, said, corrected.by(who, why), dry_run=dry_run)
    corrected.show(changes, dry_run=dry_run, as_json=as_json)
