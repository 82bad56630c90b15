"""What a revision changed of the one before: a corrected number, a corrected day, a denial, and typography."""

from collections import Counter

import pytest

from tests.builders import NOW, a_day, a_record, an_article
from timeline.core import edtf
from timeline.core.revision import About, Change, Comparison
from timeline.errors import NotFound
from timeline.services import articles, collections, revisions
from timeline.storage import articles as stored
from timeline.storage import readings
from timeline.storage.database import Database

FIRE = "A fire at the mill in Norwood killed 12 people on Monday, police said. The mayor will visit the site on Friday."
CLOSED = "The council closed the mill on Monday. Workers marched to the town hall."
RESIGNED = "The minister resigned on Monday, two officials told the Ledger. The council will meet on Friday."
DENIED = "The minister denied that he resigned. The council will meet on Friday."
QUOTED = "“We will rebuild it,” the mayor’s office said on Monday. The council voted – with one voice – for a new mill."
PLAIN = '"We will rebuild it," the mayor\'s office said on Monday. The council voted - with one voice - for a new mill.'


def loaded(database: Database, *texts: str) -> None:
    """One article, loaded with one text after another."""
    collections.create(database, "mill")
    for text in texts:
        articles.add(database, "mill", an_article("a", text=text, published=a_day("2024-11-06")), NOW)


def compared(database: Database, before: str, after: str) -> Comparison:
    loaded(database, before, after)
    return revisions.changes(database, "a", 2)


def told(found: Comparison) -> list[tuple[About, str, str]]:
    assert found.claims is not None
    return [(one.about, one.before, one.after) for claim in found.claims for one in claim.differences]


def counted(found: Comparison) -> Counter[Change]:
    assert found.claims is not None
    return Counter(claim.change for claim in found.claims)


def test_a_corrected_number_is_told_with_both_sentences(database: Database) -> None:
    found = compared(database, FIRE, FIRE.replace("12", "14"))
    assert told(found) == [(About.NUMBER, "12 people", "14 people")]
    assert counted(found) == {Change.CHANGED: 1, Change.KEPT: 1}
    (edit,) = found.edits
    assert ("12 people" in edit.before.text, "14 people" in edit.after.text) == (True, True)


def test_a_corrected_day_is_told_as_dates(database: Database) -> None:
    found = compared(database, CLOSED, CLOSED.replace("Monday", "Tuesday"))
    assert (About.DAY, "2024-11-04", "2024-11-05") in told(found)
    assert found.claims
    (closed,) = (claim for claim in found.claims if claim.after and claim.after.mention.act == "close")
    assert closed.before
    assert [edtf.write(one.interval) for one in (closed.before, closed.after) if one] == ["2024-11-04", "2024-11-05"]


def test_a_denial_in_place_of_a_claim_changes_its_status(database: Database) -> None:
    found = compared(database, RESIGNED, DENIED)
    assert told(found) == [(About.STATUS, "occurred", "denied")]
    assert counted(found) == {Change.CHANGED: 1, Change.KEPT: 1}


def test_other_quotation_marks_and_dashes_change_no_claim(database: Database) -> None:
    found = compared(database, QUOTED, PLAIN)
    assert told(found) == []
    assert set(counted(found)) == {Change.KEPT}
    assert all(edit.typographic for edit in found.edits)


def test_each_revision_is_compared_with_the_one_before(database: Database) -> None:
    loaded(database, FIRE, FIRE.replace("12", "14"), FIRE.replace("12", "15"))
    article, every = revisions.listed(database, "a")
    assert ([one.number for one in every], article.revision) == ([1, 2, 3], 3)
    assert told(revisions.changes(database, "a", 3)) == [(About.NUMBER, "14 people", "15 people")]
    for number in (1, 4):
        with pytest.raises(NotFound):
            revisions.changes(database, "a", number)


def test_a_revision_that_was_never_read_is_named(database: Database) -> None:
    collections.create(database, "mill")
    articles.store(database, "mill", an_article("a", text=FIRE), NOW)
    articles.add(database, "mill", an_article("a", text=FIRE.replace("12", "14")), NOW)
    found = revisions.changes(database, "a", 2)
    assert (found.claims, found.unread, len(found.edits)) == (None, (1,), 1)


def test_revisions_are_compared_as_the_same_rules_read_them_where_they_did(database: Database) -> None:
    collections.create(database, "mill")
    with database.begin() as session:
        for number, rules in enumerate((("1", "2"), ("2", "3")), start=1):
            stored.add(session, "mill", an_article("a", text=f"{FIRE} {number}"), NOW)
            for by in rules:
                readings.add(session, "mill", a_record("a", revision=number, rules=by), NOW)
    assert revisions.changes(database, "a", 2).rules == ("2",)
