"""Writes timeline/web/api/examples.json: the examples of the OpenAPI document, as the service itself answers them.

A small story, made up for them, is told to a service of its own; each operation is asked once, and what it was asked
and what it answered is kept. Run it again when what is answered has changed: `python -m bench.examples`.
"""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from flask.testing import FlaskClient

from timeline.jobs import worker
from timeline.services import database, keys
from timeline.settings import Settings
from timeline.web import create_app
from timeline.web.api import document

SHARED: Final = {"collection": "mill", "zone": "Europe/Stockholm"}
LEDGER: Final = {
    **SHARED,
    "id": "ledger",
    "source": "Morning Ledger",
    "url": "https://ledger.example/mill",
    "published": "2024-11-06",
    "title": "The mill closes",
    "text": "The paper mill in Ystad closed on Monday, its owner Anna Berg said. The town council will vote on Friday.",
}
COURIER: Final = {
    **SHARED,
    "id": "courier",
    "source": "Town Courier",
    "published": "2024-11-05",
    "title": "No more paper from Ystad",
    "text": "The paper mill in Ystad closed on 4 November 2024, Anna Berg said. Workers marched to the town hall.",
}
MARCHED: Final = {
    "text": "The paper mill in Ystad closed on 3 November 2024, Anna Berg said. Workers marched to the town hall."
}
LINES: Final = (
    '{"id": "wire-1", "published": "2024-10-13", "text": "A fire broke out at the paper mill in Ystad on Saturday."}\n'
    '{"id": "wire-2", "title": "An article without its text"}\n'
    '{"id": "letter", "title": "A reader writes", "text": "Workers occupied the paper mill in Ystad."}\n'
)
TABLE: Final = "Headline,Body,Date\nFire,A fire broke out at the paper mill in Ystad on Saturday.,2024-10-13\n"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
API: Final = "/api/v1"
ADMIN: Final = f"{API}/admin"


class Recorder:
    """Asks a service, and keeps what was asked and answered by the name of the view."""

    def __init__(self, client: FlaskClient, secret: str) -> None:
        self.client = client
        self.key = {"Authorization": f"Bearer {secret}"}
        self.found: dict[str, Any] = {}

    def ask(self, view: str, request: str, body: Any = None, **headers: str) -> Any:
        """The answer of an operation, which is kept; the first request is the one that is shown."""
        method, _, address = request.partition(" ")
        sent = {"json": body} if isinstance(body, dict) else {"data": body}
        own = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.client.open(address, method=method, headers=self.key | own, **sent)
        if not 200 <= answer.status_code < 300:
            raise SystemExit(f"{request}: {answer.status_code} {answer.text}")
        kept = self.found.setdefault(view, {"request": request, "bodies": {}, "answers": {}})
        if body is not None:
            kept["bodies"].setdefault(headers.get("Content_Type", "application/json"), body)
        if answer.data:
            kept["answers"].setdefault(str(answer.status_code), answer.get_json())
        return answer


