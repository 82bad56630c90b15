"""What a page states for machines in its elements: meta, microdata and RDFa."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from timeline.ingest.heads import lexicon
from timeline.ingest.heads.lexicon import folded
from timeline.ingest.heads.regions import MOST, Layout, outside
from timeline.ingest.heads.stated import Statement, Where
from timeline.ingest.heads.trees import Element, words

_NAMES: Final = ("property", "name", "http-equiv")


def meta(root: Element) -> Iterator[Statement]:
    """What the meta elements say, those without a name for it left out."""
    for element in islice(root.iter("meta"), MOST):
        name = next(filter(None, (element.get(key, "") for key in _NAMES)), "")
        rank = lexicon.META.get(folded(name))
        if rank and element.get("content", ""):
            yield Statement(Where.META, name, rank, element.get("content", ""))


def marked(page: Layout) -> Iterator[Statement]:
    """Microdata and RDFa that are of no other thing on the page."""
    for element in islice((e for e in page.root.iter("*") if e.get("itemprop", "") or e.get("property", "")), MOST):
        name = element.get("itemprop", "") or element.get("property", "")
        ranks = [lexicon.MARKUP[one] for one in map(folded, name.split()) if one in lexicon.MARKUP]
        if not ranks or (element.tag == "meta" and not element.get("itemprop", "")):
            continue
        value = element.get("datetime", "") or element.get("content", "") or element.get("title", "") or words(element)
        if value and not _of_another(element) and (element.tag == "meta" or not outside(element, page)):
            yield Statement(Where.MICRODATA, name, min(ranks), value)


def _of_another(element: Element) -> bool:
    """Whether a property's nearest item is a video, a comment, an event."""
    for one in element.iterancestors():
        kind = one.get("itemtype", "") or one.get("typeof", "")
        if kind:
            return bool({part.rpartition("/")[2].rpartition(":")[2].lower() for part in kind.split()} & lexicon.THINGS)
    return False
