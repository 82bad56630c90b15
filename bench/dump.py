"""A dump of many short articles, loaded by one uninterrupted `timeline load`: memory of every process, and speed.

    python -m bench.dump                       100,000 articles, read by the command itself
    python -m bench.dump --jobs 2              read by two workers beside it
    python -m bench.dump --articles 2000       to see how it goes

The articles are made up: 10,000 stories over twenty years, told by forty outlets in sentences put together from lists
of words. The file is written as a stream and lies, with the database, in a folder that is gone afterwards.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import text

from bench.loading import home, opened, write
from timeline.services.database import Database

SLUG: Final = "dump"
ASKED: Final = 1024
"""Megabytes that a process may have at most."""
_FIRST: Final = date(2004, 1, 5)
_DAYS: Final = 20 * 365
_A_STORY: Final = 10
"""Articles that tell one story."""
_LOOK: Final = 0.5
_TELL: Final = 60.0
"""Seconds between two looks at the processes, and between two lines of the report."""
_MEGABYTE: Final = 1024
_OUTLETS: Final = 40
_SYLLABLES: Final = [a + b for a in ("b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "st", "t", "v") for b in
                     ("al", "an", "ar", "el", "en", "er", "il", "in", "ol", "or", "un", "ur")]  # fmt: skip
_ENDINGS: Final = ("ham", "ton", "vik", "berg", "field", "sund", "mere", "dale", "ford", "wick")
_BODIES: Final = (
    "council", "museum", "university", "shipyard", "hospital", "brewery", "orchestra", "refinery", "airline",
    "court", "parish", "cooperative", "laboratory", "railway", "theatre", "bakery", "harbour", "bank", "academy",
    "foundry", "vineyard", "observatory", "library", "quarry", "garrison", "monastery", "newspaper", "insurer",
    "choir", "zoo", "sawmill", "dairy", "embassy", "union", "ministry", "regiment", "club", "tannery", "nursery",
    "parliament",
)  # fmt: skip
_VERBS: Final = (
    "bought", "sold", "closed", "opened", "repaired", "inspected", "abandoned", "renamed", "flooded", "rented",
    "restored", "demolished", "fenced", "painted", "sealed", "searched", "auctioned", "insured", "moved", "widened",
    "mapped", "praised", "defended", "banned", "taxed", "photographed", "cleaned", "guarded", "excavated",
    "surveyed", "pledged", "returned", "measured", "blessed", "donated", "copied", "leased", "blocked", "unveiled",
    "raided", "dismantled", "occupied", "cordoned", "evacuated", "expropriated", "refurbished", "shuttered",
)  # fmt: skip
_THINGS: Final = (
    "bridge", "pier", "archive", "tunnel", "tower", "orchard", "canal", "market", "statue", "ferry", "dam",
    "warehouse", "lighthouse", "chapel", "pipeline", "stadium", "greenhouse", "cemetery", "windmill", "school",
    "barracks", "reservoir", "turbine", "aqueduct", "ballroom", "clinic", "garage", "bell", "vault", "kiln",
    "tollbooth", "tramway", "hangar", "pasture", "silo", "cellar", "organ", "sundial", "fresco", "dockyard",
    "promenade", "velodrome", "carousel", "fountain", "marina", "planetarium", "gasworks", "icebreaker", "telescope",
)  # fmt: skip
_ASIDES: Final = (
    "{person} gave no reason.",
    "Neighbours in {place} had heard nothing of it.",
    "{person} and {other} called it a good day for {place}.",
    "About {number} people came from {other} to watch.",
    "It cost {number} million euros, {person} told {other}.",
    "Nobody in {other} wanted to speak of the {thing}.",
    "{person} had asked {other} for a {thing} instead.",
)

Article = dict[str, Any]


class Story:
    """Who and what a story is about, and what is done in it, day after day."""

    def __init__(self, number: int) -> None:
        self._draw = random.Random(number)
        self.first = _FIRST + timedelta(days=self._draw.randrange(_DAYS))
        self.place, self.other = self._name(), self._name()
        self.people = [f"{_name(self._draw)} {self._name()}" for _ in range(3)]
        self.who = (*self.people, f"The {self.place} {self._draw.choice(_BODIES)}")
        self.deeds = [self._deed() for _ in range(_A_STORY + 1)]

    def told(self, at: int, draw: random.Random) -> tuple[date, str]:
        """A day, and what is written on it: what was done on the day before, and two days earlier, and an aside."""
        day = self.first + timedelta(days=2 * at)
        before, last = self.deeds[at : at + 2]
        words = {
            "place": self.place,
            "person": draw.choice(self.people),
            "other": self.other,
            "number": draw.randint(2, 90),
        }
        aside = draw.choice(_ASIDES).format(**words, thing=draw.choice(_THINGS))
        return day, f"{last} yesterday. {before} on {day - timedelta(days=3):%A}. {aside}"

    def _deed(self) -> str:
        who, verb, thing = map(self._draw.choice, (self.who, _VERBS, _THINGS))
        return f"{who} {verb} the {self._name()} {thing} in {self.place}"

    def _name(self) -> str:
        return _name(self._draw) + self._draw.choice(_ENDINGS)


def articles(wanted: int) -> Iterator[Article]:
    """So many articles, the stories of a time mixed."""
    draw, stories = random.Random(1), range(-(-wanted // _A_STORY))
    for number in range(wanted):
        at, story = divmod(number, len(stories))
        day, told = Story(story).told(at, draw)
        outlet = f"The {_name(random.Random(draw.randrange(_OUTLETS)))} Times"
        yield {"id": f"a{number:06}", "source": outlet, "published": day.isoformat(), "text": told}


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=2)).capitalize()


@dataclass(slots=True)
class Watched:
    """The most memory that each process below one has had, in megabytes, by its number; and what it is."""

    root: int
    peaks: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def look(self) -> None:
        """Note the peaks of the processes that there are."""
        for number in _below(self.root):
            found = _peak(number)
            if found:
                self.peaks[number] = found
                self.names[number] = "the command" if number == self.root else "a worker"

    def __str__(self) -> str:
        return ", ".join(f"{self.names[number]} {peak} MB" for number, peak in sorted(self.peaks.items()))


def _below(root: int) -> Iterator[int]:
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = task.read_text("utf-8").split()
        except OSError:  # It has ended meanwhile.
            continue
        for child in children:
            yield from _below(int(child))


def _peak(number: int) -> int:
    """The most memory that a process has had; none where it has ended."""
    try:
        lines = Path(f"/proc/{number}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // _MEGABYTE for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    """Write the dump, load it, and say what that took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=1)
    wanted = parser.parse_args()
    with home() as folder, opened(folder) as found:
        file = folder / "dump.ndjson"
        with file.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(article) + "\n" for article in articles(wanted.articles))
        write(f"{wanted.articles} articles, {file.stat().st_size / 1e6:.1f} MB of NDJSON, --jobs {wanted.jobs}")
        run(found, file, wanted.articles, wanted.jobs)


