"""What a page shows of its dates: <time> elements and lines of words at the head of the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from timeline.ingest.heads import lexicon, printed
from timeline.ingest.heads.printed import Label, Printed
from timeline.ingest.heads.regions import MOST, Layout, before, in_head, named_so, outside
from timeline.ingest.heads.stated import Rank
from timeline.ingest.heads.trees import Element, words

_YEAR: Final = re.compile(r"\d{4}")
_FIGURE: Final = re.compile(r"\d")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR: Final = 40
_BESIDE: Final = 80
_DEEP: Final = 6
_NAME: Final = 15
"""Code points of 'By ' and a name: less is 'By Friday, 5 November'."""
_LINES: Final = frozenset({
    "a", "abbr", "address", "b", "center", "cite", "dd", "div", "em", "font", "h2", "h3", "h4", "h5", "h6", "i",
    "label", "li", "p", "small", "span", "strong", "summary", "td",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A date that readers see: its words, the line it stands in, and whether it is the head's or labelled."""

    words: str
    line: str
    rank: Rank
    near: bool
    printed: Printed | None = None

    @property
    def date(self) -> str:
        """The date as printed, without its time of day."""
        return self.printed.date if self.printed else ""


def times(page: Layout) -> list[Shown]:
    """<time> elements and their like, and <abbr> with a date as its title."""
    elements = islice(filter(_timed, page.root.iter("*")), MOST)
    return _own([found for one in elements if (found := _time(one, page))])


def lines(page: Layout) -> list[Shown]:
    """Short lines that have a date: in the head, called a byline, or labelled 'Published'."""
    elements = islice((one for one in page.root.iter("*") if one.tag in _LINES), 50 * MOST)
    judged: dict[Element, set[str]] = {}
    changed = {date.date for one in page.root.iter("*") if _changed(one) for date in printed.find(words(one))}
    told = [found for one in elements for found in _line(one, page, judged)]
    found = _own([replace(one, rank=Rank.MODIFIED) if one.date in changed else one for one in told])
    return list({(one.words, one.rank): one for one in reversed(found)}.values())[::-1]


def _own(found: list[Shown]) -> list[Shown]:
    """Those of the head; where it has no publication, what is called a date elsewhere, if it is only one."""
    near = [one for one in found if one.near]
    far = [one for one in found if not one.near]
    told = any(one.rank is not Rank.MODIFIED for one in near)
    return near if told or len({one.words for one in far}) != 1 else [*near, *far]


def _time(element: Element, page: Layout) -> Shown | None:
    values = (element.get("datetime", ""), element.get("title", ""), words(element))
    value = next(filter(_YEAR.search, values), "")
    if not value or element.get("itemprop", "") or outside(element, page):
        return None
    label = printed.label(f"{before(element)[-_NEAR:]}\n{_FIGURE.split(words(element), 1)[0]}")
    changed = label is Label.MODIFIED or _changed(element)
    near = changed or label is Label.PUBLISHED or element.get("pubdate", "no") != "no"
    near = near or (in_head(element, page) and (named_so(element) or not _flowing(element)))
    if label is Label.OTHER or not (near or named_so(element)):
        return None
    return Shown(value, "updated" if changed else "", Rank.MODIFIED if changed else Rank.TIME, near)


def _changed(element: Element) -> bool:
    """Whether an element is named the day of a change."""
    if element.get("itemprop", ""):
        return lexicon.MARKUP.get(lexicon.folded(element.get("itemprop", ""))) is Rank.MODIFIED
    parts = lexicon.parts(element.get("class", "")) if element.tag in {"time", "abbr"} else frozenset()
    return bool(parts & lexicon.CHANGED and not parts & lexicon.ORIGINAL)


def _timed(element: Element) -> bool:
    """Also what sites call <relative-time>, and titles that are dates; not the day of an insertion or a deletion."""
    if element.tag in {"time", "abbr"} or _ISO.match(element.get("title", "")):
        return True
    return element.tag not in {"ins", "del"} and element.get("datetime", "") != ""


def _flowing(element: Element) -> bool:
    """Whether an element is a word in a sentence, which goes on after it."""
    parent, after = element.getparent(), (element.tail or "").strip()
    return parent is not None and parent.tag in {"p", "li"} and after[:1].isalnum()


def _line(element: Element, page: Layout, judged: dict[Element, set[str]]) -> Iterator[Shown]:
    """The dates of a line that are its own matter; not those of which the line around it has said what they are."""
    text = words(element)
    if "©" in text or not _YEAR.search(text) or lexicon.folded(element.get("itemprop", "")) in lexicon.MARKUP:
        return
    said, named, head = before(element)[-_NEAR:], named_so(element), in_head(element, page)
    if not (named or head or _labelled(text, said)) or outside(element, page):
        return
    author = lexicon.AUTHOR.match(text)
    told = {date for above in islice(element.iterancestors(), _DEEP) for date in judged.get(above, ())}
    dates = [found for found in printed.find(text, said) if found.date not in told]
    judged[element] = {found.date for found in dates if found.label is not Label.NONE}
    for found in dates:
        labelled = found.label in {Label.PUBLISHED, Label.MODIFIED} and (named or found.leads)
        byline = (named or (author and text.find(found.words) >= _NAME)) and len(text) - len(found.words) <= _BESIDE
        alone = found.alone and element.tag != "dd"
        if labelled or (found.label is Label.NONE and (alone or byline)):
            rank = Rank.MODIFIED if found.label is Label.MODIFIED else Rank.PRINTED
            yield Shown(found.words, text, rank, head or labelled, found)


def _labelled(text: str, said: str) -> bool:
    """Whether a line begins with a label, or has one right before it."""
    return any(label.match(text) or label.search(said) for label in (lexicon.PUBLISHED, lexicon.MODIFIED))
