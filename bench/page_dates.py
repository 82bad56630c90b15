"""The dates of saved pages: the first candidate beside htmldate's answer, on the same invented heads in one run."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from htmldate import find_date

from tests.heads import SPLITS, Head, load
from timeline.core import edtf
from timeline.ingest import page_dates
from timeline.ingest.heads.found import Found

NONE: Final = "none"
_DAY: Final = len("2024-11-05")
_MINUTE: Final = len("2024-11-05T14:05")


Row = tuple[Head, tuple[str, str]]
"""A page, and the answers to it: ours, and htmldate's."""


def candidates(head: Head) -> tuple[Found, ...]:
    """What the service finds."""
    return page_dates.candidates(head.html, head.url, dict(head.headers), head.zone)


def ours(head: Head) -> str:
    """The first candidate in EDTF, to the minute."""
    found = candidates(head)
    return edtf.write(found[0].interval)[: _MINUTE + len("../")] if found else NONE


def theirs(head: Head) -> str:
    """What htmldate finds when it searches all it can for the first publication; its midnight is a day."""
    form = "%Y-%m-%dT%H:%M:%S%z"
    found = find_date(head.html, extensive_search=True, original_date=True, url=head.url, outputformat=form)
    if not found:
        return NONE
    moment = datetime.fromisoformat(found)
    if moment.time() == time():
        return found[:_DAY]
    return (moment.astimezone(ZoneInfo(head.zone)) if moment.tzinfo else moment).isoformat()[: len(found)]


def day(answer: str) -> str:
    """The day of an answer; an upper bound is none."""
    return NONE if answer.startswith("..") else answer[:_DAY]


def minute(answer: str) -> str:
    """The answer without seconds."""
    return answer[: _MINUTE + (len("../") if answer.startswith("..") else 0)]


def answered(head: Head) -> Row:
    """A page with both answers."""
    return head, (ours(head), theirs(head))


def right(rows: list[Row], by: int, part: Callable[[str], str]) -> float:
    """The share of pages whose answer has the right day or minute."""
    return sum(part(answers[by]) == part(head.answer) for head, answers in rows) / len(rows)


def write(line: str) -> None:
    """A line of the report."""
    sys.stdout.write(line + "\n")


def report(*, errors: bool) -> None:
    """A line for each split: who is right about the day, and who about all that the page says."""
    write(
        f"{'split':12} {'pages':>5} {'day, ours':>10} {'htmldate':>10} {'minute and zone, ours':>22} {'htmldate':>10}"
    )
    rows = {split: [answered(head) for head in load(split)] for split in SPLITS}
    everything = [row for found in rows.values() for row in found]
    for split, found in [*rows.items(), ("all", everything)]:
        days, minutes = ([right(found, by, part) for by in (0, 1)] for part in (day, minute))
        write(f"{split:12} {len(found):5} {days[0]:10.3f} {days[1]:10.3f} {minutes[0]:22.3f} {minutes[1]:10.3f}")
    for head, (own, other) in everything if errors else []:
        if minute(own) != head.answer or day(other) != day(head.answer):
            write(f"{head.name:34} is {head.answer:18} ours {own:18} htmldate {other}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="the pages that one of the two does not know")
    report(errors=parser.parse_args().errors)


if __name__ == "__main__":
    main()
