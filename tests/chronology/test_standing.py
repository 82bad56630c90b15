"""Which event stands for a date."""

from typing import Any

from tests.builders import a_day, a_mention, a_report, an_event
from timeline.chronology import key_dates
from timeline.core.event import Event
from timeline.core.mention import Status
from timeline.core.outline import Outline

DAY = "2024-11-04"


def told(title: str, *articles: str, words: str = "port close", day: str = DAY, **fields: Any) -> Event:
    """An event of DAY that each article tells of a day in these words."""
    given = {"stems": frozenset(words.split()), "title": title, **fields}
    status = given.pop("status", Status.OCCURRED)
    return an_event(
        *(a_report(article, a_mention(f"{title}, {article}.", **given), a_day(day)) for article in articles),
        interval=a_day(DAY),
        title=title,
        status=status,
    )


def stands(*events: Event, published: str = DAY) -> str:
    """The title of the event that stands for DAY, where all articles appeared on one day."""
    appeared = dict.fromkeys("abcdefgh", a_day(published))
    (key,) = key_dates.choose([Outline.of(event) for event in events], appeared, 1)
    return key.outline.title


def test_the_event_that_most_articles_tell_stands_for_its_date() -> None:
    assert stands(told("Few", "a"), told("Many", "b", "c", "d")) == "Many"


def test_articles_that_tell_of_another_day_do_not_count() -> None:
    aside = told("Elsewhere", "b", "c", "d", "e", day="2024-10-01")
    assert stands(aside, told("On the day", "a")) == "On the day"


def test_what_happened_stands_before_what_is_only_possible() -> None:
    assert stands(told("A possible", "a", status=Status.POSSIBLE), told("B done", "a")) == "B done"


def test_what_is_told_by_itself_stands_before_what_is_named_in_passing() -> None:
    assert stands(told("A passing", "a", told=False), told("B told", "a")) == "B told"


def test_the_words_in_which_a_date_is_told_choose_among_its_events() -> None:
    others = told("B port", "a", words="vote port"), told("C port", "b", words="vote port council")
    assert stands(told("A choir", "d", words="choir sing"), *others) in {"B port", "C port"}


def test_the_words_of_the_story_choose_among_the_events_of_a_date() -> None:
    before = [told(f"Port {day}", "e", "f", "g", words="port strike", day=f"2024-10-0{day}") for day in range(1, 4)]
    story = [an_event(*event.reports, interval=event.reports[0].interval, title=event.title) for event in before]
    appeared = dict.fromkeys("abcdefgh", a_day(DAY))
    events = [told("A choir", "a", words="choir sing"), told("B strike", "b", words="port strike"), *story]
    found = key_dates.choose([Outline.of(event) for event in events], appeared, 9)
    assert [key.outline.title for key in found if key.outline.interval == a_day(DAY)] == ["B strike"]


def test_an_aside_does_not_stand_for_the_day_of_its_sentence() -> None:
    sentence = a_mention("The port closed to stop the ships.", title="Stop ships", stems=frozenset({"port", "close"}))
    whole = a_mention("The port closed to stop the ships.", title="The port closed", stems=frozenset({"port", "close"}))
    aside, act = (an_event(a_report("a", mention, a_day(DAY))) for mention in (sentence, whole))
    assert stands(aside, act) == stands(act, aside) == "The port closed"


def test_of_equals_the_first_by_title_stands() -> None:
    assert stands(told("B port", "b"), told("A port", "a")) == "A port"


def test_an_event_whose_title_no_report_has_may_still_stand() -> None:
    retitled = an_event(a_report("a", a_mention(), a_day(DAY)), title="Closed")
    assert stands(retitled) == "Closed"
