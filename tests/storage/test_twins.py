"""What was read in a text is copied to the articles that have the same text."""

from tests.builders import NOW, RULES, a_collection, a_mention, a_record, an_article
from timeline.storage import articles, readings, twins
from timeline.storage.database import Database

TEXT = "The council voted today."


def test_a_twin_has_the_same_reading_as_its_own(database: Database) -> None:
    a_collection(database, "port", an_article("b", text=TEXT), an_article("a", text=TEXT), an_article("c"))
    with database.begin() as session:
        readings.add(session, "port", a_record("b", a_mention(), a_mention("It closed.", 60)), NOW)
        assert twins.add(session, "port", RULES, ["a", "c"], NOW) == {"a"}
        assert readings.get(session, "port", "a") == a_record("a", a_mention(), a_mention("It closed.", 60))
        assert readings.get(session, "port", "c") is None


def test_other_rules_and_other_collections_read_for_themselves(database: Database) -> None:
    for slug in ("port", "mill"):
        a_collection(database, slug, an_article("a", text=TEXT), an_article("b", text=TEXT))
    with database.begin() as session:
        readings.add(session, "port", a_record("a", a_mention()), NOW)
        assert not twins.add(session, "port", "newer", ["b"], NOW)
        assert not twins.add(session, "mill", RULES, ["b"], NOW)


def test_a_revision_with_a_text_that_was_read_is_a_twin_too(database: Database) -> None:
    a_collection(database, "port", an_article("a", text=TEXT), an_article("b"))
    with database.begin() as session:
        readings.add(session, "port", a_record("a", a_mention()), NOW)
        articles.add(session, "port", an_article("b", text=TEXT), NOW)
        assert twins.add(session, "port", RULES, ["b"], NOW) == {"b"}
        assert readings.get(session, "port", "b") == a_record("b", a_mention(), revision=2)
