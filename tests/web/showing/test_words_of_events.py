"""Certainty in words, sources with strokes, quotations with marks, an article's text with notes."""

import pytest

from tests.builders import NOW, a_mention, a_report, an_event, an_expression
from tests.web.happenings import dated, happening
from timeline.core import edtf
from timeline.core.algebra import Amount, Length, Mod
from timeline.core.anchoring import anchor
from timeline.core.article import Article, Publication
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.event import Certainty, Corroboration, EventDate
from timeline.core.expression import Rejected
from timeline.core.granularity import Granularity as G
from timeline.core.interval import unit_at
from timeline.core.mention import Basis, Report, Status
from timeline.core.portions import portion
from timeline.web.showing import certainty, claims, marked, quotation, sources


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (dated("2024-11-05"), "Date certain, to the day"),
        (dated("2024-11-05T14:05", Certainty.LIKELY), "Date likely, to the minute"),
        (dated("2024", Certainty.LIKELY), "Date likely, to the year"),
        (dated("../2024-11-05", Certainty.LIKELY), "Date likely, latest day only"),
        (dated("2024-10-23/..", Certainty.LIKELY), "Date likely, first day only"),
        (dated("2024-10-08/2024-10-13"), "Date certain, a span of six days"),
        (dated("2024-10-27/2024-10-28", Certainty.LIKELY), "Date likely, to two days"),
        (dated("2024-08-01/2024-10-25", Certainty.LIKELY), "Date likely, to about three months"),
        (dated("2022-02-24/2024-11-12", Certainty.LIKELY), "Date likely, to about three years"),
        (
            dated("2024-11-04/2024-11-05", Certainty.DISPUTED, ("2024-11-04", "2024-11-05")),
            "Date disputed, two dates claimed",
        ),
        (EventDate(portion(Mod.START, edtf.read("2024-10")), Certainty.LIKELY, ()), "Date likely, to ten days"),
        (EventDate(unit_at(edtf.read("2024-11-05").start, G.WEEK), Certainty.LIKELY, ()), "Date likely, to the week"),
        (dated("../.."), "Undated"),
    ],
)
def test_certainty_is_a_word_and_how_precisely(date: EventDate, said: str) -> None:
    assert ", ".join(filter(None, (certainty.word(date), certainty.precision(date)))) == said


def test_a_date_that_a_person_decided_is_said_to_be_that_beside_reports_that_disagree() -> None:
    day = edtf.read("2024-11-05")
    decided = EventDate(day, Certainty.CERTAIN, (Step(Kind.RULE, "given", day), Step(Kind.DECISION, "redated", day)))
    assert certainty.word(decided) == "Date certain by decision"


def test_a_sign_stands_for_certainty_or_for_no_date() -> None:
    assert (certainty.sign(happening("2024")), certainty.sign(happening("../.."))) == ("certain", "undated")


def test_articles_that_go_back_to_one_origin_are_said_to() -> None:
    assert sources.counted(Corroboration(5, 5, 3)) == "5 articles · 3 independent"
    assert sources.counted(Corroboration(1, 1, 1)) == "1 article · one origin"


def reports(*told: tuple[str, Status, str]) -> tuple[Report, ...]:
    """Reports by source, with their status and on whose word they are told."""
    return tuple(a_report(name, a_mention(status=s, speaker=by), source=name) for name, s, by in told)


@pytest.mark.parametrize(
    ("told", "status", "said"),
    [
        ([("Wire", Status.OCCURRED, "a clerk")], Status.OCCURRED, None),
        (
            [("Wire", Status.POSSIBLE, "a clerk")],
            Status.POSSIBLE,
            ("Claimed, not confirmed", "On the word of a clerk."),
        ),
        ([("Wire", Status.PLANNED, "")], Status.PLANNED, ("Planned", "")),
        (
            [("Wire", Status.DENIED, "the mayor"), ("Post", Status.OCCURRED, ""), ("Post", Status.OCCURRED, "")],
            Status.DENIED,
            ("Denied", "On the word of the mayor."),
        ),
        (
            [("Wire", Status.OCCURRED, ""), *((name, Status.DENIED, "") for name in "ABCD")],
            Status.OCCURRED,
            ("Denied in some reports", "By A, B and 2 more."),
        ),
    ],
)
def test_what_is_claimed_is_told_apart_from_its_date(
    told: list[tuple[str, Status, str]], status: Status, said: tuple[str, str] | None
) -> None:
    found = claims.of(an_event(*reports(*told), status=status))
    assert (found and (found.tag, found.told)) == said


