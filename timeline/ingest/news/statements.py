"""What an article of an agency says of itself: its id, address, headline, source and when it appeared."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from timeline.ingest.news.texts import words

_ID: Final = ("@guid", "head/docdata/doc-id@id-string")
_URL: Final = ("head/pubdata@ex-ref", "contentSet/remoteContent[@contenttype='text/html']@href", "@guid")
_TITLE: Final = (
    *("contentMeta/headline", "itemMeta/title", ".//NewsLines/HeadLine"),
    *("body/body.head/hedline/hl1", "head/title"),
)
_SOURCE: Final = (
    *("itemMeta/provider/name", "itemMeta/provider@literal", "contentMeta/infoSource/name"),
    *("contentMeta/infoSource@literal", "contentMeta/creditline", "itemMeta/provider@qcode"),
    *(".//NewsLines/CreditLine", ".//AdministrativeMetadata/Provider/Party@FormalName"),
    *("head/pubdata@name", "head/docdata/doc.copyright@holder", "head/docdata/doc-id@regsrc"),
    *("Identification/NewsIdentifier/ProviderId",),
)
_APPEARED: Final = (
    *("itemMeta/firstCreated", "NewsManagement/FirstCreated"),
    *("itemMeta/versionCreated", "NewsManagement/ThisRevisionCreated", "contentMeta/contentCreated"),
    *("head/pubdata@date.publication", "head/docdata/date.issue@norm", "body/body.head/dateline/story.date@norm"),
)
"""An agency makes an item when it sends it; a later version corrects it, and its content may have been made before."""

_RELEASED: Final = ("itemMeta/embargoed", "head/docdata/date.release@norm")
"""Nothing appears before it is released, whenever it was made."""

_STATUS: Final = ("itemMeta/pubStatus@qcode", "head/docdata@management-status", "NewsManagement/Status@FormalName")
_MEDIA: Final = ("itemMeta/itemClass@qcode", ".//ContentItem/MediaType@FormalName")
_OLD_ID: Final = ("ProviderId", "DateId", "NewsItemId")
"""What names an article of NewsML 1.2; its public identifier names each revision."""

_WEB: Final = re.compile(r"https?://", re.IGNORECASE).match
_BASIC: Final = re.compile(r"\d{8}T\d{4,6}.*")


def of(article: Any) -> dict[str, str]:
    """The fields of an article, but for its text."""
    found = {
        "id": _first(article, _ID) or _old_id(article),
        "url": next(filter(_WEB, _said(article, _URL)), ""),
        "title": _first(article, _TITLE),
        "source": _first(article, _SOURCE),
        "published": _published(article),
    }
    return {name: value for name, value in found.items() if value}


def status(article: Any) -> str:
    """Whether it may be published, in the words of the standard: 'usable', 'withheld', 'canceled'."""
    return _first(article, _STATUS).lower()


def media(article: Any) -> frozenset[str]:
    """The kinds of media that it says it has: 'text', 'picture'."""
    return frozenset(kind.lower() for kind in _said(article, _MEDIA))


def _published(article: Any) -> str:
    """When it appeared: when it was first made, or released where that was later."""
    appeared, released = (_date(_first(article, paths)) for paths in (_APPEARED, _RELEASED))
    if not (appeared and released):
        return appeared or released
    return max(appeared, released, key=_moment)


def _date(written: str) -> str:
    """A date as others write it: '20241105T140500+0100' with its signs, midnight as a day, which stands for no time."""
    if not _BASIC.fullmatch(written):
        return written
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return written
    return found.isoformat() if found.hour or found.minute or found.second else found.date().isoformat()


def _moment(written: str) -> datetime:
    """Where a date stands among others; the first where it is none."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _old_id(article: Any) -> str:
    own = article.find("Identification/NewsIdentifier")
    parts = [words(part) for name in _OLD_ID if own is not None and (part := own.find(name)) is not None]
    return ":".join(parts) if len(parts) == len(_OLD_ID) else ""


def _first(article: Any, paths: Iterable[str]) -> str:
    return next(_said(article, paths), "")


def _said(article: Any, paths: Iterable[str]) -> Iterator[str]:
    """What stands at the paths, in their order: the words of elements or, behind an @, what an attribute has."""
    roots = [article, *article.iter("nitf")] if article.tag != "nitf" else [article]
    for path in paths:
        where, attribute = path.rsplit("@", 1) if re.search(r"@[\w.-]+$", path) else (path, "")
        for element in (one for root in roots for one in (root.findall(where) if where else [root])):
            said = " ".join(element.get(attribute, "").split()) if attribute else words(element)
            if said:
                yield said.rpartition(":")[2] if attribute == "qcode" else said
