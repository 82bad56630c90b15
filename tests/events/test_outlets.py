"""Which outlets a sentence or a page names as its source."""

import pytest

from tests.work import MARGIN, growth
from timeline.events import outlets

SOURCES = frozenset({outlets.key("Tidewater"), outlets.key("northern-wire.example")})


@pytest.mark.parametrize(
    "names",
    [
        ("Financial Times", "The Financial Times", "FT", "the FT", "ft.com", "https://www.ft.com/content/1"),
        ("BBC", "BBC News", "bbc.co.uk", "www.bbc.com"),
        ("Associated Press", "AP", "The Associated Press", "apnews.com"),
        ("Northern Wire", "The Northern Wire", "northern-wire.example", "northernwire.co.uk"),
    ],
)
def test_the_names_and_the_domain_of_an_outlet_have_one_key(names: tuple[str, ...]) -> None:
    assert len({outlets.key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mill will close, as the Financial Times reported on Monday.", "FT"),
        ("The FT said the mill would close.", "FT"),
        ("The mill closed, according to Reuters.", "Reuters"),
        ("The plan, first reported by Axios, is off.", "Axios"),
        ("ACCORDING TO Reuters, the plan is off.", "Reuters"),
        ("Berg told CNN that she would go.", "CNN"),
        ("He left, according to a report in the New York Times.", "New York Times"),
        ("“We are going,” she said in an interview with Sky News.", "Sky News"),
        ("Norway’s Harbour Times newspaper has reported that it sank.", "Harbour Times"),
        ("The Korean Central News Agency (KCNA) said it had sailed.", "KCNA"),
        ("The mill burned, the state-run Xinhua news agency reported.", "Xinhua"),
        ("The mill burned, Tidewater reported.", "Tidewater"),
        ("The Northern Wire has also reported the fire.", "Northern Wire"),
        ("The minister, citing the Harbour Gazette, denied it.", "Harbour Gazette"),
    ],
)
def test_a_cited_outlet_is_found(text: str, name: str) -> None:
    assert outlets.cited(text, sources=SOURCES) == {outlets.key(name)}


@pytest.mark.parametrize(
    "text",
    [
        "Police reported Anna Berg missing.",
        "Anna Berg said the mill would close.",
        "She wrote on X that the mill would close.",
        "According to the police, the mill is closed.",
        "Reuters moved its office to Oslo.",
        "Berg told Holm that it was over.",
        "The Ministry of Trade said so.",
    ],
)
def test_other_words_cite_no_outlet(text: str) -> None:
    assert outlets.cited(text, sources=SOURCES) == frozenset()


def test_a_speaker_may_be_an_outlet() -> None:
    assert outlets.cited("The mill closed.", "the Guardian") == {outlets.key("theguardian.com")}
    assert outlets.cited("The mill closed.", "Anna Berg") == frozenset()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OSLO, Oct. 18 (Reuters) - The mill closed.", "Reuters"),
        ("OSLO (AP) — The mill closed.", "AP"),
        ("Mill closes\nBy Anna Berg, Associated Press\nThe mill closed.", "AP"),
        ("The mill closed.\n© 2024 Agence France-Presse", "AFP"),
        ("The mill closed.\nSource: TASS", "TASS"),
    ],
)
def test_the_agency_that_wrote_a_page_is_found(text: str, name: str) -> None:
    assert outlets.credited(text) == {outlets.key(name)}


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed, Reuters reported.",
        "The mill closed.\nThe Associated Press contributed to this report.",
        "By Anna Berg, Harbour Times\nThe mill closed.",
        "\n".join(["The mill closed."] * 8 + ["(AP)"] + ["It was old."] * 8),
        "",
    ],
)
def test_an_agency_that_is_only_named_wrote_nothing(text: str) -> None:
    assert outlets.credited(text) == frozenset()


@pytest.mark.parametrize("piece", ["A", "A.", "A ", "According to the the ", "Aa Bb ", "(", "told "])
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    assert growth(lambda text: (outlets.cited(text), outlets.credited(text)), piece) <= MARGIN
