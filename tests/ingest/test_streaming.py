"""Files of many articles are read piece by piece: the first article is there before the second is read."""

import io
import json
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from tests import made_files
from timeline.errors import TooLarge
from timeline.ingest import files, streams
from timeline.ingest.limits import MEGABYTE, SMALL, Limits

RAIN = "It rained in Arnby, and the river rose. " * 100


def pieces(first: bytes, again: bytes, count: int) -> Iterator[bytes]:
    yield first
    for _ in range(count):
        yield again


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (b"", made_files.ndjson({"text": RAIN})),
        (b'[{"text": "x"}', b"," + json.dumps({"text": RAIN}).encode()),
        (b"title,text\n", f'Rain,"{RAIN}"\n'.encode()),
        (b"", b"From a@b Tue Nov  5 14:05:00 2024\n" + bytes(made_files.mail(RAIN)) + b"\n"),
        (b"", made_files.warc(("https://p.example/a", "text/plain", RAIN.encode()))),
        (made_files.tarred({"a.txt": RAIN.encode()})[:4608], made_files.tarred({"a.txt": RAIN.encode()})[:4608]),
    ],
    ids=["ndjson", "json", "csv", "mbox", "warc", "tar"],
)
def test_no_more_is_read_ahead_than_a_few_articles(first: bytes, again: bytes) -> None:
    taken = 0

    def counted() -> Iterator[bytes]:
        nonlocal taken
        for piece in pieces(first, again, 3000):
            taken += 1
            yield piece

    found, ahead = 0, 0
    for item in files.items("-", counted()):
        found += RAIN.strip() in str(item.fields.get("text"))
        ahead = max(ahead, taken - found)
    assert found in {3000, 3001}
    assert ahead < 100


def test_a_zip_is_read_from_its_file_and_not_into_memory() -> None:
    held = io.BytesIO(made_files.zipped({f"{number}.txt": RAIN.encode() for number in range(1000)}))
    assert sum(not item.problem for item in files.items("a.zip", held)) == 1000


def test_a_zip_in_a_pipe_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = made_files.zipped({"a.txt": RAIN.encode()})
    monkeypatch.setattr("timeline.ingest.containers.SMALL", len(archive) - 1)
    (found,) = files.items("-", iter([archive]))
    assert "give the file itself" in found.problem


@pytest.mark.parametrize(
    ("unpacked", "packed", "why"),
    [
        (SMALL, 1, ""),
        (SMALL + 1, 1, "only a bomb"),
        (SMALL + 1, MEGABYTE, ""),
        (201 * MEGABYTE, MEGABYTE, "more than 150 MB"),
    ],
)
def test_what_an_archive_may_hold(unpacked: int, packed: int, why: str) -> None:
    meter = streams.Meter(Limits(expanded=150 * MEGABYTE), lambda: packed)
    with pytest.raises(TooLarge, match=why) if why else nullcontext():
        meter.spend(unpacked)
