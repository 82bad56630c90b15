"""Key dates beside those that editors chose: Date F1 on ../shared/bench/timelines, and how loading grows.

    python -m bench.timelines                      every timeline through the service, in a database of its own
    python -m bench.timelines --topic h1n1 --memory  without a database: what is read and derived is the same
    python -m bench.timelines --growth 8000        seconds for each thousand articles in one collection

Rules were chosen on the topics finan and h1n1; bpoil, egypt and haiti were only reported on.
"""

import argparse
import json
import resource
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

from bench import resolver
from bench.loading import WHOLE, fresh, load, stages, write
from bench.reading import MEGABYTE, Clock
from timeline.chronology import key_dates
from timeline.chronology.publication import Page
from timeline.core import edtf
from timeline.core.event import Event
from timeline.core.line import TimelineQuery
from timeline.core.outline import Outline
from timeline.events import mentions, profiles, traces
from timeline.ingest import dates
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services import timelines
from timeline.services.database import Database
from timeline.services.derive import Read, derive

FOLDER: Final = Path(__file__).parents[2] / "shared" / "bench" / "timelines"
ASKED: Final = 0.74
COUNTED: Final = 0.736
"""What the simplest count of articles that mention a day reaches on all eleven."""
_THOUSAND: Final = 1000

Articles = list[dict[str, Any]]


def main() -> None:
    """Score the timelines, or measure growth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--topic", action="append", help="only this topic; may be repeated")
    parser.add_argument("--limit", type=int, help="at most so many articles for each timeline, spread over its span")
    parser.add_argument("--memory", action="store_true", help="without a database")
    parser.add_argument("--growth", type=int, metavar="N", help="load N articles into one collection, by thousands")
    wanted = parser.parse_args()
    articles, gold = (
        [one for one in resolver.load(FOLDER / name) if not wanted.topic or one["topic"] in wanted.topic]
        for name in ("articles.jsonl", "timelines.jsonl")
    )
    if wanted.growth:
        growth(articles, wanted.growth)
        return
    answers = in_memory(gold, articles, wanted.limit) if wanted.memory else served(gold, articles, wanted.limit)
    report(gold, list(answers))


def dates_of(timeline: dict[str, Any]) -> list[str]:
    """The days that an editor chose, in order."""
    return sorted({entry["date"] for entry in timeline["entries"] if entry["sents"]})


def inside(timeline: dict[str, Any], articles: Articles, limit: int | None) -> Articles:
    """The articles of a timeline's topic that were published in its span; with a limit, every so many-th of them."""
    first, *_, last = dates_of(timeline)
    found = [a for a in articles if a["topic"] == timeline["topic"] and first <= a["published"][:10] <= last]
    return found if not limit or len(found) <= limit else found[:: -(-len(found) // limit)]


def query(slug: str, timeline: dict[str, Any]) -> TimelineQuery:
    """What is asked of a timeline's collection: its span."""
    first, *_, last = dates_of(timeline)
    return TimelineQuery(slug, edtf.read(f"{first}/{last}"))


def served(gold: Sequence[dict[str, Any]], articles: Articles, limit: int | None) -> Iterator[list[Event]]:
    """The key events of each timeline, from a collection of its own."""
    with fresh() as found:
        for number, timeline in enumerate(gold):
            yield _served(found, f"t{number}", timeline, inside(timeline, articles, limit))


def _served(found: Database, slug: str, timeline: dict[str, Any], articles: Articles) -> list[Event]:
    clock = Clock()
    load(found, slug, articles, clock)
    with clock.timing("top"):
        page = timelines.top(found, query(slug, timeline), len(dates_of(timeline)))
    write(f"{timeline['timeline_id']}: {len(articles)} articles, {stages(clock)}; top {clock.wall['top']:.2f} s")
    return list(page.events)


def in_memory(gold: Sequence[dict[str, Any]], articles: Articles, limit: int | None) -> Iterator[list[Event]]:
    """The same without a database; an article is read once however many timelines have it."""
    known: dict[str, Read] = {}
    for timeline in gold:
        own = inside(timeline, articles, limit)
        known |= {one.page.article: one for one in readings([a for a in own if a["id"] not in known])}
        read = [known[name] for name in sorted(article["id"] for article in own)]
        derived = derive(read)
        pairs = zip(read, derived.publications, strict=True)
        appeared = {one.page.article: published.interval for one, published in pairs}
        within = query("", timeline).within
        events = [e for e in derived.events if within and e.date.dated and e.date.interval.overlaps(within)]
        of = dict(zip(map(Outline.of, events), events, strict=True))
        yield [of[key.outline] for key in key_dates.choose(tuple(of), appeared, len(dates_of(timeline)), within)]


def readings(articles: Articles) -> Iterator[Read]:
    """What each article says, without a database."""
    for article, sentences in zip(articles, pipeline.analyse_all([a["text"] for a in articles]), strict=True):
        expressions = read_time(article["text"]).expressions
        told = mentions.find(sentences, expressions)
        given, marks = dates.published(article["published"], "UTC"), imprint.find(article["text"])
        page = Page(article["id"], article["text"], "UTC", given, expressions, marks)
        named = (*told, *traces.find(sentences, expressions, told))
        yield Read(page, article["source"] or "", named, profiles.of(article["text"], named))


def report(gold: Sequence[dict[str, Any]], answers: Iterable[Sequence[Event]]) -> None:
    """Date F1 of each timeline and of all, as score.py counts it, beside what is asked for."""
    scorer = resolver.scorer(FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        wanted, system = Path(folder, "timelines.jsonl"), Path(folder, "system.ndjson")
        wanted.write_text("".join(json.dumps(timeline) + "\n" for timeline in gold), "utf-8")
        rows = (_row(timeline, events) for timeline, events in zip(gold, answers, strict=True))
        system.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        found = scorer.score(wanted, system)
    write(f"{'timeline':66} {'k':>3} {'P':>6} {'R':>6}")
    for one in found["timelines"]:
        write(f"{one['timeline_id']:66} {one['dates']:3} {one['P']:6.3f} {one['R']:6.3f}")
    write(f"Date F1 {found['date_f1']:.3f} of {len(gold)} timelines; asked of all eleven {ASKED}, known {COUNTED}")


def _row(timeline: dict[str, Any], events: Sequence[Event]) -> dict[str, Any]:
    entries = [{"date": edtf.write(event.date.interval)[:10], "text": event.text} for event in events]
    return {"timeline_id": timeline["timeline_id"], "entries": entries}


def growth(articles: Articles, wanted: int) -> None:
    """Seconds and memory for each thousand articles more in one collection, the topics repeated under new ids."""
    more = ({**article, "id": f"{turn}/{article['id']}"} for turn in count() for article in articles)
    with fresh() as found:
        for done in range(0, wanted, _THOUSAND):
            clock = Clock()
            load(found, "growth", list(islice(more, min(_THOUSAND, wanted - done))), clock)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
            used = f"of them {clock.used[WHOLE]:.1f} s of this process's CPU; peak memory {peak:.0f} MB"
            write(f"{min(done + _THOUSAND, wanted)} articles: {stages(clock)}, {used}")


if __name__ == "__main__":
    main()
