"""Reading: scan, find, choose, refine."""

from timeline.core.expression import Expression, Reading, Rejected
from timeline.resolve import posts
from timeline.resolve.find import choose, finder
from timeline.resolve.found import Found
from timeline.resolve.languages import read as read_other
from timeline.resolve.languages.decide import language
from timeline.resolve.refine import REFINERS
from timeline.resolve.scan import Scan, scan


def read_text(text: str) -> Reading:
    """Every expression of the text with its term, and what was rejected."""
    if (code := language(text)) != "en":
        return read_other(text, code)
    scanned = scan(text, finder().codes)
    found, rejected = _found(scanned)
    for refine in REFINERS:
        found = refine(scanned, found)
    expressions = tuple(_expression(scanned, one) for one in found)
    return Reading(expressions, tuple(sorted(rejected, key=lambda one: one.start)))


def _found(scanned: Scan) -> tuple[list[Found], list[Rejected]]:
    found: list[Found] = []
    rejected: list[Rejected] = []
    net, post = finder().net, posts.is_post(scanned.text)
    for first, last, candidates in finder().runs(scanned):
        spoken: set[int] = set()
        for chosen in choose(candidates):
            spoken.update(range(chosen.start, chosen.end))
            if chosen.pieces is None:
                rejected.append(_rejected(scanned, chosen.start, chosen.end, chosen.rule))
            else:
                found += [Found(start, end, chosen.rule, term) for start, end, term in chosen.pieces]
        for at, reason in net.caught(scanned, first, last, spoken):
            bare = posts.read(scanned, at, spoken) if post else None
            if bare:
                found.append(bare)
            else:
                rejected.append(_rejected(scanned, at, at + 1, reason))
    return (sorted(found, key=lambda one: one.start) if post else found), rejected


def _rejected(scan: Scan, first: int, last: int, reason: str) -> Rejected:
    start, end = scan.starts[first], scan.starts[last]
    return Rejected(start, end, scan.text[start:end], reason)


def _expression(scan: Scan, one: Found) -> Expression:
    start, end = scan.starts[one.start], scan.starts[one.end]
    refers = None if one.refers is None else scan.starts[one.refers]
    until = None if one.until is None else scan.starts[one.until]
    return Expression(start, end, scan.text[start:end], one.rule, one.term, one.signal, one.tense, refers, until)
