"""Events drawn at random from three stories of ../shared/bench/events, printed to be read as an editor would.

    python -m bench.drawn                       thirty events: title, date, status, sources, sentences and reasons
    python -m bench.drawn --seed 7 --count 60   others, and more of them

The stories are read and derived in memory; another seed draws other stories and other events of them.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench import resolver
from bench.loading import write
from bench.timelines import readings
from timeline.core.event import Event
from timeline.services import because
from timeline.services.derive import derive

ARTICLES: Final = Path(__file__).parents[2] / "shared" / "bench" / "events" / "articles.jsonl"
_STORIES: Final = 3


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=30)
    wanted = parser.parse_args()
    for number, (story, event) in enumerate(drawn(wanted.seed, wanted.count), start=1):
        write(f"{number}. {event.title}  (story {story})")
        for line in lines(event):
            write(f"   {line}")


def drawn(seed: int, count: int) -> list[tuple[int, Event]]:
    """So many events of three stories with the number of each one's story, by story and time; fewer where there are
    no more."""
    chance, stories = random.Random(seed), _stories()
    chosen = sorted(chance.sample(sorted(stories), _STORIES))
    events = [(story, event) for story in chosen for event in derive(list(readings(stories[story]))).events]
    picked = chance.sample(range(len(events)), min(count, len(events)))
    return [events[i] for i in sorted(picked)]


def _stories() -> dict[int, list[dict[str, Any]]]:
    """The dated articles of each story."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for article in resolver.load(ARTICLES):
        if article["published"]:
            found[article["topic"]].append(article)
    return found


def lines(event: Event) -> Iterator[str]:
    """What a reader is told of an event beside its title: when, by whom, in which words, and why then."""
    found = event.corroboration
    yield f"{event.date.edtf if event.date.dated else 'undated'}, {event.date.certainty}; {event.status}"
    yield f"{found.articles} articles, {found.sources} sources, {found.origins} origins: {_sources(event)}"
    for report in event.reports:
        yield f"{'»' if report.mention.told else '·'} [{report.source}] {' '.join(report.mention.text.split())}"
    for sentence in because.told(event):
        if sentence.text:
            yield f"because {sentence.text}"


def _sources(event: Event) -> str:
    return ", ".join(sorted({report.source or report.article for report in event.reports}))


if __name__ == "__main__":
    main()