def main() -> None:
    """Tell the story, ask everything, write it down."""
    with tempfile.TemporaryDirectory(prefix="timeline-examples-", dir="/tmp") as home:
        settings = Settings(home=Path(home), fetch=True, fetch_contact="desk@ledger.example")
        found = database.open(settings)
        try:
            database.upgrade(found)
            secret = keys.create(found, "desk", ["admin"], datetime.now(UTC))
            recorder = Recorder(create_app(settings, found).test_client(), secret)
            load(recorder)
            worker.drain(found, settings)
            for step in (correct, decide, read, refuse):
                step(recorder)
        finally:
            found.close()
    document.FILE.write_text(json.dumps(recorder.found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(recorder: Recorder) -> None:
    """The articles, one by one and as a job; a feed."""
    made = {"slug": "mill", "title": "The mill", "about": "How the paper mill in Ystad closed"}
    recorder.ask("post_collection", f"POST {ADMIN}/collections", made | {"zone": SHARED["zone"]})
    one, many = f"POST {ADMIN}/articles", f"POST {ADMIN}/articles?collection=mill&source=Northern+Wire"
    for body in (LEDGER, LEDGER, COURIER, COURIER | MARCHED):
        recorder.ask("post_article", one, body)
    recorder.ask("post_article", many, LINES, Content_Type=NDJSON)
    recorder.found["post_article"]["bodies"][CSV] = TABLE
    feed = {"collection": "mill", "url": "https://courier.example/feed.xml", "source": "Town Courier"}
    for _ in range(2):
        recorder.ask("post_feed", f"POST {ADMIN}/feeds", feed)
    recorder.ask("get_feeds", f"GET {ADMIN}/feeds?collection=mill")
    recorder.ask("delete_feed", f"DELETE {ADMIN}/feeds?collection=mill&url=https%3A%2F%2Fcourier.example%2Ffeed.xml")


def correct(recorder: Recorder) -> None:
    """What was loaded wrongly; jobs."""
    article = f"{API}/articles/courier?collection=mill"
    seen = recorder.ask("get_article", f"GET {article}").headers["ETag"]
    said = {"published": "2024-11-06", "why": "as on the front page"}
    recorder.ask("patch_article", f"PATCH {ADMIN}/articles/courier?collection=mill", said, If_Match=seen)
    owner = {"collection": "mill", "name": "Town Courier", "owner": "Ystad Press", "why": "the imprint"}
    recorder.ask("patch_source", f"PATCH {ADMIN}/sources", owner)
    job = recorder.ask("get_jobs", f"GET {ADMIN}/jobs?limit=1").json["jobs"][0]["id"]
    recorder.ask("get_job", f"GET {ADMIN}/jobs/{job}")
    recorder.ask("get_problems", f"GET {ADMIN}/jobs/{job}/problems")
    waiting = recorder.client.post(
        f"{ADMIN}/articles?collection=mill", data=TABLE, headers=recorder.key | {"Content-Type": CSV}
    )
    recorder.ask("delete_job", f"DELETE {ADMIN}/jobs/{waiting.get_json()['id']}")


def decide(recorder: Recorder) -> None:
    """What people say of events."""
    event = recorder.ask("get_events", f"GET {API}/collections/mill/events?q=fire&limit=1").json["events"][0]["id"]
    said = {"kind": "redate", "events": [event], "date": "2024-10-11", "why": "the log of the fire brigade"}
    recorder.ask("post_decision", f"POST {ADMIN}/decisions", said)
    dry = f"POST {ADMIN}/decisions?dry_run=true"
    recorder.ask("post_decision", dry, said)
    recorder.ask("get_decisions", f"GET {ADMIN}/decisions?limit=1")
    number = recorder.found["get_decisions"]["answers"]["200"]["decisions"][0]["id"]
    recorder.ask("get_decision", f"GET {ADMIN}/decisions/{number}")
    recorder.ask("delete_decision", f"DELETE {ADMIN}/decisions/{number}")


def read(recorder: Recorder) -> None:
    """The reading half."""
    recorder.ask("get_collections", f"GET {API}/collections")
    recorder.ask("get_collection", f"GET {API}/collections/mill")
    for view in ("contradictions", "undated", "articles"):
        recorder.ask(f"get_{view}", f"GET {API}/collections/mill/{view}?limit=1")
    recorder.ask("get_entities", f"GET {API}/collections/mill/entities?limit=2")
    recorder.ask("get_facets", f"GET {API}/collections/mill/facets?most=2")
    recorder.ask("get_sources", f"GET {API}/collections/mill/sources")
    event = recorder.found["get_events"]["answers"]["200"]["events"][0]["id"]
    recorder.ask("get_event", f"GET {API}/events/{event}")
    recorder.ask("explain_event", f"GET {API}/events/{event}/explain")
    recorder.ask("get_expressions", f"GET {API}/articles/ledger/expressions?collection=mill")
    recorder.ask("get_revisions", f"GET {API}/articles/courier/revisions?collection=mill")
    recorder.ask("get_changes", f"GET {API}/articles/courier/revisions/2/changes?collection=mill")


def refuse(recorder: Recorder) -> None:
    """A problem, as every operation may answer."""
    recorder.found["problem"] = recorder.client.get(f"{API}/collections/mill/events?from=soon").get_json()


if __name__ == "__main__":
    main()
