"""Every date of the seeds' stories, and every expression of the public corpora, follows from its derivation alone."""

from datetime import date

import pytest

from tests.bench_texts import BENCH, CORPORA, documents
from tests.corpus_lines import lines
from tests.quality.test_seeds import STORIES, timeline
from timeline import resolve
from timeline.chronology import recompute as chronology
from timeline.core.expression import Resolution
from timeline.core.recompute import recompute


def differs(found: Resolution) -> str | None:
    """What is wrong with a derivation."""
    try:
        computed = recompute(found.derivation)
    except ValueError as error:
        return f"{found}: {error}"
    return None if computed == found.interval else f"{found}: {computed}"


def all_that_differ(texts: list[tuple[str, date]]) -> list[str]:
    """Of every expression of some texts."""
    return [why for text, published in texts for found in resolve(text, published) if (why := differs(found))]


@pytest.mark.parametrize("story", STORIES)
def test_the_dates_of_a_story_follow_from_their_steps(story: str) -> None:
    for event in timeline(story):
        computed = chronology.date(event.date.derivation)
        assert event.date.interval == computed or (computed is None and not event.date.dated), event.title
        for report in event.reports:
            computed = chronology.date(report.derivation)
            assert report.interval == computed or (computed is None and report.interval.unknown), report.mention.text


@pytest.mark.parametrize("story", STORIES)
def test_the_expressions_of_a_story_follow_from_their_steps(story: str) -> None:
    texts = {report.mention.text for event in timeline(story) for report in event.reports}
    assert all_that_differ([(text, date(2024, 11, 6)) for text in sorted(texts)]) == []


def test_the_expressions_of_the_own_corpus_follow_from_their_steps() -> None:
    assert all_that_differ([(line.text, date(2024, 11, 6)) for line in lines()]) == []


@pytest.mark.skipif(not BENCH.is_dir(), reason="the bench is not here")
@pytest.mark.parametrize("corpus", CORPORA)
def test_the_expressions_of_a_public_corpus_follow_from_their_steps(corpus: str) -> None:
    assert all_that_differ([(text, published) for _, text, published in documents(corpus)]) == []
