"""What a person corrects counts as if it had been loaded so, and is never lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from tests.ingest.test_kept import meta, stated
from timeline.core import edtf
from timeline.core.article import Article, Candidate, Draft, Publication, Trust
from timeline.core.correction import Corrected
from timeline.core.derivation import Derivation, Kind
from timeline.core.event import Event
from timeline.errors import Changed, Invalid, NotFound
from timeline.ingest import drafts
from timeline.services import articles, because, collections, library, redating, sources, timelines
from timeline.services.revised import By, Changes
from timeline.storage import schema
from timeline.storage.articles import State
from timeline.storage.database import Database

NOW = datetime(2024, 11, 20, 12, tzinfo=UTC)
BY = By("anna", "as printed", NOW)
SEOUL = "Asia/Seoul"
MILL = "Mayor Ida Holm closed the mill in Ystad today. Workers had left the mill yesterday."
HERALD = "The mill in Ystad was closed by Mayor Ida Holm on Tuesday. A crowd gathered in Lund on 2 November 2024."
PROOF = "Earlier today, on 5 November 2024, Mayor Ida Holm closed the mill in Ystad."
UNDATED = "Mayor Ida Holm closed the mill in Ystad on Monday."
DATES = {
    "clock": "2024-11-06T00:30",
    "instant": "2024-11-05T17:10:00Z",
    "offset": "2024-11-05T17:10-05:00",
    "day": "2024-11-06",
    "month": "2024-11",
    "none": None,
}


def draft(article: str, words: str, html: str = "", **fields: Any) -> Draft:
    """An article as it is loaded; html is the page that states its dates."""
    found = drafts.draft({"id": article, "text": words, "title": f"On {article}", **fields}, NOW)
    return replace(found, stated=stated(html, found.zone)) if html else found


def story(courier: str = "", **fields: Any) -> list[Draft]:
    """Two articles of the Courier, perhaps with its zone, the first with more fields, and one of the Herald."""
    return [
        draft("c1", MILL, source="Courier", **{"zone": courier, **fields}),
        draft("c2", UNDATED, source="Courier", zone=courier),
        draft("h", HERALD, source="Herald", published="2024-11-07T09:00:00Z"),
    ]


def load(database: Database, slug: str, every: list[Draft]) -> list[State]:
    """Load articles into a collection, which is made where there is none."""
    if not collections.exists(database, slug):
        collections.create(database, slug)
    return [one.state for one in articles.load(database, slug, every, NOW)]


def plain(derivation: Derivation) -> Derivation:
    """A derivation without what says who gave a publication, or whose zone it is in."""
    return tuple(
        replace(step, rule="given", arguments=())
        if step.kind is Kind.ANCHOR and step.rule in {"given", "corrected"}
        else replace(step, arguments=tuple(one for one in step.arguments if not one.startswith("clock=")))
        for step in derivation
    )


def plain_candidate(one: Candidate) -> Candidate:
    return replace(one, derivation=plain(one.derivation))


def plain_publication(found: Publication) -> Publication:
    trust = Trust.GIVEN if found.trust is Trust.CORRECTED else found.trust
    lost = tuple(plain_candidate(one) for one in found.lost)
    return replace(found, trust=trust, derivation=plain(found.derivation), lost=lost)


def plain_event(event: Event) -> Event:
    reports = tuple(replace(report, derivation=plain(report.derivation)) for report in event.reports)
    date = replace(event.date, derivation=plain(event.date.derivation))
    others = [replace(one, id="") for one in event.fulfils]
    by = replace(event.fulfilled_by, id="") if event.fulfilled_by else None
    return replace(event, id="", reports=reports, date=date, fulfils=tuple(others), fulfilled_by=by)


def line(database: Database, slug: str) -> tuple[list[Publication], list[Event]]:
    """All that is derived, but for ids and what says who gave it."""
    published = [plain_publication(article.publication) for article in library.listed(database, slug)]
    return published, [plain_event(event) for event in timelines.whole(database, slug)]


def dump(database: Database) -> Mapping[str, list[str]]:
    """All rows of all tables but for the order of arrival of events."""
    with database.begin() as session:
        names = session.scalars(
            text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1")
        ).all()
        return {name: sorted(session.scalars(text(f"SELECT t::text FROM {name} t"))) for name in names}


def correct(database: Database, slug: str = "was", article: str = "c1", dry_run: bool = False, **said: Any) -> Changes:
    """Correct an article."""
    fields = {Corrected(name): value for name, value in said.items()}
    return redating.correct(database, slug, article, fields, BY, dry_run=dry_run)


def correct_source(database: Database, slug: str = "was", name: str = "Courier", **said: Any) -> Changes:
    """Correct a source."""
    return sources.correct(database, slug, name, {Corrected(what): value for what, value in said.items()}, BY)


def get(database: Database, article: str = "c1", slug: str = "was") -> Article:
    return library.get(database, article, slug)


def sentences(article: Article) -> list[str]:
    return [sentence.text for sentence in because.of_steps(article.publication.derivation)]


@pytest.mark.parametrize("published", DATES.values(), ids=DATES)
def test_a_corrected_zone_of_a_source_equals_a_load_with_the_right_one(
    database: Database, published: str | None
) -> None:
    load(database, "was", story(published=published))
    changed = correct_source(database, zone=SEOUL)
    load(database, "right", story(SEOUL, published=published))
    assert line(database, "was") == line(database, "right")
    assert get(database).zone == get(database, "c2").zone == SEOUL
    assert get(database, "h").zone == "UTC"
    assert changed.articles or published is None


@pytest.mark.parametrize("published", DATES.values(), ids=DATES)
def test_a_corrected_zone_of_an_article_equals_a_load_with_the_right_one(
    database: Database, published: str | None
) -> None:
    load(database, "was", story(published=published))
    correct(database, zone=SEOUL)
    load(database, "right", story(published=published, zone=SEOUL))
    assert line(database, "was") == line(database, "right")
    assert get(database, "c2").zone == "UTC"


@pytest.mark.parametrize(
    "right", [date for date in DATES.values() if date], ids=[name for name in DATES if name != "none"]
)
@pytest.mark.parametrize("published", ["2024-10-01", None])
def test_a_corrected_publication_equals_a_load_with_the_right_one(
    database: Database, published: str | None, right: str
) -> None:
    load(database, "was", story(published=published))
    correct(database, published=right)
    load(database, "right", story(published=right))
    now, before = line(database, "was"), line(database, "right")
    assert now[1] == before[1]
    assert [one.interval for one in now[0]] == [one.interval for one in before[0]]


def test_a_corrected_source_equals_a_load_with_the_right_one(database: Database) -> None:
    load(database, "was", story(published="2024-11-05"))
    assert max(event.corroboration.sources for event in timelines.whole(database, "was")) == 2
    correct(database, article="h", source="Courier")
    right = story(published="2024-11-05")
    load(database, "right", [*right[:2], replace(right[2], source="Courier")])
    assert line(database, "was") == line(database, "right")
    assert max(event.corroboration.sources for event in timelines.whole(database, "was")) == 1


PAGES = {
    "instant": meta("2024-11-05T17:10:00Z"),
    "clock": meta("2024-11-06T00:30"),
    "midnight": meta("2024-11-05T15:00:00Z"),
    "day and instant": meta("2024-11-06", "2024-11-05T17:10:00Z"),
    "byline": '<h1>Mill</h1><p class="byline">By A. Holm | 6 November 2024, 00:30</p>',
}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_the_dates_of_a_page_move_with_the_zone_of_its_source(database: Database, html: str) -> None:
    load(database, "was", story(html=html))
    correct_source(database, zone=SEOUL)
    load(database, "right", story(SEOUL, html=html))
    assert line(database, "was") == line(database, "right")


def test_a_date_that_the_text_proves_is_on_the_clocks_of_its_source(database: Database) -> None:
    load(database, "was", [draft("c1", PROOF, source="Courier")])
    correct_source(database, zone=SEOUL)
    load(database, "right", [draft("c1", PROOF, source="Courier", zone=SEOUL)])
    assert line(database, "was") == line(database, "right")
    assert get(database).publication.interval.zone == SEOUL


def test_a_clock_that_was_assumed_gives_way_to_the_zone_of_the_source(database: Database) -> None:
    stamped = {"source": "Courier", "published": "2024-11-06T02:10:00Z"}
    load(database, "was", [draft("c1", PROOF, **stamped)])
    assert get(database).publication.interval.zone.startswith("Etc/")
    correct_source(database, zone="America/New_York")
    load(database, "right", [draft("c1", PROOF, zone="America/New_York", **stamped)])
    assert line(database, "was") == line(database, "right")
    assert get(database).publication.interval.zone == "America/New_York"


def test_owners_join_sources_into_one_origin(database: Database) -> None:
    load(database, "was", story(published="2024-11-05"))
    assert max(event.corroboration.origins for event in timelines.whole(database, "was")) == 2
    correct_source(database, owner="Holm Media")
    changed = correct_source(database, name="Herald", owner="HOLM Media")
    assert max(event.corroboration.origins for event in timelines.whole(database, "was")) == 1
    assert [(one.before.origins, one.after.origins) for one in changed.events if one.before and one.after] == [(2, 1)]
    correct_source(database, owner="")
    assert max(event.corroboration.origins for event in timelines.whole(database, "was")) == 2


def test_loading_again_changes_nothing_and_the_correction_still_counts(database: Database) -> None:
    every = story(published="2024-11-06T00:30", html=PAGES["clock"])
    load(database, "was", every)
    correct(database, published="2024-11-04", zone="Europe/London", source="Herald")
    correct_source(database, zone=SEOUL, domain="courier.example", country="kr")
    before = dump(database)
    assert load(database, "was", every) == [State.UNCHANGED] * 3
    assert dump(database) == before
    assert load(database, "was", [replace(every[0], text=f"{MILL} It rained.")]) == [State.CHANGED]
    found = get(database)
    assert (edtf.write(found.publication.interval), found.zone) == ("2024-11-04", "Europe/London")
    assert (found.source, found.revision, get(database, "c2").zone) == ("Herald", 2, SEOUL)


def test_taking_a_correction_back_restores_what_was_loaded(database: Database) -> None:
    load(database, "was", story(published="2024-11-06T00:30", url="https://www.courier.example/1"))
    before, listed = line(database, "was"), sources.listed(database, "was")
    correct(database, published="2024-11-04", zone="Europe/London", source="Herald")
    correct(database, published="2024-11-03")
    correct_source(database, zone=SEOUL, owner="Holm", domain="", country="SE")
    assert line(database, "was") != before
    correct(database, published=None, zone=None, source=None)
    correct_source(database, zone=None, owner=None, domain=None, country=None)
    assert line(database, "was") == before
    assert sources.listed(database, "was") == listed
    assert get(database).corrections == ()


def test_a_dry_run_shows_what_the_correction_does_and_leaves_nothing(database: Database) -> None:
    load(database, "was", story(published="2024-11-06T00:30"))
    before = dump(database)
    shown = correct(database, published="2024-11-13", dry_run=True)
    assert dump(database) == before
    done = correct(database, published="2024-11-13")
    assert shown.articles == done.articles
    assert [replace(one, event="", after=None) for one in shown.events] == [
        replace(one, event="", after=None) for one in done.events
    ]
    (moved,) = done.articles
    assert (moved.article, edtf.write(moved.after)) == ("c1", "2024-11-13")
    assert done.events


def test_events_that_part_and_meet_are_among_the_changes(database: Database) -> None:
    first, _, second = story(published="2024-11-05")
    load(database, "was", [first, second])
    parted = correct(database, published="2024-02-06")
    (new,) = [one for one in parted.events if one.before is None]
    met = correct(database, published=None)
    (gone,) = [one for one in met.events if one.after is None]
    assert gone.event == new.event
    assert gone.merged in {event.id for event in timelines.whole(database, "was")}


def test_a_correction_is_the_most_trusted_and_says_who_and_why(database: Database) -> None:
    load(database, "was", story(published="2024-11-06"))
    correct(database, published="2024-11-05T09:00")
    found = get(database)
    assert (found.publication.trust, found.publication.lost[0].trust) == ("corrected", "given")
    (said,) = sentences(found)
    assert said.startswith("anna corrected when the article was published: on 5 November 2024 at 09:00, on the clocks")
    assert said.endswith("(“as printed”).")
    (kept,) = found.corrections
    assert (kept.what, kept.value, kept.who, kept.why, kept.recorded) == (
        "published", "2024-11-05T09:00", "anna", "as printed", NOW,
    )  # fmt: skip


def test_the_derivation_says_whose_zone_it_is(database: Database) -> None:
    load(database, "was", story(published="2024-11-06T00:30"))
    assert sentences(get(database))[0].endswith("on the clocks of UTC, the time zone of its collection.")
    correct_source(database, zone="Europe/London")
    assert sentences(get(database))[0].endswith("on the clocks of Europe/London, the time zone of its source.")
    correct(database, zone=SEOUL)
    assert sentences(get(database))[0].endswith("on the clocks of Asia/Seoul, its own time zone.")


def test_sources_are_rows_made_by_loading(database: Database) -> None:
    fields = {"published": "2024-11-05", "url": "https://news.courier.co.uk/1"}
    load(database, "was", [*story(**fields), draft("x", "Nothing happened.")])
    courier, herald = sources.listed(database, "was")
    assert (courier.name, courier.domain, courier.articles, courier.zone) == ("Courier", "courier.co.uk", 2, None)
    assert (herald.name, herald.domain, herald.articles) == ("Herald", None, 1)
    load(database, "was", [draft("h2", "The mill stood.", source="Herald", url="https://www.herald.example/2")])
    assert sources.listed(database, "was")[1].domain == "herald.example"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"published": "soonish"}, "published"),
        ({"published": "2031-01-01"}, "published"),
        ({"published": ""}, "published"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"zone": ""}, "zone"),
        ({"source": " "}, "source"),
        ({"source": "a" * 201}, "source"),
        ({}, None),
    ],
)
def test_what_cannot_be_said_of_an_article_names_its_field(
    database: Database, said: dict[str, Any], field: str | None
) -> None:
    load(database, "was", story()[:1])
    with pytest.raises(Invalid) as refused:
        correct(database, **said)
    assert refused.value.field == field
    assert get(database).corrections == ()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"country": "Sweden"}, "country"),
        ({"country": "XX"}, "country"),
        ({"domain": "https://courier.example/"}, "domain"),
        ({"owner": "a\nb"}, "owner"),
        ({}, None),
    ],
)
def test_what_cannot_be_said_of_a_source_names_its_field(
    database: Database, said: dict[str, Any], field: str | None
) -> None:
    load(database, "was", story()[:1])
    with pytest.raises(Invalid) as refused:
        correct_source(database, **said)
    assert refused.value.field == field


def test_what_is_not_there_is_not_found_and_what_has_changed_is_not_touched(database: Database) -> None:
    load(database, "was", story()[:1])
    with pytest.raises(NotFound):
        correct(database, article="nowhere", zone=SEOUL)
    with pytest.raises(NotFound):
        correct(database, slug="nowhere", zone=SEOUL)
    with pytest.raises(NotFound):
        correct_source(database, name="Nobody", zone=SEOUL)
    seen = get(database)
    correct(database, zone=SEOUL)
    with pytest.raises(Changed):
        redating.correct(database, "was", "c1", {Corrected.ZONE: "UTC"}, BY, seen=seen)
    assert get(database).zone == SEOUL


def test_an_article_that_is_not_read_yet_can_be_corrected(database: Database) -> None:
    collections.create(database, "was")
    articles.store(database, "was", story(published="2024-10-01")[0], NOW)
    assert correct(database, published="2024-11-05") == Changes((), ())
    load(database, "was", story()[2:])
    assert edtf.write(get(database).publication.interval) == "2024-11-05"


def test_the_tables_are_as_the_models_say(database: Database) -> None:
    schema.check(database)
