"""What a person decides counts whatever is read and loaded later, can be undone, and is listed where it is denied."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests import databases
from tests.builders import NOW, a_day, an_article
from tests.events.test_stories import COMET, HARBOUR
from tests.services.test_rebuild import ALL
from timeline.chronology import recompute
from timeline.core.article import Draft
from timeline.core.decision import Kind, State
from timeline.core.event import Certainty, Event
from timeline.core.line import TimelineQuery
from timeline.errors import Conflict, NotFound
from timeline.services import articles, because, collections, decisions, rebuild, shown, timelines
from timeline.services.decisions import Asked, Made, Query
from timeline.services.revised import By
from timeline.storage import decisions as stored
from timeline.storage import stories
from timeline.storage.database import Database
from timeline.storage.embedded import Server

BY = By("anna", "as the register has it", datetime(2024, 11, 20, 12, tzinfo=UTC))
CLOSED, MET, BLOCKED = "Anna Berg closed the port of Bergen", "Anna Berg met the union", "Dock workers had blocked"
ENDED, FOUND = "The strike in the port of Bergen ended", "Astronomers at Lindau found"


@pytest.fixture(scope="module")
def told(server: Server) -> Iterator[str]:
    """The name of a database with two stories in one collection."""

    def tell(database: Database) -> None:
        collections.create(database, "port")
        articles.load(database, "port", ALL, NOW)

    with databases.told(server, tell) as name:
        yield name


@pytest.fixture
def port(server: Server, told: str) -> Iterator[Database]:
    """A database of its own with these stories."""
    with databases.opened(server, told) as found:
        yield found


def event(database: Database, title: str, slug: str = "port") -> Event:
    """The event that is shown under a title that begins so."""
    (found,) = (one for one in timelines.whole(database, slug) if one.title.startswith(title))
    return found


def titles(database: Database, slug: str = "port") -> list[str]:
    return [one.title for one in timelines.whole(database, slug)]


def decide(database: Database, kind: Kind, *told: str, by: By = BY, dry_run: bool = False, **said: object) -> Made:
    """Decide on events that go by the beginnings of their titles."""
    ids = tuple(event(database, title).id for title in told)
    return decisions.decide(database, Asked(kind, ids, **said), by, dry_run=dry_run)  # type: ignore[arg-type]


def take(database: Database, kind: Kind, *told: str, **said: object) -> int:
    """Decide, and give the number."""
    number = decide(database, kind, *told, **said).entry.number  # type: ignore[arg-type]
    assert number
    return number


def split(database: Database) -> int:
    """Take the thanks to the union from the meeting with it."""
    own = event(database, MET)
    gone = tuple((one.article, one.mention.start) for one in own.reports if one.article == "h2")
    return take(database, Kind.SPLIT, MET, mentions=gone)


def merge(database: Database) -> int:
    return take(database, Kind.MERGE, CLOSED, BLOCKED)


def across(database: Database) -> int:
    """Make one event of two of different stories."""
    return take(database, Kind.MERGE, FOUND, ENDED)


def redate(database: Database) -> int:
    return take(database, Kind.REDATE, CLOSED, date="2024-11-02")


def hide(database: Database) -> int:
    return take(database, Kind.HIDE, MET)


def accept(database: Database) -> int:
    return take(database, Kind.ACCEPT, MET)


def note(database: Database) -> int:
    return take(database, Kind.NOTE, MET, text="Asked the union, no answer.", public=True)


EVERY = [split, merge, across, redate, hide, accept, note]


def add(database: Database, article: str, words: str, day: str = "2024-11-08", slug: str = "port") -> None:
    articles.add(database, slug, an_article(article, text=words, source=article, published=a_day(day)), NOW)


def again(database: Database, slug: str = "port") -> None:
    """Derive everything anew."""
    with database.begin() as session:
        for article in articles_of(database, slug):
            stories.mark(session, slug, article)
        rebuild.rebuild(session, slug)


def articles_of(database: Database, slug: str) -> list[str]:
    with database.begin() as session:
        return list(stories.members(session, slug))


def test_a_redated_event_has_that_date_and_says_who_decided_it_and_why(port: Database) -> None:
    redate(port)
    found = event(port, CLOSED)
    assert (found.date.edtf, found.date.certainty) == ("2024-11-02", Certainty.CERTAIN)
    told = because.told(found)
    assert told[-2].text == "anna decided that it was on Saturday, 2 November 2024 (“as the register has it”)."
    assert recompute.date(found.date.derivation) == found.date.interval


def test_an_event_may_be_said_to_have_no_known_date(port: Database) -> None:
    take(port, Kind.REDATE, CLOSED, date="../..")
    found = event(port, CLOSED)
    assert not found.date.dated
    assert recompute.date(found.date.derivation) == found.date.interval
    assert because.told(found)[-2].text.startswith("anna decided that its date is not known")


@pytest.mark.parametrize("date", ["2024-21", "2024-34", "199X", "../2024", "Y-17000002", "2024-11-04T10:00/2024-11-05"])
def test_every_date_that_can_be_decided_can_be_computed_again(port: Database, date: str) -> None:
    take(port, Kind.REDATE, CLOSED, date=date)
    found = event(port, CLOSED)
    assert recompute.date(found.date.derivation) == found.date.interval


def test_an_undated_event_can_be_redated(database: Database) -> None:
    collections.create(database, "port")
    articles.add(database, "port", an_article("a", text="Anna Berg closed the port.", published=None), NOW)
    take(database, Kind.REDATE, "Anna Berg closed", date="2024-11")
    found = event(database, "Anna Berg closed")
    assert found.date.edtf == "2024-11"
    assert recompute.date(found.date.derivation) == found.date.interval


def test_a_hidden_event_is_on_no_list_and_its_page_is_gone(port: Database) -> None:
    own, before = event(port, MET), timelines.page(port, TimelineQuery("port")).total
    hide(port)
    assert own.title not in titles(port)
    assert timelines.page(port, TimelineQuery("port")).total == before - 1
    with pytest.raises(NotFound, match="not shown"):
        shown.event(port, own.id)
    seen = shown.event(port, own.id, hidden=True).event
    assert (seen.id, seen.hidden, seen.reports) == (own.id, True, own.reports)


def test_merged_events_are_one_under_the_older_id(port: Database) -> None:
    first, second = event(port, CLOSED), event(port, BLOCKED)
    merge(port)
    found = shown.event(port, second.id).event
    assert found.id in {first.id, second.id}
    assert shown.event(port, first.id).event == found
    assert set(found.reports) >= {*first.reports}
    assert len(found.reports) == len(first.reports) + len(second.reports)


def test_events_of_two_stories_can_be_one(port: Database) -> None:
    across(port)
    (found,) = (one for one in timelines.whole(port, "port") if {r.article for r in one.reports} == {"c0", "h2"})
    assert found.corroboration.articles == 2


def test_split_reports_are_events_apart(port: Database) -> None:
    split(port)
    assert [one.article for one in event(port, MET).reports] == ["h1"]
    assert [one.article for one in event(port, "Anna Berg thanked the union").reports] == ["h2"]


def test_an_accepted_event_says_so(port: Database) -> None:
    accept(port)
    assert event(port, MET).accepted
    assert not event(port, CLOSED).accepted


def test_a_public_note_stands_with_the_event_and_a_private_one_does_not(port: Database) -> None:
    note(port)
    take(port, Kind.NOTE, MET, text="Ask again on Friday.")
    assert [one.text for one in event(port, MET).decided] == ["Asked the union, no answer."]


@pytest.mark.parametrize("make", EVERY)
def test_what_is_undone_leaves_everything_as_it_was(port: Database, make: Callable[[Database], int]) -> None:
    before = timelines.whole(port, "port")
    number = make(port)
    assert timelines.whole(port, "port") != before
    decisions.undo(port, number, replace(BY, why="misread"))
    assert timelines.whole(port, "port") == before
    entry = decisions.get(port, number)
    assert (entry.state, entry.undone, entry.undone_by) == (State.UNDONE, BY.now, "anna")
    assert (entry.why, entry.undone_why) == (BY.why, "misread")
    with pytest.raises(Conflict):
        decisions.undo(port, number, BY)


def test_a_preview_tells_what_changes_and_keeps_nothing(port: Database) -> None:
    before = timelines.whole(port, "port")
    own = event(port, CLOSED)
    tried = decide(port, Kind.REDATE, CLOSED, date="2024-11-02", dry_run=True)
    assert timelines.whole(port, "port") == before
    assert decisions.audit(port, Query()).entries == ()
    made = decide(port, Kind.REDATE, CLOSED, date="2024-11-02")
    assert tried.changes == made.changes
    assert own.id in {one.event for one in made.changes.events}
    assert replace(tried.entry, number=made.entry.number) == made.entry
    number = made.entry.number or 0
    back = decisions.undo(port, number, BY, dry_run=True)
    assert decisions.get(port, number).state is State.STANDING
    assert decisions.undo(port, number, BY).changes == back.changes


@pytest.mark.parametrize("make", EVERY)
def test_what_is_decided_is_the_same_when_derived_anew(port: Database, make: Callable[[Database], int]) -> None:
    make(port)
    before = timelines.whole(port, "port")
    again(port)
    assert timelines.whole(port, "port") == before


def unnumbered(one: Event) -> Event:
    decided = tuple(replace(verdict, number=0) for verdict in one.decided)
    return replace(one, id="", fulfilled_by=None, fulfils=(), decided=decided)


def plain(database: Database, slug: str) -> list[Event]:
    """Events without what is drawn or counted for them."""
    return [unnumbered(one) for one in timelines.whole(database, slug)]


@pytest.mark.parametrize("make", EVERY)
@pytest.mark.parametrize("seed", range(2))
def test_with_decisions_too_one_by_one_is_the_same_as_all_at_once(
    port: Database, make: Callable[[Database], int], seed: int
) -> None:
    make(port)
    more = [
        an_article("h7", text=HARBOUR[1], source="h7", published=a_day("2024-11-08")),
        an_article("c7", text=COMET[0], source="c7", published=a_day("2024-11-08")),
        an_article("h8", text="Anna Berg thanked the union of the port of Bergen.", published=a_day("2024-11-08")),
    ]
    for draft in random.Random(seed).sample(more, len(more)):
        articles.add(port, "port", draft, NOW)
    _at_once(port, [*ALL, *more])
    assert plain(port, "again") == plain(port, "port")


def _at_once(database: Database, drafts: list[Draft]) -> None:
    """The same articles and decisions in another collection, loaded at once and decided before anything was derived."""
    collections.create(database, "again")
    with database.begin() as session:
        for one in stored.of_collection(session, "port"):
            stored.add(session, "again", one.matter, one.who, one.why, one.recorded)
    articles.load(database, "again", drafts, NOW)


@pytest.mark.parametrize("order", range(3))
def test_several_decisions_are_the_same_whenever_the_articles_come(port: Database, order: int) -> None:
    for make in (split, merge, redate_merged, across):
        make(port)
    collections.create(port, "again")
    with port.begin() as session:
        for one in stored.of_collection(session, "port"):
            stored.add(session, "again", one.matter, one.who, one.why, one.recorded)
    for draft in random.Random(order).sample(ALL, len(ALL)):
        articles.add(port, "again", draft, NOW)
    assert plain(port, "again") == plain(port, "port")


def redate_merged(database: Database) -> int:
    return take(database, Kind.REDATE, CLOSED, date="2024-11-03")
