"""/metrics: requests by all processes together, the queue, and what is stored; nothing that a client can make up."""

import subprocess
import sys
from pathlib import Path

from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from tests.builders import NOW, a_collection
from timeline.core.load import Said
from timeline.services import loads
from timeline.settings import Settings, sharing_metrics
from timeline.storage.database import Database
from timeline.web import create_app


def scraped(client: FlaskClient) -> dict[str, float]:
    """Every sample by its name and labels."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain; version=")
    return {
        f"{one.name} {' '.join(value for _, value in sorted(one.labels.items()))}".strip(): one.value
        for family in text_string_to_metric_families(answer.text)
        for one in family.samples
    }


def test_requests_are_counted_by_view_and_status(client: FlaskClient) -> None:
    before = scraped(client).get("timeline_http_requests_total GET 200 pages.home", 0.0)
    client.get("/")
    client.get("/nowhere/made-up-by-a-client")
    client.open("/", method="BREW")
    after = scraped(client)
    assert after["timeline_http_requests_total GET 200 pages.home"] == before + 1
    assert after["timeline_http_request_seconds_count pages.home"] >= 1
    assert "made-up" not in str(after)
    assert "BREW" not in str(after)


def test_the_queue_and_what_is_stored_are_told(client: FlaskClient, database: Database) -> None:
    loads.accept(database, a_collection(database), "a.txt", "x", Said(), [b"The mill closed."], NOW)
    found = scraped(client)
    assert found["timeline_jobs todo timeline.store"] == 1
    assert found["timeline_queue_length"] == 1
    assert (found["timeline_articles"], found["timeline_events"], found["timeline_jobs_lost"]) == (0, 0, 0)


def test_where_reading_needs_a_key_scraping_does(settings: Settings, database: Database, secret_of_reader: str) -> None:
    private = Settings(home=settings.home, database_url=settings.database_url, public=False)
    client = create_app(private, database).test_client()
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers={"Authorization": f"Bearer {secret_of_reader}"}).status_code == 200


PROCESS = """
import sys
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app
settings = Settings.from_environment({"TIMELINE_DATABASE_URL": sys.argv[1], "PROMETHEUS_MULTIPROC_DIR": sys.argv[2]})
client = create_app(settings).test_client()
client.get("/healthz")
print(client.get("/metrics").text)
"""


def test_processes_count_together(settings: Settings) -> None:
    with sharing_metrics():
        folder = Settings.from_environment().metrics
        assert isinstance(folder, Path)
        command = [sys.executable, "-c", PROCESS, settings.database_url or "", str(folder)]
        for _ in range(2):
            last = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert 'timeline_http_requests_total{method="GET",status="200",view="health.healthz"} 2.0' in last
    assert not folder.exists()
    assert Settings.from_environment().metrics is None