def run(found: Database, file: Path, total: int, jobs: int) -> None:
    """Load a file by the command, in processes of its own, and watch these."""
    address = found.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "timeline", "load", str(file), "--collection", SLUG, "--jobs", str(jobs)]
    begun = told = time.monotonic()
    with subprocess.Popen(command, env={**os.environ, "TIMELINE_DATABASE_URL": address}) as process:
        watched = Watched(process.pid)
        while process.poll() is None:
            watched.look()
            if time.monotonic() - told > _TELL:
                told = time.monotonic()
                write(f"{told - begun:6.0f} s: {_stands(found)}; {watched}")
            time.sleep(_LOOK)
    took = time.monotonic() - begun
    write(f"exit {process.returncode} after {took:.0f} s, {total / took:.1f} articles a second; {_stands(found)}")
    write(f"peak memory: {watched} (asked: each under {ASKED} MB)")


def _stands(found: Database) -> str:
    """How far the load is."""
    counted = {name: f"(SELECT count(*) FROM {name})" for name in ("articles", "readings", "events")}
    counted["stories"] = "(SELECT count(DISTINCT story) FROM stories)"
    with found.begin() as session:
        values = session.execute(text(f"SELECT {', '.join(counted.values())}")).one()
    return ", ".join(f"{value} {name}" for name, value in zip(counted, values, strict=True))


if __name__ == "__main__":
    main()
