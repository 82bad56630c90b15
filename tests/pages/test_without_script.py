"""Without JavaScript everything works but drawing a range by hand and saving as PNG."""

import re

from playwright.sync_api import expect
from werkzeug.wrappers import Response

from tests.pages.looking import Looking
from tests.pages.serving import serving

KOREA = "/collections/north-korea-russia"


def test_a_reader_gets_from_the_front_page_to_the_words_that_date_an_event(look: Looking) -> None:
    page = look.at("/", script=False)
    page.get_by_role("link", name="North Korean soldiers in Russia").click()
    page.get_by_role("link", name="November 2024", exact=True).first.click()
    event = page.locator(".event").first
    event.get_by_text("Why this date?").click()
    expect(event.locator(".why li.so")).to_be_visible()
    event.locator("h4 a").click()
    expect(page.get_by_role("heading", name="What each report says")).to_be_visible()
    page.locator(".reports h3 a").first.click()
    expect(page.get_by_role("heading", name="The text, as read")).to_be_visible()
    assert page.locator(".para mark").count() > 0


def test_a_filter_is_set_kept_in_the_address_and_dropped_again(look: Looking) -> None:
    page = look.at(f"{KOREA}?lanes=source", script=False)
    page.get_by_label("From", exact=True).fill("2024-11-04")
    page.get_by_label("Source", exact=True).select_option("Northern Wire (sample)")
    page.get_by_role("button", name="Show").click()
    assert "from=2024-11-04" in page.url
    assert "lanes=source" in page.url
    expect(page.get_by_role("status").first).to_contain_text("may fall in the range")
    page.get_by_role("link", name=re.compile(r"From 4\s+November 2024")).click()
    assert "from=" not in page.url
    assert "source=Northern" in page.url
    page.get_by_role("link", name="Clear all").click()
    assert page.url.endswith(f"{KOREA}?lanes=source")


def test_on_a_phone_the_filter_is_folded_and_opens(look: Looking) -> None:
    page = look.at(KOREA, width=360, script=False)
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    page.get_by_text("Filter: 0 of").click()
    expect(page.get_by_role("button", name="Show")).to_be_visible()


def test_on_a_phone_a_long_list_of_sources_is_folded_and_opens(look: Looking) -> None:
    page = look.at(f"{KOREA}?sort=corroboration", width=360, script=False)
    side = page.locator(".event .side").first
    expect(side.locator("li a").nth(2)).to_be_visible()
    expect(side.locator("li a").nth(3)).to_be_hidden()
    side.get_by_text(re.compile(r"and \d+ more")).click()
    expect(side.locator("li a").nth(3)).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(side.locator("summary")).to_be_hidden()


def test_fields_that_are_seldom_used_are_folded_until_one_is_in_use(look: Looking) -> None:
    page = look.at(KOREA, script=False)
    expect(page.get_by_label("Place", exact=True)).to_be_hidden()
    page.get_by_text("More fields").click()
    page.get_by_label("What reports say of it").select_option("Denied")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("What reports say of it")).to_have_value("denied")
    expect(page.locator(".event .tag.denied")).to_have_text("Denied")
    assert "status=denied" in page.url


def test_what_has_no_date_and_what_is_disagreed_about_have_lists_of_their_own(look: Looking) -> None:
    page = look.at(KOREA, script=False)
    page.get_by_role("navigation", name="Jump to").get_by_role("link", name="Undated").click()
    expect(page.get_by_role("heading", name="Undated")).to_be_in_viewport()
    page.locator(".facts a[href$='/contradictions']").click()
    expect(page.get_by_text("Sources disagree on the day")).to_be_visible()


def test_collections_are_put_in_order_and_stay_in_it(look: Looking) -> None:
    page = look.at("/", script=False)
    page.get_by_label("In order of").select_option("latest news")
    page.get_by_role("button", name="Find").click()
    assert "sort=latest" in page.url
    expect(page.get_by_label("In order of")).to_have_value("latest")
    expect(page.get_by_role("heading", level=2).first).to_have_text("The fall of the Key Bridge in Baltimore")


def test_whoever_may_not_sign_in_is_told_so(look: Looking) -> None:
    page = look.at(KOREA, script=False)
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("Key").fill("tlk_wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Key")).to_have_attribute("aria-invalid", "true")


def test_words_are_searched_for_in_all_collections(look: Looking) -> None:
    page = look.at("/", script=False)
    page.get_by_role("searchbox").fill("bridge collapse")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(["The fall of the Key Bridge in Baltimore"])
    page.get_by_role("link", name="of “bridge collapse”").click()
    expect(page.locator(".event").first).to_be_visible()
    assert "q=bridge+collapse" in page.url


def test_revisions_stand_side_by_side(look: Looking) -> None:
    page = look.at("/articles/ml-blinken?collection=north-korea-russia", script=False)
    page.get_by_role("link", name="1 to 2").click()
    expect(page.locator(".sides del").first).to_have_text("Wednesday.")
    expect(page.locator(".sides ins").first).to_contain_text("Thursday")


def test_a_frame_of_another_site_shows_the_timeline_and_nothing_else(look: Looking) -> None:
    frames = "".join(f"<iframe src='{look.site}{KOREA}{query}'></iframe>" for query in ("?embed=1", ""))
    with serving(Response(f"<title>A story</title>{frames}", content_type="text/html")) as other:
        page = look.at("/", site=other)
        framed = page.frame_locator("iframe >> nth=0")
        expect(framed.get_by_role("heading", level=1)).to_have_text("North Korean soldiers in Russia")
        expect(framed.get_by_role("navigation", name="Site")).to_have_count(0)
        expect(page.frame_locator("iframe >> nth=1").get_by_role("heading", level=1)).to_have_count(0)
    assert any("frame-ancestors" in complaint for complaint in look.complaints)


def test_paper_has_the_reasons_and_no_forms(look: Looking) -> None:
    page = look.at(f"{KOREA}?from=2024-11-04&to=2024-11-05", script=False)
    page.emulate_media(media="print")
    expect(page.locator(".why li.so").first).to_be_visible()
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.get_by_role("list", name="Filters in use")).to_contain_text("From 4\u00a0November 2024")
