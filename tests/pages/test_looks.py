"""Every page on a phone, a tablet and a desk, light and dark: nothing sticks out, nothing bars a reader."""

from itertools import product
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.pages import hostility, looking
from tests.pages.looking import SCHEMES, Looking, Scheme

KOREA = "/collections/north-korea-russia"
PAGES = {
    "home": "/",
    "a search": "/?q=soldiers",
    "timeline": f"{KOREA}?from=2024-11-05&lanes=source",
    "refused": f"{KOREA}?from=soon&q=zeppelin",
    "in a frame": f"{KOREA}?embed=1&from=2024-11-06",
    "undated": f"{KOREA}/undated",
    "contradictions": f"{KOREA}/contradictions",
    "nothing found": "/?q=zeppelin&sort=size",
    "sign in": "/admin/sign-in",
    "article": "/articles/bc-kremlin?collection=north-korea-russia",
    "revisions": "/articles/ml-blinken/revisions/2?collection=north-korea-russia",
    "API": "/api/docs",
    "missing": "/collections/nowhere",
    "hostile": "/collections/hostile",
    "hostile article": f"/articles/{quote(hostility.ARTICLE)}?collection=hostile",
}
LONG = {"API"}
"""Pages of thousands of elements of a few kinds, which axe takes seconds to go through: two looks tell as much."""
REFUSED = {"refused": "400", "missing": "404"}
WIDTHS = (320, 360, 768, 1280)
LOOKS: Final[tuple[tuple[int, Scheme], ...]] = tuple(product((360, 768, 1280), SCHEMES))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_bars_nobody(look: Looking, name: str) -> None:
    page = look.at(PAGES[name])
    check(page, LOOKS[:: len(LOOKS) - 1] if name in LONG else LOOKS)
    expected = [text for text in look.complaints if REFUSED.get(name, "no status") in text]
    assert [text for text in look.complaints if text not in expected] == []


def test_the_whole_timeline_fits(look: Looking) -> None:
    page = look.at(KOREA)
    assert [width for width in WIDTHS if looking.overflow(page, width) > 0] == []
    assert look.complaints == []


def test_an_event_fits_and_bars_nobody(look: Looking) -> None:
    clashing = look.at(f"{KOREA}?from=2024-11-04&to=2024-11-05").locator(".event:has(.clash) h4 a").first
    hostile = look.at("/collections/hostile").locator(".event h4 a").first
    for address in (clashing.get_attribute("href"), hostile.get_attribute("href")):
        assert address
        check(look.at(address))
    assert look.complaints == []


def check(page: Page, looks: tuple[tuple[int, Scheme], ...] = LOOKS) -> None:
    """At every width nothing sticks out; axe finds nothing on a phone, a tablet and a desk, by day and by night."""
    assert [width for width in WIDTHS if looking.overflow(page, width) > 0] == []
    assert [found for look in looks if (found := looking.barriers(page, *look))] == []
