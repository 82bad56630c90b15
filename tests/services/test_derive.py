"""From readings to one timeline: what is on it, in which order, and that arrival does not matter."""

from itertools import permutations
from typing import Final

from tests.readings import derived, events, read
from timeline.core import edtf
from timeline.core.event import Event
from timeline.core.mention import Status
from timeline.services.derive import Read, derive

STORY: Final = (
    ("a", "Earlier today, on November 5, Anna Berg closed the port of Bergen for good.\n© 2024 The Mail", None),
    ("b", "Anna Berg closed the port of Bergen for good this week.\nTom Holm reached Oslo.", None),
    ("c", "The ferry Alma sank off Stavanger on Monday with 40 people. Holm will meet Berg on Friday.", "2024-11-06"),
    ("d", "The Alma, a ferry with 45 people, sank off Stavanger on Tuesday.", "2024-11-06"),
)


def story() -> list[Read]:
    return [read(article, text, published) for article, text, published in STORY]


def lines(found: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(e.date.edtf, e.title, "".join(r.article for r in e.reports)) for e in found]


def test_a_story_is_one_line() -> None:
    assert lines(derive(story()).events) == [
        ("[2024-11-04,2024-11-05]", "The Alma, a ferry with 45 people, sank off Stavanger", "cd"),
        ("2024-11-05", "Anna Berg closed the port of Bergen for good", "ab"),
        ("2024-11-08", "Holm will meet Berg", "c"),
        ("../2024-11-10", "Tom Holm reached Oslo", "b"),
    ]


def test_the_order_of_arrival_changes_nothing() -> None:
    expected = derive(story())
    published = {r.page.article: p for r, p in zip(story(), expected.publications, strict=True)}
    for order in permutations(story()):
        found = derive(order)
        assert found.events == expected.events
        assert found.publications == tuple(published[r.page.article] for r in order)


def test_publications_stand_in_the_order_of_the_articles() -> None:
    dates = [edtf.write(publication.interval) for publication in derive(story()).publications]
    assert dates == ["2024-11-05", "2024-11-05/2024-11-10", "2024-11-06", "2024-11-06"]


def test_the_undated_come_last_by_title() -> None:
    found = events("Tom Holm left Oslo.\nAnna Berg closed the port.\nThe ferry Alma sank in May 2019.", day=None)
    assert [(e.date.edtf, e.title) for e in found] == [
        ("2019-05", "The ferry Alma sank"),
        ("../..", "Anna Berg closed the port"),
        ("../..", "Tom Holm left Oslo"),
    ]


def test_a_corrected_publication_moves_what_is_told_by_it() -> None:
    text = "Anna Berg closed the port on Monday."
    assert [events(text, day=day)[0].date.edtf for day in ("2024-11-06", "2024-11-13")] == ["2024-11-04", "2024-11-11"]


def test_what_happened_outweighs_that_it_is_only_possible() -> None:
    first, second = "The ferry Alma allegedly sank off Bergen on Monday.", "The ferry Alma sank off Bergen on Monday."
    assert events(first)[0].status is Status.POSSIBLE
    (both,) = events(first, second)
    assert both.status is Status.OCCURRED


def test_a_denial_is_an_event_that_denies() -> None:
    (found,) = events("Anna Berg denied on Monday that the port was closed.")
    assert found.status is Status.DENIED


def test_every_report_of_an_event_is_kept_with_its_sentence() -> None:
    texts = {article: text for article, text, _ in STORY}
    reports = [report for event in derive(story()).events for report in event.reports]
    assert all(texts[r.article][r.mention.start : r.mention.end] == r.mention.text for r in reports)


def test_the_same_article_twice_under_two_ids_is_one_origin() -> None:
    text = "Anna Berg closed the port of Bergen on Monday, and the ferries stayed in Oslo."
    (found,) = events(text, text)
    assert (found.corroboration.articles, found.corroboration.origins) == (2, 1)


def test_nothing_is_derived_from_nothing() -> None:
    assert derived() == derive([])
    assert derive([]).events == ()
    assert events("", "  \n ") == ()


def test_a_copy_that_appeared_with_its_original_tells_all_that_it_tells() -> None:
    first = "Anna Berg closed the port of Bergen on Monday. Tom Holm reached Oslo on Tuesday."
    alone, copied = events(first), events(first, first)
    assert [event.title for event in copied] == [event.title for event in alone]
    assert [{report.article for report in event.reports} for event in copied] == [{"a", "b"}] * 2


def test_an_act_that_only_copies_name_in_passing_is_no_event() -> None:
    blast = "After the explosion at the mill, Anna Berg {} the school on Monday."
    closed, cleared = blast.format("closed"), blast.format("cleared")
    for second, count in ((closed, 0), (cleared, 1)):
        acts = [{report.mention.act for report in event.reports} for event in events(closed, second)]
        assert acts.count({"explosion"}) == count


def test_a_plan_goes_with_what_became_of_it() -> None:
    plan = read("a", "Anna Berg will meet the council of Oslo on Friday.", "2024-11-06")
    met = "Anna Berg met the council of Oslo on Friday. The council of Bergen met on Monday."
    meeting = read("b", met, "2024-11-09")
    found = derive([plan, meeting])
    assert [(found.events[a].title, found.events[b].title) for a, b in found.fulfilments] == [
        ("Anna Berg will meet the council of Oslo", "Anna Berg met the council of Oslo")
    ]
