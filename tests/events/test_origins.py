"""How many independent origins an event has."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_mention, a_report
from timeline.core.event import Corroboration
from timeline.core.mention import Report
from timeline.events import origins, outlets
from timeline.events.origins import Dependence
from timeline.events.ties import Ties

OWN = (
    "Anna Berg closed the old port of Bergen on Monday.",
    "In Bergen the harbour was shut yesterday by order of its mayor.",
    "No ship may enter after a decision that surprised the crews.",
    "A wall fell, and all traffic on the water had to stop.",
)


NOTHING = Dependence()


def told(article: str, text: str, source: str = "", speaker: str = "") -> Report:
    return a_report(article, a_mention(text, speaker=speaker), source=source or f"Paper {article}")


def counted(*reports: Report, known: Dependence = NOTHING) -> tuple[int, int, int]:
    found = origins.count(reports, known)
    return found.articles, found.sources, found.origins


def test_articles_of_their_own_words_are_origins_of_their_own() -> None:
    assert counted(*(told(f"a{n}", text) for n, text in enumerate(OWN))) == (4, 4, 4)


def test_two_articles_of_one_source_are_one_origin() -> None:
    assert counted(told("a", OWN[0], "The Mail"), told("b", OWN[1], "The Mail")) == (2, 1, 1)


@pytest.mark.parametrize(
    "copy", [OWN[0], OWN[0].upper(), "On Monday Anna Berg closed the old port of Bergen, he said."]
)
def test_a_sentence_that_two_sources_print_is_of_one_origin(copy: str) -> None:
    assert counted(told("a", OWN[0]), told("b", copy)) == (2, 2, 1)


def test_a_copied_text_is_one_origin_whichever_sentence_tells_of_the_event() -> None:
    assert counted(told("a", OWN[0]), told("b", OWN[1]), known=Dependence(families={"a": "a", "b": "a"})) == (2, 2, 1)
    assert counted(told("a", OWN[0]), told("b", OWN[1]), known=Dependence(families={"a": "a", "b": "b"})) == (2, 2, 2)


def test_two_that_cite_one_outlet_are_one_origin_and_one_with_the_outlet() -> None:
    first = told("a", "The mayor shut the harbour, the Financial Times reported.")
    second = told("b", "No ship may enter, according to the FT.")
    outlet = told("c", OWN[3], "ft.com")
    assert counted(first, second) == (2, 2, 1)
    assert counted(first, second, outlet) == (3, 3, 1)
    assert counted(first, outlet, told("d", OWN[0])) == (3, 3, 2)


def test_a_source_of_the_collection_is_known_when_it_is_cited() -> None:
    reports = (told("a", OWN[0], "Tidewater"), told("b", "No ship may enter, Tidewater reported."))
    assert counted(*reports) == (2, 2, 2)
    assert counted(*reports, known=Dependence(outlets=frozenset({outlets.key("Tidewater")}))) == (2, 2, 1)


def test_an_outlet_that_speaks_is_the_origin() -> None:
    assert counted(told("a", OWN[0], speaker="Reuters"), told("b", OWN[1], "reuters.com")) == (2, 2, 1)


def test_the_pages_of_one_agency_are_one_origin() -> None:
    pages = {"a": outlets.credited("OSLO (AP) — It rained."), "b": outlets.credited("By Anna Berg\nAssociated Press")}
    known = Dependence(credits=pages)
    assert counted(told("a", OWN[0]), told("b", OWN[1]), told("c", OWN[2]), known=known) == (3, 3, 2)


def test_the_papers_of_one_owner_are_one_origin() -> None:
    reports = [told("a", OWN[0], "Mail"), told("b", OWN[1], "Post"), told("c", OWN[2], "Star")]
    assert counted(*reports, known=Dependence(owners={"Mail": "Holm", "Post": "Holm", "Star": "Berg"})) == (3, 3, 2)


def test_nothing_has_no_origins() -> None:
    assert origins.count([]) == Corroboration(0, 0, 0)


TEXTS = (
    *OWN,
    "The port is shut, Reuters reported.",
    "According to the FT, it is shut.",
    "He told Reuters and the FT said so.",
    "Anna Berg closed the port of Bergen on Monday.",
    "It is shut.",
    "It is shut, the FT said.",
    "Shut.",
)
SOURCES = ("Mail", "Post", "Star", "ft.com", "Reuters", "Sun")
reports = st.lists(
    st.builds(told, st.sampled_from("abcdefgh"), st.sampled_from(TEXTS), st.sampled_from(SOURCES)),
    min_size=1,
    max_size=8,
)
known = st.builds(
    Dependence,
    families=st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), max_size=4),
    owners=st.dictionaries(st.sampled_from(SOURCES), st.sampled_from(("Berg", "Holm")), max_size=3),
)


@given(reports, known, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(told: list[Report], known: Dependence, chance: random.Random) -> None:
    assert origins.count(told, known) == origins.count(chance.sample(told, len(told)), known)


@given(reports, known, st.data())
def test_a_copy_never_raises_the_origins(told: list[Report], known: Dependence, data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(told))
    copy = a_report("z", copied.mention, source=data.draw(st.sampled_from((*SOURCES, "Another"))))
    assert origins.count([*told, copy], known).origins <= origins.count(told, known).origins


@given(reports, known)
def test_there_are_no_more_origins_than_sources(told: list[Report], known: Dependence) -> None:
    found = origins.count(told, known)
    assert 1 <= found.origins <= found.sources


def test_ties_are_known_by_their_first_name() -> None:
    ties = Ties(["d", "c"])
    for a, b in (("d", "c"), ("b", "a"), ("c", "b")):
        ties.join(a, b)
    assert [ties.of(name) for name in "abcde"] == ["a", "a", "a", "a", "e"]
