"""A derivation told to people."""

from typing import Any

import pytest

from tests.builders import a_mention, a_report, an_event
from timeline.core import algebra as a
from timeline.core import edtf
from timeline.core.anchoring import anchor
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.event import Certainty, Event, EventDate
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN
from timeline.core.mention import Status
from timeline.services import because

PUBLISHED = edtf.read("2024-11-05")
SENTENCE = "The council voted on Monday."


def steps(term: a.Term, words: str = "on Monday", tense: Tense = Tense.PAST) -> tuple[Step, ...]:
    """The derivation of words in the sentence, counted from 5 November 2024."""
    start = SENTENCE.find(words) if words in SENTENCE else 500
    expression = Expression(start, start + len(words), words, "rule", term, tense=tense)
    return anchor([expression], PUBLISHED, article="a1")[0].derivation


def told(*derivation: Step, **fields: Any) -> list[str]:
    """The sentences about an event on Monday, 4 November 2024, with this derivation."""
    return [sentence.text for sentence in because.told(an_outcome(*derivation, **fields)) if sentence.parts]


def an_outcome(*derivation: Step, **fields: Any) -> Event:
    """That event."""
    date = EventDate(edtf.read("2024-11-04"), Certainty.CERTAIN, derivation)
    given: dict[str, Any] = {"date": date}
    return an_event(a_report("a1", a_mention(SENTENCE), source="Morning Ledger"), **given | fields)


def test_a_derivation_is_told_oldest_first_and_ends_with_what_follows() -> None:
    assert told(*steps(a.Nearest(a.Weekday(0)))) == [
        "Morning Ledger wrote: “The council voted on Monday”.",
        "The article was published on Tuesday, 5 November 2024.",
        "“On Monday”, in the past tense, is the last such day up to the publication: Monday, 4 November 2024.",
        "So it happened on Monday, 4 November 2024, certain.",
    ]


def test_the_words_of_time_are_marked_in_their_sentence() -> None:
    event = an_outcome(*steps(a.Nearest(a.Weekday(0))))
    parts = because.told(event)[0].parts
    assert [part.text for part in parts if part.marked] == ["on Monday"]


def test_who_goes_on_is_not_named_again() -> None:
    spans = [Step(Kind.EXPRESSION, "rule", None, Evidence(a, a + 5, "words", "a1")) for a in (500, 600)]
    assert told(*spans)[:2] == ["Morning Ledger wrote: “words”.", "It also says: “words”."]
    assert [s.text for s in because.of_steps(tuple(spans))] == ["The text says: “words”.", "It also says: “words”."]


def test_of_several_sentences_of_an_article_the_one_with_the_words_is_quoted() -> None:
    first, second = a_report("a1", a_mention("It began.")), a_report("a1", a_mention(SENTENCE, 100))
    step = Step(Kind.EXPRESSION, "rule", None, Evidence(121, 127, "Monday", "a1"))
    date = EventDate(PUBLISHED, Certainty.CERTAIN, (step,))
    assert because.told(an_event(first, second, date=date))[0].text == f"The Courier wrote: “{SENTENCE[:-1]}”."


def test_a_sentence_that_only_reports_has_no_marks() -> None:
    step = Step(Kind.EXPRESSION, "reported", None, Evidence(0, 28, SENTENCE, "a1"))
    sentence = because.told(an_outcome(step))[0]
    assert not any(part.marked for part in sentence.parts)
    assert sentence.text == f"Morning Ledger wrote: “{SENTENCE[:-1]}”."


def test_a_long_sentence_is_cut_around_its_words() -> None:
    long = f"{'Long before it all began ' * 8}on Monday {'it went on and on ' * 12}."
    report = a_report("a1", a_mention(long))
    start = long.index("on Monday")
    text = "".join(part.text for part in because.quoted(Evidence(start, start + 9, "on Monday", "a1"), report))
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < 180


def test_there_is_one_sentence_for_each_step_and_one_more() -> None:
    event = an_outcome(*steps(a.Portion(a.Mod.START, a.Last(G.MONTH))))
    found = because.told(event)
    assert [sentence.step for sentence in found] == [*event.date.derivation, None]


