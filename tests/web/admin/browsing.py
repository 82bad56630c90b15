"""A browser on the admin pages, without a script: it sends the forms of the pages that it is shown."""

import io
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

FIELDS = {"input", "select", "textarea", "button"}


class Forms(HTMLParser):
    """The forms of a page by where they are sent, each with what its hidden fields say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.invalid: list[str] = []
        self.alerts: list[str] = []
        self._alert = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self._alert = own.get("role") == "alert"
        if tag == "form":
            self.forms.append((own["action"] or "", {}))
        if tag == "input" and own.get("type") == "hidden":
            self.forms[-1][1][own["name"] or ""] = own.get("value") or ""
        if own.get("aria-invalid"):
            self.invalid.append(own["name"] or "")

    def handle_data(self, data: str) -> None:
        if self._alert:
            self.alerts.append(data)
        self._alert = False


class Words(HTMLParser):
    """What a page says, each element apart from the next."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._found: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self._found.append(data)

    def __str__(self) -> str:
        return " ".join(" ".join(self._found).split())


def words(page: TestResponse) -> str:
    """What a page says, with single spaces."""
    return str(Words(page.text))


def token(client: FlaskClient, address: str = "/admin/sign-in") -> str:
    """What forms of this browser send along."""
    found = client.get(address, follow_redirects=True).text
    return next(hidden["token"] for _, hidden in Forms(found).forms if "token" in hidden)


def sign_in(client: FlaskClient, secret: str, **fields: str) -> TestResponse:
    """Sign in as the page has it."""
    return client.post("/admin/sign-in", data={"token": token(client), "key": secret, **fields})


def send(client: FlaskClient, address: str, page: str = "/admin", **fields: Any) -> TestResponse:
    """Send a form with the token of the page that it stands on."""
    return client.post(address, data={"token": token(client, page), **fields})


def fill(client: FlaskClient, page: str, at: int, **fields: Any) -> TestResponse:
    """Fill in a form of a page, which is the n-th after that for signing out, and send it as it is."""
    action, hidden = Forms(client.get(page).text).forms[at]
    return client.post(action.partition("#")[0], data={**hidden, **fields})


def files(**named: bytes) -> list[tuple[io.BytesIO, str]]:
    """Files as a form hands them over: a_txt=b"…" is a.txt."""
    return [(io.BytesIO(content), name.replace("_", ".")) for name, content in named.items()]
