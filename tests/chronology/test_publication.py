"""When an article appeared, by what it was given and by what its own text proves."""

import pytest

from tests.readings import published
from timeline.core import edtf
from timeline.core.article import Trust
from timeline.core.derivation import Kind

TODAY = "Earlier today, on November 5, Anna Berg closed the port.\n"
MAIL = "© 2024 The Mail"


@pytest.mark.parametrize(
    ("text", "day", "trust"),
    [
        (TODAY + MAIL, "2024-11-05", Trust.TEXT),
        ("Today, November 5, Anna Berg closed the port.\n" + MAIL, "2024-11-05", Trust.TEXT),
        ("On November 5, earlier today, Anna Berg closed the port.\n" + MAIL, "2024-11-05", Trust.TEXT),
        ("Earlier today, on 5 November 2023, Anna Berg closed the port.\n" + MAIL, "2023-11-05", Trust.TEXT),
        ("OSLO, Nov. 4, 2024 (Northern Wire) - The council met on Monday.", "2024-11-04", Trust.DATELINE),
        ("OSLO, Nov. 4 (Northern Wire) - The council met on Monday.\n" + MAIL, "2024-11-04", Trust.DATELINE),
        ("Published 4 November 2024\nThe council met on Monday.", "2024-11-04", Trust.BYLINE),
        ("By Anna Berg, 4 November 2024\nThe council met on Monday.", "2024-11-04", Trust.BYLINE),
    ],
)
def test_a_text_proves_its_day(text: str, day: str, trust: Trust) -> None:
    found = published(text)
    assert (edtf.write(found.interval), found.trust) == (day, trust)


@pytest.mark.parametrize(
    "text",
    [
        TODAY,
        "OSLO, Nov. 4 (Northern Wire) - The council met on Monday.",
        "The port is safe today. On November 5 Anna Berg closed it.\n" + MAIL,
        "Anna Berg closed it on 5 November 2024. Today the port is safe.\n" + MAIL,
        "Earlier today, Anna Berg closed the port.\n" + MAIL,
        "Anna Berg closed the port on 5 November 2024.\n" + MAIL,
        "",
    ],
)
def test_what_proves_no_day_leaves_it_open(text: str) -> None:
    found = published(text)
    assert (found.interval.unknown, found.trust, found.derivation) == (True, Trust.NONE, ())


def test_what_was_given_beats_the_text_and_the_text_is_kept() -> None:
    found = published(TODAY + MAIL, "2024-11-07")
    assert (edtf.write(found.interval), found.trust) == ("2024-11-07", Trust.GIVEN)
    assert [(edtf.write(lost.interval), lost.trust) for lost in found.lost] == [("2024-11-05", Trust.TEXT)]


def test_a_dateline_beats_a_byline_and_today_beats_both() -> None:
    lines = "Published 4 November 2024\nOSLO, Nov. 3, 2024 - The council met.\n"
    assert published(lines).trust is Trust.DATELINE
    found = published(lines + TODAY + MAIL)
    assert [found.trust, *(lost.trust for lost in found.lost)] == [Trust.TEXT, Trust.DATELINE, Trust.BYLINE]


def test_the_proof_names_its_words() -> None:
    text = TODAY + MAIL
    steps = published(text).derivation
    words = [step.evidence for step in steps if step.evidence]
    assert [one.text for one in words] == ["Earlier today", "November 5", "© 2024"]
    assert all(text[one.start : one.end] == one.text for one in words)
    assert (steps[-1].kind, steps[-1].rule) == (Kind.RULE, "publication_text")
