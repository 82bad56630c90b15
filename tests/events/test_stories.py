"""Articles that are linked by their words are of one story, whatever else is there and in whatever order they came."""

import random
from itertools import accumulate
from typing import Final

import pytest

from tests.builders import a_day, a_mention
from tests.readings import named
from timeline.core.interval import UNKNOWN, Interval
from timeline.core.profile import Gist
from timeline.events import stories

HARBOUR: Final = (
    "Anna Berg closed the port of Bergen on Monday. Dock workers had blocked the ferry Alma, and the strike went on.",
    "Dock workers in Bergen went on strike. The ferry Alma lay in the port, and Anna Berg met the union on Monday.",
    "The strike in the port of Bergen ended. Anna Berg thanked the union, and the ferry Alma left for Oslo.",
)
COMET: Final = (
    "Astronomers at Lindau found a comet near Jupiter. The telescope Kestrel photographed its tail in March.",
    "The comet passed Jupiter, astronomers at Lindau said. The telescope Kestrel followed its tail until it faded.",
)


def gist(text: str, day: Interval = UNKNOWN) -> Gist:
    return Gist(stories.words(named(text)), day)


BOTH: Final = {f"a{i}": gist(text) for i, text in enumerate((*HARBOUR, *COMET))}


def test_two_subjects_are_two_stories() -> None:
    assert stories.split(BOTH) == [["a0", "a1", "a2"], ["a3", "a4"]]


def test_an_article_that_reports_nothing_is_a_story_of_its_own() -> None:
    assert stories.split({**BOTH, "a9": gist("")}) == [["a0", "a1", "a2"], ["a3", "a4"], ["a9"]]


def test_nothing_has_no_stories() -> None:
    assert stories.split({}) == []


def test_what_is_told_much_later_must_be_more_alike() -> None:
    crane = "The port of Bergen got a new crane. Tom Holm showed the union the plans, and Anna Berg opened it."
    for year, count in (("2024", 1), ("2184", 2)):
        told = {"a": gist(HARBOUR[0], a_day("2024-11-05")), "b": gist(crane, a_day(f"{year}-11-06"))}
        assert len(stories.split(told)) == count


def test_thousands_of_short_articles_with_words_of_their_own_are_as_many_stories() -> None:
    mentions = {f"a{n:04}": a_mention(stems={f"{n}a", f"{n}b", f"{n}c"}) for n in range(3000)}
    told = {article: Gist(stories.words([mention]), UNKNOWN) for article, mention in mentions.items()}
    assert len(stories.split(told)) == 3000


@pytest.mark.parametrize("seed", range(20))
def test_stories_are_the_same_in_every_order_of_arrival(seed: int) -> None:
    order = random.Random(seed).sample(sorted(BOTH), len(BOTH))
    known: dict[str, str] = {}
    for arrived in accumulate([[article] for article in order]):
        there = {article: BOTH[article] for article in arrived}
        known |= stories.regrouped(known, there, {arrived[-1]})
    assert known == stories.regrouped({}, BOTH, BOTH)


def test_an_article_more_concerns_only_the_story_that_it_joins() -> None:
    known = stories.regrouped({}, BOTH, BOTH)
    more = gist("Anna Berg told the union in Bergen that the port would stay closed after the strike.")
    assert stories.regrouped(known, {**BOTH, "a7": more}, {"a7"}) == dict.fromkeys(("a0", "a1", "a2", "a7"), "a0")


def test_two_stories_that_an_article_links_become_one_and_fall_apart_without_it() -> None:
    known = stories.regrouped({}, BOTH, BOTH)
    link = {**BOTH, "a7": gist(HARBOUR[0] + " " + COMET[0])}
    joined = stories.regrouped(known, link, {"a7"})
    assert joined == dict.fromkeys(link, "a0")
    assert stories.regrouped(joined, BOTH, {"a7"}) == known


def test_a_story_goes_by_its_first_article_that_is_left() -> None:
    known = stories.regrouped({}, BOTH, BOTH)
    left = {article: found for article, found in BOTH.items() if article != "a0"}
    assert stories.regrouped(known, left, {"a0"}) == {"a1": "a1", "a2": "a1"}
