"""The pages: what they show, that nothing hostile gets out of its place, that they need no script and no other host."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW, a_collection, a_mention, a_record, a_report, an_article, an_event, store
from tests.web import stories
from timeline.core import edtf
from timeline.core.article import Publication
from timeline.core.event import Certainty, Claim, Contradiction, EventDate
from timeline.core.mention import Status
from timeline.services.front import Order
from timeline.settings import Settings
from timeline.storage import events, publications, readings
from timeline.storage.database import Database
from timeline.web import create_app

VOID = {"base", "meta", "link", "input", "br", "circle", "rect", "line", "use", "path", "stop"}
HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }} \u202e"


class Reader(HTMLParser):
    """Collects what a page is made of; an element that is not closed is found out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["script"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        """The words of the page, with single spaces."""
        return " ".join("".join(self.words).replace("\u00a0", " ").split())

    def ids(self) -> list[str]:
        """The ids of the elements."""
        return [found for _, attributes in self.elements if (found := attributes.get("id"))]


def read(client: FlaskClient, address: str, status: int = 200) -> Reader:
    """A page, after what every page has to be: closed elements, one h1, no script that runs, no inline style."""
    answer = client.get(address)
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["Content-Security-Policy"].startswith(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = Reader(answer.text)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("h1") == 1
    assert not {"img", "iframe", "object", "style", "base"} & set(tags)
    scripts = [attributes for tag, attributes in page.elements if tag == "script"]
    assert all("src" in one or one == {"type": "application/ld+json"} for one in scripts)  # A data block is not run.
    assert all(str(one["src"]).startswith("/static/") for one in scripts if "src" in one)
    assert not [
        name for _, attributes in page.elements for name in attributes if name == "style" or name.startswith("on")
    ]
    assert len(page.ids()) == len(set(page.ids()))
    return page


def links(page: Reader, *, followed: bool = False) -> set[str]:
    """Where the links of a page lead; or only those that a robot may follow, which are not endless."""
    found = [attributes for tag, attributes in page.elements if tag == "a" and "href" in attributes]
    return {one["href"] or "" for one in found if not (followed and "nofollow" in (one.get("rel") or ""))}


def test_without_a_collection_the_front_page_says_how_to_load_one(client: FlaskClient) -> None:
    page = read(client, "/")
    assert "Nothing has been loaded" in page.text
    assert "timeline load" in page.text


def test_the_front_page_lists_the_collections_with_their_counts(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    page = read(client, "/")
    assert "/collections/mill" in links(page)
    assert "3 articles · 3 sources" in page.text
    assert "12 October to 8 November 2024" in page.text


def titles(page: Reader) -> list[str]:
    """The addresses of the cards of the front page, in order."""
    found = [str(attributes["href"]) for tag, attributes in page.elements if tag == "a"]
    return [link for link in found if link.startswith("/collections/") and "/contradictions" not in link]


def test_the_front_page_is_in_the_order_that_its_address_says(client: FlaskClient, database: Database) -> None:
    told = {"ant": ("2024-05-01", ["2020", "2020-01-01"]), "bee": ("2024-06-01", ["2024-01-01"]), "cow": ("", [])}
    for slug, (published, days) in told.items():
        mentions = [a_mention(f"Event {i} happened.", i * 100) for i in range(len(days))]
        with database.begin() as session:
            store(session, slug, [an_article("a1", text="x")])
            readings.add(session, slug, a_record("a1", *mentions), NOW)
            found = [an_event(a_report("a1", m, edtf.read(day))) for m, day in zip(mentions, days, strict=True)]
            events.replace(session, slug, found)
            if published:
                publications.put(session, slug, "a1", Publication(edtf.read(published)))
    orders = {order: [link[-3:] for link in titles(read(client, f"/?sort={order}"))] for order in ("", *Order, "x")}
    assert orders[Order.LATEST] == ["bee", "ant", "cow"]
    assert orders[Order.SPAN] == orders[Order.SIZE] == ["ant", "bee", "cow"]
    assert orders[""] == orders["x"] == orders[Order.NAME] == ["ant", "bee", "cow"]


def test_whoever_is_not_signed_in_can_sign_in_and_come_back(client: FlaskClient, database: Database) -> None:
    slug = a_collection(database)
    assert f"/admin/sign-in?next=/collections/{slug}?q%3Dx" in links(read(client, f"/collections/{slug}?q=x"))
    assert 'href="/admin/sign-in"' in client.get("/collections/nowhere", headers={"Accept": "text/html"}).text


def test_a_page_of_an_error_does_not_ask_the_database_who_is_signed_in(settings: Settings) -> None:
    client = create_app(replace(settings, database_url="postgresql://nobody@127.0.0.1:1/none")).test_client()
    client.set_cookie("timeline_session", "somebody")
    answer = client.get("/", headers={"Accept": "text/html"})
    assert (answer.status_code, "Sign in" in answer.text) == (503, True)


def test_where_reading_is_private_a_page_leads_to_signing_in(settings: Settings, database: Database) -> None:
    client = create_app(replace(settings, public=False), database).test_client()
    answer = client.get("/collections/port?q=x", headers={"Accept": "text/html"})
    assert answer.status_code == 401
    assert 'href="/admin/sign-in?next=/collections/port?q%3Dx"' in answer.text


def test_a_collection_without_articles_says_so(client: FlaskClient, database: Database) -> None:
    page = read(client, f"/collections/{a_collection(database)}")
    assert "No article has been loaded" in page.text


def test_the_timeline_tells_each_event_with_date_certainty_quotation_sources_and_reasons(
    client: FlaskClient, key: dict[str, str]
) -> None:
    stories.tell(client, key)
    page = read(client, "/collections/mill")
    assert "4 November 2024 Monday" in page.text
    assert "Date certain, to the day" in page.text
    assert "“The mill in Norwood closed on 4 November 2024.”" in page.text
    assert "2 articles ·" in page.text
    assert "So it happened on Monday, 4 November 2024, certain." in page.text
    assert ("time", {"datetime": "2024-11-04"}) in page.elements
    assert any(tag == "mark" for tag, _ in page.elements)


def test_every_link_of_every_page_leads_somewhere(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    seen, waiting = set(), {"/", "/api/docs"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if answer.mimetype == "text/html":
            page = read(client, address)
            inner = {link[1:] for link in links(page) if link.startswith("#")}
            assert inner <= set(page.ids())
            waiting |= {link.partition("#")[0] for link in links(page, followed=True) if link.startswith("/")} - seen
    assert "/articles/ledger?collection=mill" in seen


def test_the_filter_is_in_the_address_and_can_be_dropped_field_by_field(
    client: FlaskClient, key: dict[str, str]
) -> None:
    stories.tell(client, key)
    page = read(client, "/collections/mill?from=2024-11-01&to=2024-11-05&q=&match=may&utm_source=x")
    assert "1 of 4 dated events may fall in the range" in page.text
    assert "/collections/mill?to=2024-11-05&match=may" in links(page)
    assert "October 2024" not in page.text.partition("The events in order")[2]


def test_a_field_that_cannot_be_read_is_marked_and_the_rest_still_counts(
    client: FlaskClient, key: dict[str, str]
) -> None:
    stories.tell(client, key)
    page = read(client, "/collections/mill?from=soon&to=2024-10-31&match=x&status=y", 400)
    fields = {attributes.get("name"): attributes for tag, attributes in page.elements if tag == "input"}
    assert (fields["from"]["aria-invalid"], fields["from"]["value"]) == ("true", "soon")
    assert "'soon' is not a date such as 2024-11-05" in page.text
    assert "October 2024" in page.text


def test_a_filter_that_leaves_nothing_says_what_to_do(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    page = read(client, "/collections/mill?q=zeppelin")
    assert "No dated event is left by the filter" in page.text


def tell_many(database: Database, days: list[str]) -> None:
    """A collection with an event on each of these days."""
    mentions = [a_mention(f"Event {i} happened.", i * 100, title=f"Event {i}") for i in range(len(days))]
    with database.begin() as session:
        store(session, "port", [an_article("a1", text="x")])
        readings.add(session, "port", a_record("a1", *mentions), NOW)
        found = [an_event(a_report("a1", m, edtf.read(day))) for m, day in zip(mentions, days, strict=True)]
        events.replace(session, "port", found)


def shown(page: Reader) -> int:
    """How many events a page shows."""
    return len([one for one in page.ids() if one.startswith("e-")])


def jumps(page: Reader) -> list[str]:
    """Where the links over a list lead."""
    return [link for link in sorted(links(page)) if "at=" in link]


def test_long_timelines_are_paged(client: FlaskClient, database: Database) -> None:
    tell_many(database, [f"{1900 + i}-05-01" for i in range(70)])
    first = read(client, "/collections/port")
    later = next(link for link in links(first) if "cursor=" in link)
    second = read(client, later)
    assert [shown(page) for page in (first, second)] == [60, 10]
    assert "Back to the beginning" in second.text
    assert client.get("/collections/port?cursor=x").status_code == 400


def test_every_event_of_a_long_timeline_is_on_a_page_to_which_a_jump_leads(
    client: FlaskClient, database: Database
) -> None:
    year = [f"2023-{month:02}-{day:02}" for month in (2, 5) for day in range(1, 29) for _ in range(2)]
    tell_many(database, ["2019-01-01", *year, "2024-12-31"])
    first = read(client, "/collections/port?q=event")
    assert [link.partition("at=")[2] for link in jumps(first)] == ["2019#list-t", "2023#list-t", "2024#list-t"]
    inside = read(client, "/collections/port?q=event&at=2023")
    months = [link for link in jumps(inside) if "at=2023-" in link]
    assert [link.partition("at=")[2] for link in months] == ["2023-02#list-t", "2023-05#list-t"]
    assert all("q=event" in link for link in months)
    seen = {one for link in [*jumps(first), *months] for one in read(client, link).ids() if one.startswith("e-")}
    assert len(seen) == 2 + len(year)


def test_a_day_with_many_events_is_reached_through_its_month(client: FlaskClient, database: Database) -> None:
    tell_many(database, ["2022-01-01", *(f"2023-05-{day:02}" for day in range(1, 29) for _ in range(4))])
    page = read(client, "/collections/port?at=2023-05-20&sort=time")
    assert shown(page) == 36
    assert len([link for link in jumps(page) if "at=2023-05-" in link]) == 28
    assert shown(read(client, "/collections/port?at=2022&sort=-time")) == 1


def test_a_date_to_jump_to_that_cannot_be_read_is_refused(client: FlaskClient, database: Database) -> None:
    tell_many(database, ["2022-01-01"])
    assert client.get("/collections/port?at=soon", headers={"Accept": "text/html"}).status_code == 400


def test_an_event_leads_back_to_the_page_of_the_list_that_has_it(client: FlaskClient, database: Database) -> None:
    tell_many(database, [f"{1900 + i}-05-01" for i in range(70)])
    for query in ("?from=1969", "?from=1900&to=1900"):
        own = stories.events(client, query, slug="port")[0]
        back = next(link for link in links(read(client, own["links"]["html"])) if link.endswith(f"#e-{own['id']}"))
        assert f"e-{own['id']}" in read(client, back).ids()


def test_what_the_sources_disagree_about_is_listed(client: FlaskClient, database: Database) -> None:
    hostile(database)
    page = read(client, "/collections/port/contradictions")
    assert "/collections/port/contradictions" in links(read(client, "/collections/port"))
    assert "1 event of which not all that is said can be true" in page.text
    assert "Monday, 4 November 2024" in page.text
    assert "No contradiction is left" in read(client, "/collections/port/contradictions?q=zeppelin").text


def hostile(database: Database) -> None:
    """A collection in which everything that can be said is hostile."""
    with database.begin() as session:
        fields = {"title": HOSTILE, "source": HOSTILE, "text": HOSTILE, "url": "javascript:alert(1)"}
        store(session, "port", [an_article("<b>'\"/a", **fields)])
        mention = a_mention(HOSTILE, title=HOSTILE, speaker=HOSTILE)
        readings.add(session, "port", a_record("<b>'\"/a", mention), NOW)
        report = a_report("<b>'\"/a", mention, source=HOSTILE)
        clash = (Contradiction("day", (Claim(HOSTILE, (0,)), Claim("2024-11-04", (0,)))),)
        events.replace(session, "port", [an_event(report, contradictions=clash)])


def test_nothing_hostile_gets_out_of_its_place(client: FlaskClient, database: Database) -> None:
    hostile(database)
    event = stories.events(client, slug="port")[0]
    pages = [
        "/",
        "/collections/port",
        event["links"]["html"],
        "/articles/%3Cb%3E%27%22/a",
        f"/collections/port?q={HOSTILE[:20]}",
    ]
    for address in pages:
        page = read(client, address)
        assert "49" not in re.findall(r"\b\d+\b", page.text)
        assert not [link for link in links(page) if link.startswith("javascript:")]


def test_disputed_denied_and_undated_events_show_it_in_words(client: FlaskClient, database: Database) -> None:
    days = (edtf.read("2024-11-04"), edtf.read("2024-11-05"))
    disputed = EventDate(edtf.read("2024-11-04/2024-11-05"), Certainty.DISPUTED, (), days)
    undated = EventDate(edtf.read("../.."), Certainty.LIKELY, ())
    clash = (Contradiction("day", (Claim("2024-11-04", (0,)), Claim("2024-11-05", (0,)))),)
    mentions = [a_mention(f"Event {i} happened.", i * 100) for i in range(3)]
    with database.begin() as session:
        store(session, "port", [an_article("a1", text="x")])
        readings.add(session, "port", a_record("a1", *mentions), NOW)
        told: list[dict[str, Any]] = [
            {"date": disputed, "contradictions": clash},
            {"status": Status.DENIED},
            {"date": undated},
        ]
        found = [an_event(a_report("a1", m), **fields) for m, fields in zip(mentions, told, strict=True)]
        events.replace(session, "port", found)
    page = read(client, "/collections/port")
    assert "Date disputed, two dates claimed" in page.text
    assert "Sources disagree on the day Monday, 4 November 2024" in page.text
    assert "Date certain, to the day Denied" in page.text
    assert "One event whose day no report gives" in page.text


@pytest.mark.parametrize("name", ["ledger", "wire"])
def test_an_article_shows_its_text_with_every_expression_and_its_events(
    client: FlaskClient, key: dict[str, str], name: str
) -> None:
    stories.tell(client, key)
    page = read(client, f"/articles/{name}")
    assert "Published 6 November 2024" in page.text
    assert f"https://{name}.example/mill" in links(page)
    assert {"x1", "n1"} <= set(page.ids())
    assert any(link.startswith("/events/") for link in links(page))


def test_an_article_says_why_its_publication_is_doubtful(client: FlaskClient, key: dict[str, str]) -> None:
    stories.doubt(client, key)
    page = read(client, "/articles/ledger")
    assert "In doubt. It tells as past: “The mill in Norwood closed on 4 December 2024”." in page.text
    assert "In doubt" not in read(client, "/collections/mill").text
