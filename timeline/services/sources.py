"""Who publishes the articles of a collection, as a person can correct it."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from timeline.core import countries
from timeline.core.correction import Corrected, Correction
from timeline.core.correction import Source as Source
from timeline.errors import Invalid, NotFound
from timeline.ingest import drafts
from timeline.services import revised
from timeline.services.revised import By, Changes
from timeline.storage import collections, corrections, sources
from timeline.storage.corrections import Target
from timeline.storage.database import Database, Session

FIELDS: Final = sources.COLUMNS
"""What can be corrected of a source."""
_DOMAIN: Final = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")


def listed(database: Database, slug: str) -> tuple[Source, ...]:
    """All sources of a collection, by name; NotFound where there is no such collection."""
    with database.begin() as session:
        if not collections.exists(session, slug):
            raise NotFound(f"There is no collection {slug!r}.", field="collection")
        return sources.listed(session, slug)


def correct(
    database: Database,
    slug: str,
    name: str,
    said: Mapping[Corrected, str | None],
    by: By,
    *,
    dry_run: bool = False,
) -> Changes:
    """Let what a person says of a source count, for all of its articles, and tell what changes; in a dry run nothing is
    kept. None takes back what was said before, an empty value says that it is not known.

    Invalid names the field that cannot be accepted; NotFound the source.
    """
    if not said:
        raise Invalid("There is nothing to correct: give domain, country, zone or owner.")

    def apply(session: Session) -> Collection[str]:
        sources.get(session, slug, name)
        _apply(session, Target(slug, source=name), said, by)
        sources.settle(session, slug, name)
        return sources.articles(session, slug, name)

    return revised.revise(database, slug, apply, dry_run=dry_run)


def _apply(session: Session, target: Target, said: Mapping[Corrected, str | None], by: By) -> None:
    why = drafts.line({"why": by.why}, "why")
    for what, value in said.items():
        if value is None:
            corrections.take_back(session, target, what, by.now)
        else:
            known = _CHECKS[what](value.strip()) if value.strip() else None
            corrections.add(session, target, Correction(what, known, by.who, why, by.now))


def _country(code: str) -> str:
    if not countries.known(code.upper()):
        raise Invalid(f"'{code[:80]}' is not the code of a country in two letters, such as SE", field="country")
    return code.upper()


def _domain(name: str) -> str:
    domain = drafts.line({"domain": name}, "domain").lower()
    if not _DOMAIN.fullmatch(domain):
        raise Invalid(f"'{name[:80]}' is not a domain such as ledger.example", field="domain")
    return domain


def _owner(name: str) -> str:
    return drafts.line({"owner": name}, "owner")


_CHECKS: Final[Mapping[Corrected, Callable[[str], str]]] = {
    Corrected.DOMAIN: _domain,
    Corrected.COUNTRY: _country,
    Corrected.ZONE: drafts.known_zone,
    Corrected.OWNER: _owner,
}
