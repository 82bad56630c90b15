"""Reading: scan, find, choose, refine."""

from timeline.core.expression import Expression, Reading, Rejected
from timeline.resolve import posts
from timeline.resolve.choose import choose
from timeline.resolve.find import Candidate, finder
from timeline.resolve.found import Found
from timeline.resolve.languages import read as read_other
from timeline.resolve.languages.decide import language
from timeline.resolve.refine import REFINERS
from timeline.resolve.scan import Scan, scan


def read_text(text: str) -> Reading:
    """Every expression of the text with its term; nobody asks what was rejected."""
    code = language(text)
    return read_other(text, code) if code != "en" else _english(scan(text, finder().codes), why_not=False)


def explain_text(text: str) -> Reading:
    """The same, with a reason for every number, month, weekday, unit and deictic word that is part of no expression."""
    code, scanned = language(text), scan(text, finder().codes)
    known = read_other(text, code) if code != "en" else _english(scanned, why_not=True)
    spans = [(one.start, one.end) for one in known.expressions] + [(one.start, one.end) for one in known.rejected]
    rest = [_rejected(scanned, at, at + 1, reason) for at, reason in finder().wide.left(scanned, sorted(spans))]
    rejected = sorted((*known.rejected, *rest), key=lambda one: (one.start, one.end))
    return Reading(known.expressions, tuple(rejected), known.post)


def _english(scanned: Scan, *, why_not: bool) -> Reading:
    """The expressions of an English text and, where somebody asks why_not, what the rules and the net rejected."""
    post = posts.is_post(scanned.text)
    if post:
        scanned = posts.recased(scanned, finder().codes)
    found, rejected = _found(scanned, why_not=why_not, post=post)
    for refine in REFINERS:
        found = refine(scanned, found)
    expressions = tuple(_expression(scanned, one) for one in found)
    rejections = tuple(sorted(rejected, key=lambda one: one.start))
    return Reading(expressions, rejections, post)


def _found(scanned: Scan, *, why_not: bool, post: bool) -> tuple[list[Found], list[Rejected]]:
    found: list[Found] = []
    rejected: list[Rejected] = []
    for first, last, hits in finder().runs(scanned):
        chosen = choose(finder(), scanned, first, last, hits, why_not=why_not or post)
        found += [Found(start, end, one.rule, term) for one in chosen if one.read for start, end, term in one.pieces]
        if why_not or post:
            read, left = _caught(scanned, first, last, chosen, post=post)
            found += read
            rejected += left
    return (sorted(found, key=lambda one: one.start) if post else found), rejected


def _caught(
    scanned: Scan, first: int, last: int, chosen: list[Candidate], *, post: bool
) -> tuple[list[Found], list[Rejected]]:
    """What the wide net finds in a run besides what was chosen; in a post, some of it is time all the same."""
    found: list[Found] = []
    chosen = posts.unshared(chosen) if post else chosen
    rejected = [_rejected(scanned, one.start, one.end, one.rule) for one in chosen if one.read is None]
    spoken = {at for one in chosen for at in range(one.start, one.end)}
    for at, reason in finder().net.caught(scanned, first, last, spoken):
        bare = posts.read(scanned, at, spoken) if post else None
        if bare:
            found.append(bare)
            spoken.update(range(bare.start, bare.end))
        else:
            rejected.append(_rejected(scanned, at, at + 1, reason))
    return found, rejected


def _rejected(scan: Scan, first: int, last: int, reason: str) -> Rejected:
    start, end = scan.starts[first], scan.starts[last]
    return Rejected(start, end, scan.text[start:end], reason)


def _expression(scan: Scan, one: Found) -> Expression:
    start, end = scan.starts[one.start], scan.starts[one.end]
    refers = None if one.refers is None else scan.starts[one.refers]
    until = None if one.until is None else scan.starts[one.until]
    return Expression(start, end, scan.text[start:end], one.rule, one.term, one.signal, one.tense, refers, until)
