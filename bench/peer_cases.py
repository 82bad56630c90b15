"""Other projects' own test cases, read into one form. What each file's cases say:

chrono.en            the fields of the first moment and, for ranges, of the last one, that chrono gives; nothing in
                     negative cases. A case without a reference instant gets PLAIN. chrono fills in the hour of the
                     reference, or noon: neither is compared where the text names no time of day.
dateparser.search    the moments of search_dates; without a value the test's name tells whether something is to be
                     found, nothing is to be found, or the case says nothing for us.
duckling.time.en     a moment at a grain, an interval whose end is excluded, or an interval that is open on one side.
recognizers.*        TIMEX3 values (two for a range), and the past and the future reading of an undecided date.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

PEERS: Final = Path(__file__).parents[2] / "shared" / "bench" / "peer_cases"
PLAIN: Final = "2020-01-01T12:00:00"
FIELDS: Final = ("year", "month", "day", "hour", "minute", "second")
_GRAINS: Final = {"year": 1, "quarter": 2, "month": 2, "week": 3, "day": 3, "hour": 4, "minute": 5, "second": 6}
_SAYS: Final = {"test_search_date_string": True, "test_date_search_function": False}
_CLOCK: Final = re.compile(r"noon|midday|midnight|\d ?[ap]\.?m|:\d|hour|hr|minute|min|second", re.IGNORECASE)
_DUCKLING_ZONE: Final = "Etc/GMT+2"

Moment = tuple[int | None, ...]
"""Year to second; None where the case does not say."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expected result: any of these first moments, with this last one; or these values; or an open side."""

    firsts: tuple[Moment, ...] = ()
    last: Moment | None = None
    future: Moment | None = None
    values: tuple[str, ...] = ()
    grain: str = ""
    side: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, when it is read, and what is to be found: wanted is empty where nothing is, and present says only that
    something is."""

    id: str
    file: str
    text: str
    published: datetime
    zone: str
    wanted: tuple[Wanted, ...]
    present: bool
    holiday: bool = False
    settings: bool = False


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file that say something."""
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        family = path.name.split(".", 1)[0]
        if case := _READERS[family](raw, path.name.removesuffix(".jsonl")):
            yield case


def _moment(text: str | None, count: int = 6) -> Moment | None:
    if text is None:
        return None
    head, _, clock = text.strip().removesuffix("Z").partition("T")
    sign = -1 if head.startswith("-") else 1
    year, month, day = (int(part) for part in head.lstrip("-").split("-"))
    parts = [sign * year, month, day, *(int(float(part)) for part in clock.split(":") if part)]
    return tuple(part if at < count else None for at, part in enumerate([*parts, 0, 0, 0][:6]))


def _chrono(raw: dict[str, Any], file: str) -> Case:
    at = datetime.fromisoformat((raw["ref"] or PLAIN)[:19])
    special = bool(raw.get("options") or raw["tz"]) or raw["mode"] not in {"custom", "casual"}
    wanted = tuple(
        Wanted(firsts=(first,), last=_chrono_moment(each.get("to"), raw["text"], at), text=each["text"] or "")
        for each in raw["expect"]
        if (first := _chrono_moment(each["from"], raw["text"], at))
    )
    return Case(raw["id"], file, raw["text"], at, "UTC", wanted, present=bool(raw["n"]), settings=special)


def _chrono_moment(parts: dict[str, Any] | None, text: str, at: datetime) -> Moment | None:
    if not parts:
        return None
    certain = parts.get("certain", {})
    moment: Moment | None = tuple(parts.get(name) if certain.get(name, True) else None for name in FIELDS)
    if moment and all(part is None for part in moment):
        moment = _moment(parts["date"][:19]) if "date" in parts else None
    if moment and moment[3] in {12, at.hour} and not _CLOCK.search(text):
        return *moment[:3], None, None, None
    return moment


def _dateparser(raw: dict[str, Any], file: str) -> Case | None:
    expect, says = raw["expect"], _SAYS.get(raw["test"])
    if expect is None and says is None:
        return None
    special = bool(set(raw["settings"] or ()) - {"RELATIVE_BASE"})
    at = datetime.fromisoformat(raw["ref"] or PLAIN)
    wanted = tuple(Wanted(firsts=(first,), text=each[0]) for each in expect or () if (first := _moment(each[1][:19])))
    present = bool(wanted) or bool(expect is None and says)
    return Case(raw["id"], file, raw["text"], at, "UTC", wanted, present=present, settings=special)


def _duckling(raw: dict[str, Any], file: str) -> Case:
    expect = raw["expect"]
    at = datetime.fromisoformat(raw["ref"])
    wanted = (_duckling_wanted(expect),) if expect else ()
    holiday = bool(expect) and "Holiday" in expect["raw"]
    special = raw["section"] in {"latentCorpus", "diffCorpus"}
    present = bool(expect)
    return Case(
        raw["id"], file, raw["text"], at, _DUCKLING_ZONE, wanted, present=present, holiday=holiday, settings=special
    )


def _duckling_wanted(expect: dict[str, Any]) -> Wanted:
    count, side = _GRAINS[expect["grain"]], expect["kind"].removeprefix("open")
    first = _moment(expect.get("start") or expect.get("value"), count)
    if side in {"after", "before"}:
        return Wanted(firsts=(first,) if first else (), side=side, grain=expect["grain"])
    return Wanted(firsts=(first,) if first else (), last=_moment(expect.get("end"), count), grain=expect["grain"])


def _recognizers(raw: dict[str, Any], file: str) -> Case:
    at = datetime.fromisoformat((raw["ref"] or PLAIN)[:19])
    wanted = tuple(_recognizers_wanted(each, at) for each in raw["expect"])
    holiday = "Holiday" in file
    return Case(raw["id"], file, raw["text"], at, "UTC", wanted, present=bool(wanted), holiday=holiday)


def _recognizers_wanted(each: dict[str, Any], at: datetime) -> Wanted:
    timex3 = each["timex3"] or []
    values = tuple(one["value"] for one in (timex3 if isinstance(timex3, list) else [timex3]))
    past, future = (_recognized(each.get(name) or {}, at) for name in ("past", "future"))
    first, last = past
    return Wanted((first,) if first else (), last, future[0], values, text=each["text"])


def _recognized(parts: dict[str, str], at: datetime) -> tuple[Moment | None, Moment | None]:
    """First and last moment of a resolution: a day, days, or clock times on the day of reading."""
    if "startTime" in parts:
        clocks = (f"{at.date()}T{parts[name]}" for name in ("startTime", "endTime"))
        first, last = (_moment(clock) for clock in clocks)
        return first, last
    return _moment(parts.get("date") or parts.get("startDate"), 3), _moment(parts.get("endDate"), 3)


_READERS: Final = {"chrono": _chrono, "dateparser": _dateparser, "duckling": _duckling, "recognizers": _recognizers}
