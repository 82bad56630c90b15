"""Where on a page its article's head is: around the first heading, up to the first long paragraph, not in asides."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from timeline.ingest.heads import lexicon
from timeline.ingest.heads.trees import Element, name, words

_PARAGRAPH: Final = 140
"""Code points from which a paragraph is running text; the standfirst of an article is often shorter."""
_FRAMES: Final = frozenset({"article", "main", "header"})
_LOOSE: Final = frozenset({"html", "body", "main", "article"})
_ASIDES: Final = frozenset({"aside", "nav", "figure", "figcaption", "template", "noscript", "blockquote"})
_NEAR: Final = 3
_HEADINGS: Final = 5
_WALKED: Final = 50_000
MOST: Final = 400
"""Elements with a date that are looked at: the head's are among the first."""


@dataclass(slots=True)
class Layout:
    """The places of a page that decide which dates are the article's."""

    root: Element
    order: dict[Element, int] = field(default_factory=dict)
    heading: Element | None = None
    above: frozenset[Element] = frozenset()
    frames: frozenset[Element] = frozenset()
    begin: int = 0
    end: int = 0


def layout(root: Element) -> Layout:
    """One walk over the page."""
    found = Layout(root, heading=_heading(root))
    for at, element in enumerate(islice(root.iter("*"), _WALKED)):
        found.order[element] = at
        if element is found.heading:
            found.begin, found.end = at, 0
        elif element.tag in {"p", "div"} and not found.end and _running(element):
            found.end = at
    found.end = found.end or len(found.order)
    if found.heading is not None:
        found.above = frozenset(found.heading.iterancestors())
        found.frames = frozenset(_frames(found.heading))
    return found


def _heading(root: Element) -> Element | None:
    """The first heading inside an article or the main part, else the first: the other is the name of the site."""
    found = list(islice(root.iter("h1"), _HEADINGS))
    inside = (one for one in found if any(above.tag in {"article", "main"} for above in one.iterancestors()))
    return next(inside, found[0] if found else None)


def _frames(heading: Element) -> Iterator[Element]:
    """The article or header that the heading is in, and what stands right before it."""
    yield from (one for one in heading.iterancestors() if one.tag in _FRAMES)
    if (previous := heading.getprevious()) is not None:
        yield previous


def _running(element: Element) -> bool:
    own = (element.text or "") if element.tag == "div" else ""
    return len(own) > _PARAGRAPH if element.tag == "div" else len("".join(element.itertext())) > _PARAGRAPH


def outside(element: Element, page: Layout) -> bool:
    """Whether an element is hidden, or in a region that is not the article's: comments, other articles, the footer."""
    for one in (element, *element.iterancestors()):
        if one in page.above or one.tag in _LOOSE:
            if one.tag == "article" and one not in page.above and _another(one, page):
                return True
            continue
        if one.tag in _ASIDES or _hidden(one) or _elsewhere(one) or _masthead(one, page):
            return True
    return False


def _another(article: Element, page: Layout) -> bool:
    """Whether an article element is not the page's: the heading stands in another, or it is inside of one."""
    if any(one.tag == "article" for one in page.above):
        return True
    return any(one.tag == "article" for one in article.iterancestors())


def _masthead(element: Element, page: Layout) -> bool:
    """Whether an element is a header above the heading and without it: the site's, which may show today's date."""
    parts = lexicon.parts(name(element))
    header = (element.tag == "header" or "header" in parts) and not parts & lexicon.OWN
    ahead = page.heading is not None and page.order.get(element, 0) < page.begin
    return header and ahead and not any(one.tag in {"article", "main"} for one in element.iterancestors())


def _elsewhere(element: Element) -> bool:
    parts = lexicon.parts(name(element))
    if element.tag == "footer" or "footer" in parts:
        return not (parts & lexicon.OWN or any(one.tag == "article" for one in element.iterancestors()))
    return bool(parts & lexicon.OUTSIDE)


def _hidden(element: Element) -> bool:
    return element.get("hidden", "no") != "no" or "display:none" in element.get("style", "").replace(" ", "").lower()


def in_head(element: Element, page: Layout) -> bool:
    """Whether an element stands between the heading and the running text, or before the heading in its frame."""
    at = page.order.get(element, page.end)
    if page.begin <= at < page.end:
        return True
    return at < page.begin and any(one in page.frames for one in (element, *element.iterancestors()))


def named_so(element: Element) -> bool:
    """Whether an element, or one closely around it, is called a byline, a date or the like."""
    around = [element, *element.iterancestors()][:_NEAR]
    return any(lexicon.parts(name(one)) & lexicon.BYLINE for one in around if one.tag not in _LOOSE)


def before(element: Element) -> str:
    """What stands right before an element: 'Updated', in its own line or in the cell before it."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is None:
        return (parent.text or "") if parent is not None else ""
    return (previous.tail or "").strip() or words(previous)
