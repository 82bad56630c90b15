"""Ten thousand events: counted in the drawing, paged in the list, in a page that is light."""

from typing import Final

import pytest
from playwright.sync_api import expect

from tests.pages import looking, river
from tests.pages.looking import Looking
from timeline.storage.database import Database

ADDRESS: Final = f"/collections/{river.SLUG}"
_HEAVIEST: Final = 500_000
"""Bytes of the page, not compressed."""


@pytest.fixture(scope="module", autouse=True)
def _told(told: Database) -> None:
    river.tell(told)


def test_the_page_is_light(look: Looking) -> None:
    page = look.at(ADDRESS)
    assert len(page.request.get(look.site + ADDRESS).body()) < _HEAVIEST


def test_the_drawing_counts_them_and_its_steps_are_the_only_links(look: Looking) -> None:
    page = look.at(ADDRESS)
    assert page.locator("#plot a").count() <= 14
    assert "9,409 events counted" in str(page.locator("#plot").get_attribute("aria-label"))
    assert page.locator("#plot .bars").count() == 7
    assert looking.overflow(page, 320) <= 0
    assert looking.barriers(page, 360, "light") == []


def test_a_year_opens_from_the_axis_and_a_week_shows_its_events_one_by_one(look: Looking) -> None:
    page = look.at(ADDRESS, script=False)
    page.get_by_role("link", name="Zoom to 2023", exact=True).click()
    assert page.url.endswith("?from=2023&to=2023#drawing")
    assert page.locator("#plot .bars").count() > 0
    page.goto(look.site + ADDRESS + "?from=2023-06-05&to=2023-06-11")
    assert page.locator("#plot a[href^='#e-']").count() > 5
    assert look.complaints == []


def test_years_and_in_them_months_and_in_them_days_lead_to_every_page(look: Looking) -> None:
    page = look.at(f"{ADDRESS}?entity=Courts", script=False)
    ways = page.get_by_role("navigation", name="Jump to")
    for name, heading in (("2023", "January 2023"), ("May 2023", "May 2023")):
        ways.get_by_role("link", name=name, exact=True).click()
        assert "entity=Courts" in page.url
        expect(page.locator(".month h2 time").first).to_have_text(heading)
        expect(ways.locator("[aria-current]").first).to_have_text("2023")
    page.goto(f"{look.site}{ADDRESS}?at=2023-05")
    ways.get_by_role("link", name="20 May 2023", exact=True).click()
    expect(page.locator(".day h3 .big").first).to_contain_text("20")
    assert look.complaints == []
