"""Which stories decisions tie together: those of which they concern articles."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from timeline.core.decision import Decision
from timeline.events.ties import Ties

Story = Sequence[str]
"""The articles of a story."""


def articles(decision: Decision) -> frozenset[str]:
    """The articles whose reports a decision is about."""
    return frozenset(sign.article for sign in decision.matter.signs)


def by_article(decisions: Iterable[Decision]) -> Mapping[str, Sequence[int]]:
    """The numbers of the decisions that are about an article's reports."""
    found: dict[str, list[int]] = defaultdict(list)
    for decision in decisions:
        for article in articles(decision):
            found[article].append(decision.number)
    return found


def together(stories: Sequence[Story], decisions: Sequence[Decision]) -> Iterator[tuple[list[Story], list[Decision]]]:
    """The stories in their order, those together that decisions tie, each time with these decisions; last, with no
    story, the decisions that are about none of these."""
    at = {article: i for i, story in enumerate(stories) for article in story} if decisions else {}
    ties, said = Ties(range(len(stories))), [(decision, sorted(_of(decision, at))) for decision in decisions]
    for _, (first, *others) in ((one, found) for one, found in said if found):
        for other in others:
            ties.join(first, other)
    told: dict[int, tuple[list[Story], list[Decision]]] = defaultdict(lambda: ([], []))
    for i, story in enumerate(stories):
        told[ties.of(i)][0].append(story)
    for decision, found in said:
        told[ties.of(found[0]) if found else -1][1].append(decision)
    yield from told.values()


def reached(concerned: Collection[str], stories: Mapping[str, str], decisions: Sequence[Decision]) -> frozenset[str]:
    """All articles of the stories that are concerned, or that decisions tie to one that is; stories by article."""
    found = set(concerned)
    left = [articles(decision) for decision in decisions]
    while near := [own for own in left if own & found]:
        left = [own for own in left if not own & found]
        wanted = {stories[article] for own in near for article in own if article in stories}
        found |= {article for article, story in stories.items() if story in wanted}
        found |= frozenset().union(*near) & stories.keys()
    return frozenset(found)


def _of(decision: Decision, at: Mapping[str, int]) -> set[int]:
    return {at[article] for article in articles(decision) if article in at}
