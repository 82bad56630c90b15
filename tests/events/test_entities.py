"""Who and what is named in a collection: one entity for all its names."""

import random
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_mention, a_report
from tests.work import operations
from timeline.core.event import Entity
from timeline.core.mention import Report
from timeline.core.text import Name
from timeline.events import entities

KINDS = {"p": "person", "o": "organisation", "l": "place"}


def told(article: str, *names: str, text: str = "It is told.") -> list[Report]:
    """A report for each name, written 'p Anna Berg' (person), 'o …' (organisation) or 'l …' (place)."""
    return [
        a_report(
            article, a_mention(text, 100 * n, names=(Name(100 * n, 100 * n + len(name) - 2, name[2:], KINDS[name[0]]),))
        )
        for n, name in enumerate(names)
    ]


def settled(*reports: list[Report]) -> dict[tuple[str, str], str]:
    """'Anna Berg person' for each name of each article."""
    found = entities.settle([report for some in reports for report in some])
    return {said: f"{entity.name} {entity.kind}" for said, entity in found.items()}


def test_a_surname_goes_with_the_full_name_of_its_article() -> None:
    found = settled(told("a", "p Anna Berg", "p Berg"), told("b", "p Tom Berg", "o Berg"))
    assert (found["a", "Berg"], found["b", "Berg"]) == ("Anna Berg person", "Tom Berg person")


def test_a_surname_goes_with_the_only_full_name_of_the_collection() -> None:
    assert settled(told("a", "p Anna Berg"), told("b", "p Mr Berg"))["b", "Mr Berg"] == "Anna Berg person"


def test_a_surname_of_two_people_in_other_articles_stays_alone() -> None:
    assert settled(told("a", "p Anna Berg", "p Tom Berg"), told("b", "p Berg"))["b", "Berg"] == "Berg person"


def test_a_first_name_goes_with_the_full_name_of_its_article_only() -> None:
    found = settled(told("a", "p Anna Berg", "p Anna"), told("b", "p Anna"))
    assert (found["a", "Anna"], found["b", "Anna"]) == ("Anna Berg person", "Anna person")


def test_middle_names_and_suffixes_are_one_person_unless_two_differ() -> None:
    one = settled(told("a", "p Anna Berg", "p Anna M. Berg"), told("b", "p Anna Maria Berg"), told("c", "p Anna Berg"))
    assert set(one.values()) == {"Anna Berg person"}
    two = settled(told("a", "p Anna M. Berg"), told("b", "p Anna K. Berg"))
    assert len(set(two.values())) == 2


def test_the_words_of_a_headline_do_not_cling_to_a_name() -> None:
    found = settled(told("a", "p Anna Berg"), told("b", "p Anna Berg", "p Anna Berg Leaves", "p Inspector Anna Berg"))
    assert set(found.values()) == {"Anna Berg person"}


def test_titles_and_possessives_are_off() -> None:
    found = settled(told("a", "p Lt. Col. Tom Holm", "p Tom Holm’s", "p President Tom Holm"))
    assert set(found.values()) == {"Tom Holm person"}


def test_the_ways_to_write_a_country_are_one_place() -> None:
    found = settled(told("a", "o U.S.", "p US", "l United States", "l America"), told("b", "o the United States"))
    assert set(found.values()) == {"United States place"}


def test_a_place_that_is_a_surname_of_the_article_is_the_person() -> None:
    found = settled(told("a", "p Anna Houston", "p Houston"), told("b", "l Houston"), told("c", "o Houston", "l Texas"))
    assert found["a", "Houston"] == "Anna Houston person"
    assert (found["b", "Houston"], found["c", "Houston"]) == ("Houston place", "Houston place")


def test_a_capital_is_a_place_whatever_the_model_says_unless_somebody_has_its_name() -> None:
    assert settled(told("a", "p Kyiv"), told("b", "p Kiev"))["b", "Kiev"] == "Kyiv place"
    named = settled(told("a", "p Sofia", "p Sofia Berg"), told("b", "p Sofia"), told("c", "p Sofia"))
    assert named["b", "Sofia"] == "Sofia person"


def test_the_letters_of_transliteration_make_no_difference() -> None:
    found = settled(told("a", "p Sergey Holm", "p Sergei Holm"), told("b", "o Nato"), told("c", "o NATO"))
    assert len(set(found.values())) == 2


