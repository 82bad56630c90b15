"""The exports for programs: JSON, NDJSON, CSV and JSON-LD, read back with their own parsers."""

import csv
import io
import json
from typing import Any

import pytest

from tests.services.exported import BASE, HOSTILE, happened, hostile, hostile_taken, taken, written
from timeline.core import edtf
from timeline.core.event import Certainty
from timeline.core.line import Match, TimelineQuery
from timeline.core.mention import Status
from timeline.ingest import formulas
from timeline.services.exports import linked
from timeline.services.exports.taken import LeftOut, Taken

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", " ")


def document(found: Taken) -> dict[str, Any]:
    """The JSON export."""
    read: dict[str, Any] = json.loads(written("json", found))
    return read


def rows(found: Taken) -> list[dict[str, str]]:
    """The CSV export, by column."""
    return list(csv.DictReader(io.StringIO(written("csv", found), newline=""), strict=True))


def test_the_json_says_what_was_asked_and_how_many_are_left_out() -> None:
    query = TimelineQuery("port", edtf.read("2024-11"), Match.MUST, entity="The Council", status=Status.OCCURRED)
    found = document(taken(happened(), query=query, left_out=LeftOut(3)))
    assert found["asked"] == {
        "from": "2024-11-01", "to": "2024-11-30", "match": "must", "entity": "The Council", "status": "occurred",
    }  # fmt: skip
    assert (found["given"], found["left_out"]) == (1, {"by_filter": 3, "undated": 0, "without_ends": 0})
    assert found["links"]["html"].startswith(f"{BASE}/collections/port?from=2024-11-01&to=2024-11-30&match=must")
    assert found["events"][0]["links"]["html"] == f"{BASE}/events/event00000000001"


def test_a_range_by_the_minute_is_asked_for_by_the_second() -> None:
    query = TimelineQuery("port", edtf.read("2024-11-05T14:05"))
    assert document(taken(query=query))["asked"] == {"from": "2024-11-05T14:05:00", "to": "2024-11-05T14:05:59"}


def test_a_range_that_is_open_has_one_end() -> None:
    assert document(taken(query=TimelineQuery("port", edtf.read("../2024"))))["asked"] == {"to": "2024-12-31"}


def test_events_without_a_date_are_marked() -> None:
    (event,) = document(taken(happened("")))["events"]
    assert (event["date"]["start"], event["date"]["precision"]) == (None, "unknown")
    (row,) = rows(taken(happened("")))
    assert (row["edtf"], row["start"], row["precision"], row["display"]) == ("", "", "unknown", "date not known")
    (item,) = json.loads(written("jsonld", taken(happened(""))))["itemListElement"]
    assert "startDate" not in item["item"]
    assert item["item"]["disambiguatingDescription"].startswith("date not known")


def test_each_line_of_ndjson_is_an_event_that_says_what_was_asked() -> None:
    query = TimelineQuery("port", source="The Courier")
    text = written("ndjson", taken(happened(), happened(number=2), query=query, left_out=LeftOut(2)))
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["id"] for line in lines] == ["event00000000001", "event00000000002"]
    assert lines[1]["export"] == {"asked": "source=The+Courier", "given": 2, "left_out": 2}


def test_a_line_of_ndjson_is_one_line_for_every_reader() -> None:
    assert len(written("ndjson", hostile_taken()).splitlines()) == 1


def test_each_row_says_what_was_asked_and_how_many_are_left_out() -> None:
    claimed = (edtf.read("2024-11-04"), edtf.read("2024-11-05"))
    event = happened("2024-11-04/2024-11-05", certainty=Certainty.DISPUTED, claimed=claimed)
    (row,) = rows(taken(event, query=TimelineQuery("port", q="port"), left_out=LeftOut(7)))
    assert (row["start"], row["end"], row["claimed"]) == ("2024-11-04", "2024-11-05", "2024-11-04 | 2024-11-05")
    assert (row["collection"], row["asked"], row["left_out"]) == ("port", "q=port", "7")
    assert (row["cited"], row["urls"], row["quotes"]) == (
        "The Courier", "https://courier.example/port", "The council voted.",
    )  # fmt: skip
    assert row["page"] == f"{BASE}/events/event00000000001"


def test_a_csv_without_events_still_has_its_header() -> None:
    assert written("csv", taken()).startswith('"id","title","status","edtf",')


def test_lines_of_csv_end_as_the_rfc_has_it() -> None:
    assert written("csv", taken(happened(), happened(number=2))).count("\r\n") == 3


def test_no_cell_is_a_formula_and_texts_come_back() -> None:
    for event in (hostile(), hostile(title="@SUM(A1)", text="+1", quote="-1")):
        (row,) = rows(taken(event))
        assert not [cell for cell in row.values() if cell.startswith(FORMULA)]
        assert (formulas.unmarked(row["title"]), formulas.unmarked(row["text"])) == (event.title, event.text)


@pytest.mark.parametrize("suffix", ["json", "ndjson", "jsonld"])
def test_hostile_texts_are_data(suffix: str) -> None:
    assert json.loads(json.dumps(HOSTILE)) == HOSTILE
    found = json.loads(written(suffix, hostile_taken()))
    event = (
        found["itemListElement"][0]["item"] if suffix == "jsonld" else found["events"][0] if suffix == "json" else found
    )
    assert HOSTILE in (event.get("text"), event.get("description"))


def test_the_linked_data_are_events_with_the_articles_that_tell_of_them() -> None:
    found = json.loads(written("jsonld", taken(happened(), happened("2024-12", 2), left_out=LeftOut(1))))
    assert (found["@context"], found["@type"], found["numberOfItems"]) == ("https://schema.org", "ItemList", 2)
    assert found["description"] == "All events were asked for. 2 events are given, 1 left out: 1 by the filter."
    assert [item["position"] for item in found["itemListElement"]] == [1, 2]
    event = found["itemListElement"][1]["item"]
    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "2024-12-01", "2024-12-31")
    assert event["about"] == [{"@type": "Organization", "name": "The Council"}]
    assert event["subjectOf"] == [
        {
            "@type": "NewsArticle",
            "headline": "The port",
            "url": "https://courier.example/port",
            "datePublished": "2024-11-06",
            "publisher": {"@type": "Organization", "name": "The Courier"},
            "abstract": "The council voted.",
        }
    ]


def test_nothing_ends_the_element_in_which_a_page_has_its_data() -> None:
    text = linked.embedded(hostile_taken())
    assert not {"<", ">", "&", "'", "\u2028"} & set(text)
    whole = json.loads(written("jsonld", hostile_taken()))["itemListElement"][0]["item"]
    (item,) = json.loads(text)["itemListElement"]
    assert item["item"].items() <= whole.items()
    assert not {"description", "subjectOf"} & set(item["item"])
