"""The dates that a page states, kept with its article, move to another zone as if the page were read there."""

from datetime import UTC, datetime

import pytest

from tests.heads import SPLITS, Head, load
from timeline.core.article import Candidate
from timeline.ingest.heads import kept
from timeline.ingest.page_dates import candidates

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ZONES = ("UTC", "America/New_York", "Asia/Tokyo")
HEADS = [head for split in SPLITS for head in load(split)]


def stated(html: str, zone: str, url: str = "", headers: dict[str, str] | None = None) -> tuple[Candidate, ...]:
    """What a page states, read by a zone."""
    return tuple(map(kept.candidate, candidates(html, url, headers, zone, now=NOW)))


def meta(*dates: str) -> str:
    return "".join(f'<meta property="article:published_time" content="{date}">' for date in dates)


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
def test_moving_the_dates_of_a_page_gives_what_reading_it_there_gives(head: Head) -> None:
    there = {zone: stated(head.html, zone, head.url, dict(head.headers)) for zone in ZONES}
    for zone in ZONES:
        for other in ZONES:
            assert kept.seen_from(there[zone], other) == there[other]


@pytest.mark.parametrize(
    "html",
    [
        meta("2024-11-05T05:00:00Z"),
        meta("2024-11-05T15:00Z"),
        meta("2024-11-05T00:00:00Z"),
        meta("1730782800"),
        meta("2024-11-05", "2024-11-06T03:00:00Z"),
        meta("2024-11-05T14:05", "2027-11-05T14:05:00Z"),
        "",
    ],
)
def test_what_is_midnight_somewhere_is_a_day_only_there(html: str) -> None:
    there = {zone: stated(html, zone, "https://a.example/", {"last-modified": "Tue, 05 Nov 2024 05:00:00 GMT"})
             for zone in ZONES}  # fmt: skip
    for zone in ZONES:
        for other in ZONES:
            assert kept.seen_from(there[zone], other) == there[other]


def test_candidates_that_were_kept_without_a_rank_keep_their_order() -> None:
    found = stated(meta("2024-11-05T05:00:00Z") + "<time datetime=2024-11-01>1 November</time>", "UTC")
    old = [Candidate(one.interval, one.trust, (one.derivation[0],)) for one in found]
    assert [one.trust for one in kept.seen_from(old, "Asia/Tokyo")] == [one.trust for one in old]
