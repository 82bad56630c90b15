"""What stands on a page and is not the report, and what only looks like it."""

import pytest

from timeline.core.text import Place
from timeline.language import paragraphs


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The harbour at dawn. Anna Berg/Getty Images", "picture"),
        ("The harbour at dawn. (AP Photo/Anna Berg)", "picture"),
        ("The mayor opens the new bridge. Photo by Anna Berg via AFP.", "picture"),
        ("Anna Berg/Reuters", "picture"),
        ("Photo: Anna Berg", "picture"),
        ("Caption: The harbour at dawn", "picture"),
        ("File photo", "picture"),
        ("IMG_20417.jpg", "picture"),
        ("DSC-004417", "picture"),
        ("IMG-20417-harbour", "picture"),
        ("Advertisement", "advert"),
        ("ADVERT", "advert"),
        ("Sponsored content", "advert"),
        ("Story continues below", "advert"),
        ("Topics: Harbour, Ships, Law", "topics"),
        ("Filed under: Ships", "topics"),
        ("© 2024 The Harbour Mail", "copyright"),
        ("(c) 2024 The Harbour Mail", "copyright"),
        ("Copyright 2023-2024 The Harbour Mail", "copyright"),
        ("Copyright The Harbour Mail", "copyright"),
        ("The Harbour Mail. All rights reserved.", "copyright"),
        ("Share this story", "share"),
        ("Tweet", "share"),
        ("Share on Facebook", "share"),
        ("Read more: The men of the night shift", "more"),
        ("Related stories", "more"),
        ("Sign up for our newsletter", "subscribe"),
        ("By Anna Berg", "byline"),
        ("By Anna Berg and Tom Holm", "byline"),
        ("By our staff in Bergen", "byline"),
        ("By the harbour desk", "byline"),
        ("Published 5 November 2024", "byline"),
        ("Updated: 6 November 2024, 9 a.m.", "byline"),
        ("This text was supplied by Northern Wire.", "credit"),
        ("Reporting by Anna Berg; editing by Tom Holm", "credit"),
        ("Correction: the ferry has 300 seats.", "correction"),
        ("This article has been amended to correct a name.", "correction"),
    ],
)
def test_furniture_is_known_by_its_kind(line: str, kind: str) -> None:
    assert paragraphs.furniture(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "The mayor told Reuters that the bridge is closed.",
        "There was nobody on board, a guard told Reuters.",
        "The Associated Press (AP) asked the harbour office on Monday.",
        "By Monday the water had gone.",
        "By the time help came, the ferry had sunk.",
        "By our count the ferry was an hour late.",
        "Share prices fell on Monday.",
        "Updated figures were published on Monday.",
        "Published in May, the report names nobody.",
        "Posted in 1940, the letter arrived on Monday.",
        "More ships came on Monday.",
        "Print sales fell in May.",
        "Copyright lawyers met on Monday.",
        "Correction of the error took a week.",
        "Picture the scene: a harbour without ships.",
        "Advertisers left in May.",
        "Comments were closed on Monday.",
    ],
)
def test_a_line_of_the_report_is_none(line: str) -> None:
    assert paragraphs.furniture(line) is None


def test_a_line_that_holds_something_is_a_paragraph() -> None:
    text = "  The ferry sank.\n\n \t\nAdvert\r\nNobody was hurt. "
    found = list(paragraphs.split(text))
    assert [(p.text, p.place) for p in found] == [
        ("The ferry sank.", Place.BODY),
        ("Advert", Place.FURNITURE),
        ("Nobody was hurt.", Place.BODY),
    ]
    assert [text[p.start : p.end] for p in found] == [p.text for p in found]
