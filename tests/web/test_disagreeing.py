"""An event whose reports name days that exclude each other is nowhere said to have a certain date."""

import pytest
from flask.testing import FlaskClient

from tests.web import stories
from tests.web.admin import browsing

TOLD = {
    "ledger": "Soldiers of Norland clashed with troops of Westria for the first time on 4 November 2024, it is told.",
    "courier": "Soldiers of Norland clashed with troops of Westria for the first time on 4 November 2024.",
    "wire": "Troops of Westria clashed with soldiers of Norland for the first time on 4 November 2024.",
    "echo": "Soldiers of Norland clashed with troops of Westria for the first time on 5 November 2024, it is said.",
}
PAGE = "/collections/mill"


@pytest.fixture
def outvoted(client: FlaskClient, key: dict[str, str]) -> str:
    """The id of an event of 4 November, by three reports, and of 5 November, by one."""
    made = client.post("/api/v1/admin/collections", json={"slug": "mill"}, headers=key)
    assert made.status_code == 201
    for name, text in TOLD.items():
        fields = {"id": name, "source": name, "url": None, "text": text}
        assert stories.post(client, key, **fields).status_code == 201
    (found,) = stories.events(client)
    return str(found["id"])


def test_it_is_likely_on_the_page_in_the_api_and_in_what_is_exported(client: FlaskClient, outvoted: str) -> None:
    event = client.get(f"/api/v1/events/{outvoted}").get_json()
    assert (event["date"]["edtf"], event["date"]["certainty"]) == ("2024-11-04", "likely")
    assert [claim["text"] for claim in event["contradictions"][0]["claims"]] == ["2024-11-04", "2024-11-05"]
    page = browsing.words(client.get(f"/events/{outvoted}"))
    assert "Date likely , to the day" in page
    assert "Sources disagree on the day" in page
    assert "Monday, 4 November 2024, likely." in page
    (row,) = [line for line in client.get(f"{PAGE}.csv").text.splitlines() if outvoted in line]
    assert '"likely"' in row
    assert "certain" not in row