@pytest.mark.parametrize(
    ("term", "words", "said"),
    [
        (a.This(G.DAY), "today", "“Today” is the day of the publication: Tuesday, 5 November 2024."),
        (a.Last(G.WEEK), "last week", "“Last week” is the week before the publication: week of 28 October 2024."),
        (a.Next(G.MONTH), "next month", "“Next month” is the month after the publication: December 2024."),
        (
            a.Shift(-3, G.WEEK),
            "three weeks ago",
            "“Three weeks ago” is 3 weeks before the publication: week of 14 October 2024.",
        ),
        (a.Shift(1, G.DAY), "a day later", "“A day later” is 1 day after the publication: Wednesday, 6 November 2024."),
        (a.Date(2024, 11, 4), "4 November 2024", "“4 November 2024” names the date itself: Monday, 4 November 2024."),
        (
            a.Nearest(a.Weekday(0), a.Toward.BEFORE),
            "last Monday",
            "“Last Monday” is the last such day before the publication: Monday, 4 November 2024.",
        ),
        (
            a.Portion(a.Mod.START, a.Last(G.MONTH)),
            "early last month",
            "“Early last month” is only the first part of it: early October 2024.",
        ),
        (
            a.PartOf(a.Part.MORNING, a.This(G.DAY)),
            "this morning",
            "“This morning” is a part of that day: the morning of 5 November 2024.",
        ),
        (
            a.Named("The war", a.Date(2022, 2, 24), None),
            "the war",
            "The war is a period with known dates: from 24 February 2022, end not known.",
        ),
        (
            a.Reference(a.When.PAST),
            "recently",
            "“Recently” names no day and only limits it: on or before 5 November 2024.",
        ),
    ],
)
def test_a_rule_says_what_it_did(term: a.Term, words: str, said: str) -> None:
    assert told(*steps(term, words))[-2] == said


def test_a_rule_nobody_has_words_for_still_says_what_it_gave() -> None:
    step = Step(Kind.RULE, "Something", PUBLISHED)
    assert told(step)[0] == "That gives: Tuesday, 5 November 2024."


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (
            Step(Kind.ANCHOR, "Mentioned", PUBLISHED),
            "That counts from the date named before it: Tuesday, 5 November 2024.",
        ),
        (Step(Kind.ANCHOR, "Now", UNKNOWN), "When the article was published is not known."),
        (
            Step(Kind.CONSTRAINT, "not_after_publication", edtf.read("../2024-11-05")),
            "It was told as past, so it was not after its publication: on or before 5 November 2024.",
        ),
        (
            Step(Kind.AGREEMENT, "reports_agree", PUBLISHED),
            "Taken together, the reports allow Tuesday, 5 November 2024.",
        ),
        (
            Step(Kind.AGREEMENT, "reports_disagree", PUBLISHED),
            "These are named outright and exclude each other, so none of them was set aside.",
        ),
        (
            Step(Kind.AGREEMENT, "reports_vote", PUBLISHED, None, ("votes=9,3", "chosen=0", "articles=3", "of=4")),
            "Most articles say Tuesday, 5 November 2024 (3 of 4).",
        ),
        (
            Step(Kind.AGREEMENT, "reports_vote", PUBLISHED, None, ("votes=3,2", "chosen=0", "articles=1", "of=3")),
            "The reports exclude each other, and the surer of them say Tuesday, 5 November 2024.",
        ),
        (
            Step(Kind.AGREEMENT, "reports_vote", PUBLISHED, None, ("votes=3,3", "chosen=0", "articles=1", "of=1")),
            "The reports exclude each other, and the surer of them say Tuesday, 5 November 2024.",
        ),
        (
            Step(Kind.RULE, "dominant_day", PUBLISHED),
            "The article mostly speaks of this day: Tuesday, 5 November 2024.",
        ),
        (
            Step(Kind.DECISION, "redated", PUBLISHED, None, ("who=anna", "why=as the register has it")),
            "anna decided that it was on Tuesday, 5 November 2024 (“as the register has it”).",
        ),
        (
            Step(Kind.RULE, "publication_text", PUBLISHED),
            "These words fix when the article was published: Tuesday, 5 November 2024.",
        ),
    ],
)
def test_every_kind_of_step_has_its_sentence(step: Step, said: str) -> None:
    assert told(step)[0] == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"status": Status.PLANNED},
            (
                "So it was planned to happen on Monday, 4 November 2024, certain. Whether it took place is not "
                "established."
            ),
        ),
        ({"status": Status.DENIED}, "So what was denied would have happened on Monday, 4 November 2024, certain."),
        ({"status": Status.POSSIBLE}, "So it may have happened on Monday, 4 November 2024, certain."),
        ({"date": EventDate(UNKNOWN, Certainty.LIKELY, ())}, "So its date is not known."),
        (
            {"date": EventDate(PUBLISHED, Certainty.DISPUTED, (), (PUBLISHED, edtf.read("2024-11-04")))},
            "So it happened on 4 or 5 November 2024, disputed.",
        ),
    ],
)
def test_the_conclusion_follows_the_status_and_the_certainty(fields: dict[str, Any], said: str) -> None:
    assert told(**fields)[-1] == said


def test_a_note_says_that_the_article_mostly_speaks_of_the_day() -> None:
    steps_ = (*steps(a.Date(2024, 11, 4), "4 November 2024"), Step(Kind.RULE, "dominant_day", PUBLISHED))
    assert because.reasons(steps_).endswith(" The article mostly speaks of this day.")


def test_a_note_gives_the_rules_without_their_dates() -> None:
    derivation = steps(a.Portion(a.Mod.START, a.Last(G.MONTH)), "early last month")
    assert because.reasons(derivation) == (
        "“Early last month” is the month before the publication. “Early last month” is only the first part of it."
    )