def test_a_small_city_that_no_article_takes_for_a_place_is_none() -> None:
    assert settled(told("a", "p Jackson"), told("b", "p Jackson"))["a", "Jackson"] == "Jackson person"


def test_a_kind_is_that_of_most_articles_however_often_one_repeats_itself() -> None:
    found = settled(told("a", "p Alma", "p Alma", "p Alma", "p Alma"), told("b", "o Alma"), told("c", "o Alma"))
    assert found["a", "Alma"] == "Alma organisation"


def test_a_bridge_is_a_place_by_its_last_word() -> None:
    assert settled(told("a", "o Harbour Bridge"))["a", "Harbour Bridge"] == "Harbour Bridge place"


def test_the_kremlin_is_an_organisation() -> None:
    assert settled(told("a", "l Kremlin"), told("b", "p the Kremlin"))["b", "the Kremlin"] == "Kremlin organisation"


@pytest.mark.parametrize("text", ["It is told.", "The Harbour Safety Board (HSB) met."])
def test_an_acronym_goes_with_its_long_name(text: str) -> None:
    found = settled(told("a", "o Harbour Safety Board", text=text), told("b", "o HSB"), told("c", "o HSB"))
    assert set(found.values()) == {"HSB organisation"}


def test_an_acronym_has_the_kind_that_its_long_name_tells() -> None:
    found = settled(told("a", "l Harbour Safety Service"), told("b", "p HSS"), told("c", "p HSS"))
    assert set(found.values()) == {"HSS organisation"}


def test_an_acronym_of_two_letters_needs_brackets() -> None:
    apart = settled(told("a", "o Harbour Board"), told("b", "o HB"))
    assert len(set(apart.values())) == 2
    joined = settled(told("a", "o Harbour Board", text="The Harbour Board (HB) met."), told("b", "o HB"))
    assert set(joined.values()) == {"Harbour Board organisation"}


def test_an_acronym_of_two_names_stays_alone() -> None:
    unclear = settled(told("a", "o Harbour Safety Board", "o Hull Ship Board"), told("c", "o HSB"))
    assert unclear["c", "HSB"] == "HSB organisation"
    assert len(set(unclear.values())) == 3


def test_a_known_outlet_has_one_name() -> None:
    assert set(settled(told("a", "o AP"), told("b", "o Associated Press")).values()) == {
        "Associated Press organisation"
    }


def test_a_word_that_is_mostly_written_small_is_no_name() -> None:
    found = settled(told("a", "p Arson", text="It was arson."), told("b", "p Alma", text="They spoke of arson."))
    assert found == {("b", "Alma"): "Alma person"}


def test_adjectives_and_days_are_no_entities() -> None:
    assert settled(told("a", "o Russian", "p Monday", "o Norwegians", "p harbour")) == {}


def test_those_whom_most_reports_name_come_first_and_what_is_no_name_is_left_out() -> None:
    group = [
        *told("a", "p Anna Berg", "o Monday"),
        *told("b", "p Berg", "l Norway"),
        *told("c", "l Norway", "l Norway"),
    ]
    named = entities.of(group, entities.settle(group))
    assert named == (Entity("Norway", "place"), Entity("Anna Berg", "person"))


NAMES = (
    "p Anna Berg", "p Tom Berg", "p Berg", "o Berg", "p Anna", "l Houston", "p Anna Houston", "p Houston", "o HSB",
    "o Harbour Safety Board", "o US", "l America", "p Mr Berg", "o Berg", "p Anna M. Berg", "l Alma", "o Alma",
)  # fmt: skip
articles = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), min_size=1, max_size=5)


@given(articles, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(named: list[list[str]], chance: random.Random) -> None:
    reports = [report for number, names in enumerate(named) for report in told(f"a{number}", *names)]
    shuffled = chance.sample(reports, len(reports))
    assert entities.settle(reports) == entities.settle(shuffled)


def test_the_work_grows_with_the_collection_and_not_with_its_square() -> None:
    def work(count: int) -> int:
        names = (f"p Anna{n % 97} Berg{n}" for n in range(count))
        reports = [r for n, name in enumerate(names) for r in told(f"a{n}", name, f"p Berg{n}", "l Oslo", "o HSB")]
        return operations(partial(entities.settle, reports))

    work(400)  # what is kept of names
    assert work(400) < 10 * work(100)
