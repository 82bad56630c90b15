"""The places of the world by the names that news gives them."""

from importlib.resources import files

import pytest

from timeline.events import gazetteer
from timeline.events.gazetteer import Sort


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("U.S", "United States"),
        ("the United States", "United States"),
        ("America", "United States"),
        ("UK", "United Kingdom"),
        ("UAE", "United Arab Emirates"),
        ("DPRK", "North Korea"),
        ("Republic of Korea", "South Korea"),
        ("Kiev", "Kyiv"),
        ("OSLO", "Oslo"),
        ("Sao Paulo", "São Paulo"),
        ("Saint Petersburg", "St. Petersburg"),
        ("Calif.", "California"),
        ("Bergen", "Bergen"),
    ],
)
def test_a_place_has_one_name(text: str, name: str) -> None:
    found = gazetteer.place(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["us", "Us", "miss", "Russian", "Anna Berg", "Kremlin", "", "."])
def test_other_words_are_no_place(text: str) -> None:
    assert gazetteer.place(text) is None


def test_a_country_comes_before_a_state_and_a_state_before_a_city_of_its_name() -> None:
    sorts = [found.sort for text in ("Georgia", "New York", "Oslo", "Aleppo") if (found := gazetteer.place(text))]
    assert sorts == [Sort.COUNTRY, Sort.STATE, Sort.METROPOLIS, Sort.METROPOLIS]


def test_a_city_knows_its_country() -> None:
    found = gazetteer.place("Gothenburg")
    assert found is not None
    assert (found.country, found.sort) == ("Sweden", Sort.CITY)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russian", "Russia"),
        ("North Koreans", "North Korea"),
        ("Dutch", "Netherlands"),
        ("Norway", None),
        ("Berg", None),
    ],
)
def test_an_adjective_tells_the_country(text: str, country: str | None) -> None:
    found = gazetteer.people(text)
    assert (found.name if found else None) == country


def test_the_data_are_small_and_name_their_origin() -> None:
    text = files("timeline.events").joinpath("gazetteer.tsv").read_text("utf-8")
    assert len(text.encode()) < 400_000
    assert "GeoNames" in text.splitlines()[0]
    assert "CC BY 4.0" in text.splitlines()[0]
