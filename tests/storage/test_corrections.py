"""Sources and corrections as rows: what is kept of them, also across migrations."""

from dataclasses import replace
from datetime import timedelta

from tests.builders import NOW, a_collection, a_day, an_article
from tests.storage.migrating import before
from timeline.core.article import ZoneFrom
from timeline.core.correction import Corrected, Correction
from timeline.storage import articles, corrections, sources
from timeline.storage.corrections import Target
from timeline.storage.database import Database

SEOUL = Correction(Corrected.ZONE, "Asia/Seoul", "anna", "", NOW)
ARTICLE = Target("port", article="a1")


def test_the_last_correction_of_a_kind_counts_and_the_others_are_kept(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    later = replace(SEOUL, value="Europe/London", recorded=NOW + timedelta(days=1))
    with database.begin() as session:
        for said in (SEOUL, later, later):
            corrections.add(session, ARTICLE, said)
        found = articles.get(session, "port", "a1")
        assert found.corrections == (SEOUL, later)
        assert (found.corrected(Corrected.ZONE), found.zone) == (later, "Europe/London")
        assert found.corrected(Corrected.PUBLISHED) is None


def test_what_is_taken_back_counts_no_more_and_others_are_left_alone(database: Database) -> None:
    a_collection(database, "port", an_article("a1"), an_article("a2"))
    with database.begin() as session:
        for target in (ARTICLE, Target("port", article="a2"), Target("port", source="The Courier")):
            corrections.add(session, target, SEOUL)
        corrections.take_back(session, ARTICLE, Corrected.ZONE, NOW)
        assert articles.get(session, "port", "a1").corrections == ()
        assert articles.get(session, "port", "a2").corrections == (SEOUL,)
        assert sources.get(session, "port", "The Courier").corrections == (SEOUL,)


def test_a_publication_is_kept_as_it_was_meant(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    said = Correction(Corrected.PUBLISHED, "5 Nov 2024", "anna", "", NOW, a_day(), zoned=True)
    with database.begin() as session:
        corrections.add(session, ARTICLE, said)
        assert articles.get(session, "port", "a1").corrections == (said,)


def test_the_first_domain_of_a_source_is_kept(database: Database) -> None:
    drafts = [an_article(f"a{number}", domain=domain) for number, domain in enumerate((None, "a.example", "b.example"))]
    a_collection(database, "port", *drafts)
    with database.begin() as session:
        (found,) = sources.listed(session, "port")
        assert (found.name, found.domain, found.articles) == ("The Courier", "a.example", 3)


def test_an_article_without_a_source_makes_none(database: Database) -> None:
    a_collection(database, "port", an_article("a1", source=""))
    with database.begin() as session:
        assert sources.listed(session, "port") == ()
        assert articles.get(session, "port", "a1").owner is None


def test_what_was_loaded_before_there_were_sources_has_them(database: Database) -> None:
    a_collection(database, "port", an_article("a1"), an_article("a2", zone="Asia/Seoul"), an_article("a3", source=""))
    with before(database, "0013"):
        pass
    with database.begin() as session:
        found = {one.id: (one.zone, one.zone_from) for one in articles.listed(session, "port")}
        assert found == {
            "a1": ("UTC", ZoneFrom.COLLECTION),
            "a2": ("Asia/Seoul", ZoneFrom.ARTICLE),
            "a3": ("UTC", ZoneFrom.COLLECTION),
        }
        assert [(one.name, one.articles) for one in sources.listed(session, "port")] == [("The Courier", 2)]
        assert articles.add(session, "port", an_article("a2", zone="Asia/Seoul"), NOW).state == "unchanged"


def test_a_domain_that_a_person_denied_is_not_found_again(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    with database.begin() as session:
        denied = Correction(Corrected.DOMAIN, None, "anna", "", NOW)
        corrections.add(session, Target("port", source="The Courier"), denied)
        articles.add(session, "port", an_article("a2", domain="a.example"), NOW)
        assert sources.get(session, "port", "The Courier").domain is None
        corrections.take_back(session, Target("port", source="The Courier"), Corrected.DOMAIN, NOW)
        sources.settle(session, "port", "The Courier")
        assert sources.get(session, "port", "The Courier").domain == "a.example"
