"""The seeds' own gold: how much of what a careful reader expects is on the timeline, and how little else."""

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.quality import gold
from tests.readings import read
from timeline.core.event import Event
from timeline.services.derive import Read, derive

SEEDS = Path(__file__).parents[2] / "seeds"
FLOORS: dict[str, dict[str, int]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
STORIES = sorted(FLOORS)


@cache
def timeline(story: str) -> tuple[Event, ...]:
    """The events that follow from a story's files; the later file of an id replaces the earlier."""
    articles: dict[str, Read] = {}
    for path in sorted((SEEDS / story).glob("[0-9]*.json")):
        found = json.loads(path.read_text("utf-8"))
        published = found.get("published")
        articles[found["id"]] = read(found["id"], found["text"], published, found["source"], found.get("zone", "UTC"))
    return derive(list(articles.values())).events


@cache
def matches(story: str) -> tuple[gold.Match, ...]:
    return gold.match(gold.read(SEEDS / story), timeline(story))


def missed(story: str) -> dict[str, list[str]]:
    """What is not found, not dated and not merged of the expected events, a line for each."""
    expected = [match for match in matches(story) if match.gold.expected]
    return {
        "found": [m.gold.event for m in expected if not m.found],
        "dated": [f"{m.gold.event}: {_date(m)}, not {sorted(m.gold.dates)}" for m in expected if not m.dated],
        "merged": [f"{m.gold.event}: lacks {sorted(_lacks(m))}" for m in expected if not m.merged],
        "right": [m.gold.event for m in expected if not (m.dated and m.merged)],
    }


def _date(match: gold.Match) -> str:
    return gold.edtf_of(match.event) or "undated" if match.event else "nothing"


def _lacks(match: gold.Match) -> frozenset[str]:
    return match.gold.articles - ({r.article for r in match.event.reports} if match.event else set())


@pytest.mark.parametrize("kind", ["found", "dated", "merged", "right"])
@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_told_as_well_as_it_was(story: str, kind: str) -> None:
    misses = missed(story)[kind]
    number = sum(match.gold.expected for match in matches(story)) - len(misses)
    assert number >= FLOORS[story][kind], "\n".join([f"{number} {kind} in {story}; missed are:", *misses])


@pytest.mark.parametrize("story", STORIES)
def test_no_more_is_on_the_line_than_there_was(story: str) -> None:
    found = [f"{e.date.edtf} {e.title}" for e in gold.surplus(gold.read(SEEDS / story), timeline(story))]
    assert len(found) <= FLOORS[story]["surplus"], "\n".join([f"{len(found)} events of no use in {story}:", *found])


@pytest.mark.parametrize("story", STORIES)
def test_every_sentence_of_the_gold_stands_in_its_article(story: str) -> None:
    texts = {}
    for path in sorted((SEEDS / story).glob("[0-9]*.json")):
        found = json.loads(path.read_text("utf-8"))
        texts[found["id"]] = found["text"]
    quoted = [sentence for one in gold.read(SEEDS / story) for sentence in one.sentences]
    assert [(article, text) for article, text in quoted if text not in texts[article]] == []


def test_every_story_has_its_floors() -> None:
    assert sorted(path.name for path in SEEDS.iterdir() if path.is_dir()) == STORIES