def test_strokes_are_as_many_as_articles_in_as_many_groups_as_origins() -> None:
    found = sources.strokes(Corroboration(5, 5, 3))
    gaps = [b - a for a, b in zip(found.xs, found.xs[1:], strict=False)]
    assert (len(found.xs), gaps) == (5, [6, 6, 11, 11])
    assert sources.strokes(Corroboration(1, 1, 1)).width == 4


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2024-11-05T14:05", "5 November 2024"),
        ("2024-11", "November 2024"),
        ("2024-11-05/..", "not before 5 November 2024"),
        ("../2024-11-05", "on or before 5 November 2024"),
        ("../..", ""),
    ],
)
def test_an_article_appeared_on_a_day(published: str, said: str) -> None:
    assert sources.appeared(article("a1", published)) == said


def test_a_source_with_several_articles_has_their_days() -> None:
    reports = [
        a_report(name, a_mention(), source=source) for name, source in (("a1", "Wire"), ("a2", "Wire"), ("a3", ""))
    ]
    known = {name: article(name, f"2024-11-0{name[1]}") for name in ("a1", "a2", "a3")}
    found = sources.sources(an_event(*reports, reports[0]), known)
    assert [(source.name, source.when) for source in found] == [
        ("Wire", "1 November 2024"),
        ("Wire", "2 November 2024"),
        ("Source not named", ""),
    ]


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "data:text/html,x", "ftp://x.example/"])
def test_only_http_becomes_a_link(url: str | None) -> None:
    assert sources.outside(url) is None
    assert sources.outside("https://x.example/") == "https://x.example/"


def article(name: str, published: str) -> Article:
    """An article that appeared then."""
    when = Publication(edtf.read(published))
    return Article("port", name, name, "", "", None, None, "UTC", 1, "", NOW, when)


def read(*spans: tuple[int, int]) -> Report:
    """A report of 'The council voted today.' at 100, whose derivation read these spans."""
    steps = tuple(Step(Kind.EXPRESSION, "today", None, Evidence(a, b, "", "a1")) for a, b in spans)
    mention = a_mention("The council voted today.", 100)
    return Report("a1", "The Courier", mention, edtf.read("2024-11-05"), Basis.EXPLICIT, steps)


@pytest.mark.parametrize("spans", [((118, 123),), ((118, 123), (0, 5), (300, 310)), ((118, 123), (120, 122))])
def test_words_of_time_inside_the_sentence_are_marked(spans: tuple[tuple[int, int], ...]) -> None:
    found = quotation.parts(read(*spans))
    assert [part.text for part in found if part.marked] == ["today"]
    assert "".join(part.text for part in found) == "The council voted today."


def test_the_quoted_report_is_the_one_whose_sentence_the_event_took() -> None:
    first, second = a_report("a1", a_mention("It was today.")), a_report("a2", a_mention("It was on Tuesday."))
    assert quotation.best(an_event(first, second, text="It was on Tuesday.")) is second
    assert quotation.best(an_event(first, second, text="Something else.")) is first


def test_every_expression_of_a_text_is_numbered_in_its_order() -> None:
    text = "The council voted today.\n\nMay spoke. It took three days."
    length = an_expression(46, "three days", term=Length((Amount(3, G.DAY),)))
    accepted = anchor([an_expression(), length], edtf.read("2024-11-05"))
    found = marked.paragraphs("a1", text, accepted, [Rejected(26, 29, "May", "a name")], ())
    notes = [(n.number, n.accepted, n.lead, n.told) for paragraph in found for n in paragraph.notes]
    assert notes == [
        (1, True, "5 November 2024", "“Today” is the day of the publication."),
        (2, False, "No date", "A name."),
        (3, True, "A length of time", "It names no day."),
    ]
    assert "".join(piece.text for paragraph in found for piece in paragraph.pieces) == text.replace("\n", "")


def test_events_are_named_beside_the_paragraph_that_reports_them() -> None:
    event = an_event(a_report("a1", a_mention("May spoke.", 28)))
    found = marked.paragraphs("a1", "The council voted today.\r\n\r\nMay spoke.\n", (), (), [event])
    assert [paragraph.events for paragraph in found] == [(), (event,)]
