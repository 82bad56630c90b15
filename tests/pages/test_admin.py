"""The admin side in a browser: signing in, loading, correcting with a preview, deciding and undoing; nothing bars
anybody, and all of it works without a script."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from tests.builders import NOW
from tests.pages.looking import Looking
from tests.pages.test_looks import check
from timeline.core.decision import Kind
from timeline.core.load import Said
from timeline.jobs import worker
from timeline.services import collections, decisions, keys, loading, loads, timelines
from timeline.services.decisions import Asked
from timeline.services.revised import By
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app

ARTICLES = {
    "ledger": "The mill in Norwood closed on Monday, its owner said. The council will vote on Friday.",
    "wire": "A fire broke out at the mill in Norwood on 12 October 2024. Nobody was hurt.",
}


@pytest.fixture
def own(database: Database, settings: Settings) -> Iterator[str]:
    """The address of a service over a database of its own, with a small story."""
    collections.create(database, "mill", "The mill")
    for name, text in ARTICLES.items():
        fields = {"id": name, "title": f"By {name}", "text": text, "source": name, "published": "2024-11-06"}
        loading.load(database, "mill", fields, NOW, settings.max_text, settings.model)
    served = make_server("127.0.0.1", 0, create_app(settings, database), threaded=True)
    thread = Thread(target=served.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    thread.join()
    served.server_close()


@pytest.fixture
def desk(browser: Browser, own: str) -> Iterator[Looking]:
    """A reader of that service, who complains of whatever the browser complains of."""
    reader = Looking(browser, own)
    yield reader
    reader.close()


@pytest.fixture
def secret(database: Database) -> str:
    """A key that may load and correct."""
    return keys.create(database, "M. Okafor", ["load", "curate"], NOW)


def work(database: Database, settings: Settings) -> None:
    """Run the queued jobs, beside Playwright, which has a loop of its own in this thread."""
    thread = Thread(target=worker.drain, args=(database, settings))
    thread.start()
    thread.join()


def sign_in(desk: Looking, secret: str, *, script: bool = True) -> Page:
    """The first page behind the key."""
    page = desk.at("/admin", script=script)
    page.get_by_label("Key").fill(secret)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("M. Okafor").first).to_be_visible()
    return page


def test_a_key_that_is_not_good_is_told_at_its_field(desk: Looking) -> None:
    page = desk.at("/admin")
    page.get_by_label("Key").fill("tlk_guessed")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("unknown, revoked or expired")
    check(page)


def test_every_admin_page_fits_and_bars_nobody(desk: Looking, secret: str) -> None:
    page = sign_in(desk, secret)
    check(page)
    places = ("load", "jobs", "feeds", "decisions", "collections/mill/articles", "collections/mill/sources")
    more = ("articles/ledger?collection=mill", "collections/mill/source?name=ledger")
    for place in (*places, *more):
        page.goto(f"{desk.site}/admin/{place}")
        check(page)
    page.goto(f"{desk.site}/collections/mill")
    page.locator(".event h4 a").first.click()
    page.locator(".desk summary", has_text="Redate").click()
    check(page)
    assert desk.complaints == []


def test_on_a_phone_no_table_of_the_admin_side_is_wider_than_the_page(
    desk: Looking, secret: str, database: Database
) -> None:
    (event, *_) = timelines.whole(database, "mill")
    decided = decisions.decide(database, Asked(Kind.HIDE, (event.id,)), By("M. Okafor", "of another story", NOW))
    loads.accept(database, "mill", "photographs-of-the-harbour.zip", "M. Okafor", Said(), [b"not a zip"], NOW)
    page = sign_in(desk, secret)
    page.set_viewport_size({"width": 320, "height": 800})
    places = ("", "/jobs", "/decisions", "/collections/mill/articles", "/collections/mill/sources")
    for place in places:
        page.goto(f"{desk.site}/admin{place}")
        check_tables(page)
    page.goto(f"{desk.site}/admin/decisions/{decided.entry.number}")
    page.get_by_role("button", name="Show what would change").click()
    check_tables(page)


def check_tables(page: Page) -> None:
    """Fail for a table that scrolls to the side, or whose cells do not say what they are."""
    expect(page.locator(".cells td").first).to_be_visible()
    wide = "[...document.querySelectorAll('.scroll')].filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.evaluate(wide) == 0, page.url
    named = "rows => rows.every(row => [...row.cells].every(cell => cell.dataset.label))"
    assert page.eval_on_selector_all(".cells tbody tr", named), page.url


@pytest.mark.parametrize("script", [True, False])
def test_a_file_is_loaded_and_its_job_watched(
    desk: Looking, secret: str, script: bool, tmp_path: Path, database: Database, settings: Settings
) -> None:
    story = tmp_path / "story.ndjson"
    story.write_text('{"id": "n", "text": "The bridge in Norwood opened on 1 November 2024."}\n{"id": "b"}\n')
    page = sign_in(desk, secret, script=script)
    page.get_by_role("navigation", name="Admin").get_by_role("link", name="Load", exact=True).click()
    page.get_by_label("Files").set_input_files(story)
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_role("heading", name="Waiting for a worker")).to_be_visible()
    if script:
        check(page)
    work(database, settings)
    if not script:
        page.get_by_role("link", name="Ask now").click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible()
    expect(page.get_by_text("story.ndjson:2")).to_be_visible()
    page.get_by_role("link", name="To the timeline").click()
    expect(page.get_by_role("link", name="bridge").first).to_be_visible()
    assert desk.complaints == []


@pytest.mark.parametrize("script", [True, False])
def test_a_pasted_article_is_corrected_with_a_preview(desk: Looking, secret: str, script: bool) -> None:
    page = sign_in(desk, secret, script=script)
    page.goto(f"{desk.site}/admin/load")
    page.get_by_label("Headline").fill("The port")
    page.get_by_label("Published").fill("2024-11-06")
    page.get_by_label("Text of the article").fill("The port of Norwood opened on Tuesday.")
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text("Loaded.")).to_be_visible()
    page.get_by_label("Published").fill("2024-11-13")
    page.get_by_label("Reason").fill("the front page")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.locator("#preview")).to_contain_text("12 November 2024")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Kept.")).to_be_visible()
    page.goto(f"{desk.site}/collections/mill?q=port")
    expect(page.locator("time[datetime='2024-11-12']").first).to_be_visible()
    assert desk.complaints == []


@pytest.mark.parametrize("script", [True, False])
def test_an_event_is_redated_and_that_is_undone(desk: Looking, secret: str, script: bool) -> None:
    page = sign_in(desk, secret, script=script)
    page.goto(f"{desk.site}/collections/mill?q=fire")
    page.locator(".event h4 a").first.click()
    page.locator(".desk summary", has_text="Redate").click()
    page.get_by_label("New date").fill("2024-10-13")
    page.locator("#why-redate").fill("the brigade's log")
    page.locator(".desk details[open]").get_by_role("button", name="Show what would change").click()
    expect(page.locator("#preview")).to_contain_text("13 October 2024")
    page.locator(".desk details[open]").get_by_role("button", name="Redate", exact=True).click()
    expect(page.get_by_text("Kept.")).to_be_visible()
    expect(page.locator(".lede")).to_contain_text("13")
    page.get_by_role("link", name="Undo").click()
    page.get_by_label("Reason").fill("the log of another fire")
    if script:
        check(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.")).to_be_visible()
    expect(page.get_by_text("the log of another fire")).to_be_visible()
    page.goto(f"{desk.site}/collections/mill?q=fire")
    expect(page.locator("time[datetime='2024-10-12']").first).to_be_visible()
    assert desk.complaints == []
