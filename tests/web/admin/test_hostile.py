"""What is hostile stays data on the pages of the admin side, and what a form hands over with a null character too."""

from flask.testing import FlaskClient

from tests.pages import hostility
from tests.web.admin import browsing
from tests.web.test_hostile import read, stays_data
from timeline.core.line import TimelineQuery
from timeline.services import timelines
from timeline.storage.database import Database

SAID = hostility.SAID


def reached(desk: FlaskClient, *addresses: str) -> dict[str, str]:
    """The admin pages that these lead to by links, by their addresses."""
    found: dict[str, str] = {}
    waiting = [*addresses]
    for address in waiting:  # which grows while it is gone through
        if address not in found:
            answer = desk.get(address)
            assert answer.status_code == 200, address
            found[address] = answer.text
            links = (attributes.get("href") or "" for tag, attributes in read(answer.text) if tag == "a")
            waiting += [link for link in links if link.startswith("/admin") and "#" not in link]
    return found


def test_no_admin_page_has_a_script_a_handler_or_a_link_that_is_not_its_own(
    desk: FlaskClient, database: Database
) -> None:
    hostility.tell(database)
    hostility.change(database)
    event = timelines.page(database, TimelineQuery("hostile")).events[0]
    decided = {"kind": "note", "text": SAID, "why": SAID, "act": "apply"}
    assert browsing.send(desk, f"/admin/events/{event.id}", f"/admin/events/{event.id}", **decided).status_code == 303
    pages = reached(desk, "/admin", f"/admin/events/{event.id}")
    kinds = {address.partition("?")[0].split("/")[2] for address in pages if address.count("/") > 1}
    assert kinds >= {"load", "jobs", "feeds", "collections", "articles", "events", "decisions"}
    for page in pages.values():
        stays_data(page)
