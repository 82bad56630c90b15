"""The drawing: a range is chosen by links, and with the script by mouse, finger and keys; it can be taken along."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.pages.looking import Looking

KOREA = "/collections/north-korea-russia"
ZOOMED = f"{KOREA}?from=2024-10-20&to=2024-11-08"


def asked(page: Page) -> dict[str, str]:
    """The query of a page's address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("script", [True, False])
def test_steps_of_the_axis_and_links_beside_it_zoom(look: Looking, script: bool) -> None:
    page = look.at(KOREA, script=script)
    page.get_by_role("link", name="Zoom to October 2024").click()
    assert asked(page) == {"from": "2024-10", "to": "2024-10"}
    page.get_by_role("link", name="Later").click()
    assert asked(page) == {"from": "2024-10-16", "to": "2024-11-16"}
    page.get_by_role("link", name="Whole span").click()
    assert asked(page) == {}
    assert look.complaints == []


def test_a_mark_leads_to_its_event(look: Looking) -> None:
    page = look.at(ZOOMED, script=False)
    mark = page.locator("#plot a[href^='#e-']").first
    page.goto(page.url.partition("#")[0] + str(mark.get_attribute("href")))
    expect(page.locator(".event:target")).to_be_visible()


def drag(page: Page, first: float, last: float) -> None:
    """Draw the mouse over the drawing, from one share of its width to another."""
    box = page.locator("#plot").bounding_box()
    assert box
    y = box["y"] + 50
    page.mouse.move(box["x"] + first * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + last * box["width"], y, steps=4)
    page.mouse.up()


def test_a_range_is_drawn_with_the_mouse(look: Looking) -> None:
    page = look.at(ZOOMED)
    drag(page, 0.75, 0.25)
    page.wait_for_url(re.compile("#drawing"))
    assert "2024-10-20" < asked(page)["from"] < asked(page)["to"] < "2024-11-08"
    expect(page.locator("#plot")).to_be_focused()
    assert look.complaints == []


def test_a_range_is_drawn_with_a_finger(look: Looking) -> None:
    page = look.at(ZOOMED, width=360, has_touch=True, is_mobile=True)
    page.locator("#plot").scroll_into_view_if_needed()
    box = page.locator("#plot").bounding_box()
    assert box
    y = box["y"] + 60
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *shares: float) -> None:
        points = [{"x": box["x"] + share * box["width"], "y": y} for share in shares]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 0.2)
    for share in (0.3, 0.4, 0.6):
        touch("touchMove", share)
    touch("touchEnd")
    page.wait_for_url(re.compile("#drawing"))
    assert "2024-10-20" < asked(page)["from"] < asked(page)["to"] < "2024-11-08"


def test_keys_zoom_move_and_choose(look: Looking) -> None:
    page = look.at(ZOOMED)
    page.locator("#plot").focus()
    page.keyboard.press("+")
    page.wait_for_url(re.compile("#drawing"))
    closer = asked(page)
    assert "2024-10-20" < closer["from"] < closer["to"] < "2024-11-08"
    expect(page.locator("#plot")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: closer["from"] not in url)
    moved = asked(page)
    expect(page.locator("#plot")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_role("status").filter(has_text=" to 2024-")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: moved["from"] not in url)
    expect(page.locator("#plot")).to_be_focused()
    page.keyboard.press("0")
    page.wait_for_url(lambda url: "from=" not in url)
    assert look.complaints == []


def saved_as_png(page: Page, folder: Path) -> Path:
    """The drawing of a page as a PNG, under the name that it is given."""
    with page.expect_download() as png:
        page.get_by_role("button", name="PNG").click()
    saved = folder / png.value.suggested_filename
    png.value.save_as(saved)
    return saved


def test_a_hostile_story_is_saved_as_a_png_and_nothing_else_happens(look: Looking, tmp_path: Path) -> None:
    saved = saved_as_png(look.at("/collections/hostile"), tmp_path)
    assert saved.name == "hostile.png"
    assert saved.read_bytes().startswith(b"\x89PNG\r\n")
    assert look.complaints == []


def test_it_is_saved_as_svg_and_png(look: Looking, tmp_path: Path) -> None:
    page = look.at(ZOOMED)
    with page.expect_download() as svg:
        page.get_by_role("link", name="SVG").click()
    svg.value.save_as(tmp_path / "drawing.svg")
    assert (tmp_path / "drawing.svg").read_text(encoding="utf-8").startswith("<svg xmlns")
    saved = saved_as_png(page, tmp_path)
    assert saved.name == "north-korea-russia.png"
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert look.complaints == []
    opened = look.at("/collections/north-korea-russia/drawing.svg")
    assert opened.locator("g.certain use").count() > 10
    assert look.complaints == []
