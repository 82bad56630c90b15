"""Values as annotated posts spell them."""

from timeline.core import algebra as a
from timeline.core import timex3_posts
from timeline.core.evaluate import Anchor, evaluate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at


def value(term: a.Term, on: Interval) -> str:
    """The value of a term for a publication."""
    found = evaluate(term, Anchor(on))
    return timex3_posts.value(term, found.interval, found.derivation)


def test_a_week_is_spelled_with_the_month_of_its_sunday_and_before_our_era_as_anywhere() -> None:
    friday = unit_at(735_688 * 86_400, G.DAY)
    assert value(a.This(G.WEEK), friday) == "2015-04-W14"
    assert value(a.This(G.WEEK), unit_at(-86_400 * 9, G.DAY)) == "BC0001-W51"


def test_a_count_back_to_before_our_era_is_spelled_as_anywhere() -> None:
    assert value(a.Shift(-3000, G.YEAR), unit_at(735_688 * 86_400, G.DAY)) == "BC0986"
