"""One poll of one feed: asking whether it has changed, loading what is new, and when to ask again."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from timeline.errors import TimelineError, Unavailable
from timeline.ingest import followed
from timeline.ingest.fetching.policy import Failed, Fetched, Refused, Validators
from timeline.ingest.fetching.runs import Run
from timeline.ingest.followed import Reach
from timeline.ingest.item import Item
from timeline.services.batches import Failure, Outcome
from timeline.storage.feeds import Claim, Feed, Known, Polled

Clock = Callable[[], datetime]
Load = Callable[[str, Iterable[Item], Mapping[str, object]], Outcome]
"""Loads items into the collection of this name, with fields for those that lack them (services.batches)."""

_PAGES: Final = 100
_PATIENCE: Final = timedelta(minutes=2)
"""Links that one poll follows, and how long it may begin with another: the rest waits for the next, which is soon."""
_SOON: Final = timedelta(minutes=5)
_LONGEST: Final = timedelta(days=1)
_GONE: Final = 410
_MANY: Final = 1_000_000
_MARK: Final = 12


@dataclass(frozen=True, slots=True)
class Result:
    """What a poll brought: the outcome of loading, None where there was nothing to load, and why the feed failed."""

    feed: Feed
    outcome: Outcome | None = None
    problem: str = ""


def poll(claim: Claim, run: Run, load: Load, clock: Clock) -> tuple[Result, Polled]:
    """Poll a feed that was claimed; what came of it, and what is to be noted. Unavailable where the database is."""
    feed, known = claim.feed, claim.known
    asked = Validators(known.answered, known.etag, known.last_modified) if known.answered else None
    try:
        answer = run.fetch(feed.url, asked)
        if answer.not_modified:
            still = "" if feed.failures else feed.problem  # what its items lack they lack until it changes
            return Result(feed), _noted(claim, clock, still, _validated(known, answer))
        followed.listing(answer)
        return _loaded(claim, answer, run, load, clock)
    except Unavailable:
        raise
    except TimelineError as error:
        return Result(feed, problem=error.message), _failed(claim, clock, error)


def _loaded(claim: Claim, answer: Fetched, run: Run, load: Load, clock: Clock) -> tuple[Result, Polled]:
    """Load what a feed names and was not had before."""
    feed, links = claim.feed, _Links(claim.known.had, clock)
    found = followed.answered(answer, run, reach=Reach(_MANY, _MANY, links.enough, links.known))
    given = {name: value for name, value in (("source", feed.source), ("zone", feed.zone)) if value}
    outcome = load(feed.collection, links.settled(found), given)
    outcome = replace(outcome, failures=(*links.failures, *outcome.failures))
    known = Known(had=links.had) if links.unsettled else _validated(Known(had=links.had), answer)
    noted = _noted(claim, clock, _told(outcome.failures), known)
    return Result(feed, outcome), replace(noted, next=noted.at + _SOON) if links.left else noted


class _Links:
    """The links of a feed as a poll meets them."""

    def __init__(self, before: frozenset[str], clock: Clock) -> None:
        self._before, self._clock, self._end = before, clock, clock() + _PATIENCE
        self._marks: dict[str, str] = {}
        self._fetched = 0
        self.left = False
        """Whether links are left for the next poll."""
        self.unsettled = False
        """Whether the feed is to be read again even if it has not changed: for links that are left, that failed and
        may yet succeed, or that lead to lists, which may change while it does not."""
        self.failures: list[Failure] = []

    @property
    def had(self) -> frozenset[str]:
        """Marks of the links that need not be fetched again, unless their entries change."""
        return frozenset(self._marks.values())

    def known(self, item: Item) -> bool:
        """Whether an earlier poll had the link of an item, which has not changed."""
        if item.follow is None or item.follow.lists:
            self.unsettled = True
            return False
        mark = self._marks[item.follow.url] = _mark(item)
        self._fetched += mark not in self._before
        return mark in self._before

    def enough(self) -> bool:
        """Whether the links that follow are left for the next poll."""
        if self._fetched > _PAGES or self._clock() > self._end:
            self.left = True
        return self.left

    def settled(self, found: Iterable[Item]) -> Iterator[Item]:
        """The items, without those that a later poll tries again."""
        for item in found:
            if item.again is None:
                yield item
                continue
            self.unsettled = True
            self._marks.pop(item.where, None)
            if not self.left:
                self.failures.append(Failure(item.where, item.problem))


def _mark(item: Item) -> str:
    """A link with what its entry says: a changed entry may mean a changed page."""
    said = "\0".join(f"{name}={value}" for name, value in sorted(item.fields.items()))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]


def _validated(known: Known, answer: Fetched) -> Known:
    """What is known, with what the answer can be asked about next time."""
    if not (answer.etag or answer.last_modified):
        return replace(known, answered="", etag="", last_modified="")
    return replace(known, answered=answer.url, etag=answer.etag, last_modified=answer.last_modified)


def _noted(claim: Claim, clock: Clock, problem: str, known: Known) -> Polled:
    """A poll that the feed answered."""
    now = clock()
    return Polled(now, now + timedelta(minutes=claim.feed.every), 0, problem, known)


def _failed(claim: Claim, clock: Clock, error: TimelineError) -> Polled:
    """A poll that failed: the next one waits twice as long each time, up to a day, and as long as the host asked."""
    now, every, failures = clock(), timedelta(minutes=claim.feed.every), claim.feed.failures + 1
    wait = max(every, min(every * 2 ** min(failures - 1, _MARK), _LONGEST))
    if isinstance(error, Failed) and error.retry_after:
        wait = max(wait, timedelta(seconds=error.retry_after))
    gone = isinstance(error, Refused) and error.status == _GONE
    problem = f"{error.message}; it is paused, since it is gone for good" if gone else error.message
    return Polled(now, now + wait, failures, problem, claim.known, pause=gone)


def _told(failures: tuple[Failure, ...]) -> str:
    """The first failure, and how many more there are."""
    if not failures:
        return ""
    first, more = failures[0], len(failures) - 1
    return f"{first.where}: {first.why}" + (f" (and {more} more)" if more else "")
