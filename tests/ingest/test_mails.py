"""Mail: messages and mailboxes, plain text before HTML, attachments left out."""

from email.message import EmailMessage

import pytest

from tests import made_files
from tests.ingest.reading import article, problems, read

SEPARATOR = b"From anna@post.example Tue Nov  5 14:05:00 2024\n"


def test_a_message_gives_subject_sender_date_and_text() -> None:
    assert article("a.eml", bytes(made_files.mail("It rained.\n"))) == {
        "id": "1@post.example",
        "title": "Mill closes",
        "text": "It rained.",
        "source": "Anna Berg",
        "published": "2024-11-05T14:05:00+01:00",
    }


def test_plain_text_comes_before_html_and_attachments_are_left_out() -> None:
    message = made_files.mail("It rained.")
    message.add_alternative("<p>It <b>rained</b>.</p>", subtype="html")
    message.add_attachment("Nothing to see.", filename="note.txt")
    assert article("a.eml", bytes(message))["text"] == "It rained."


def test_html_alone_becomes_lines() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@post.example", "Rain"
    html = "<html><head><title>x</title></head><p>It rained.</p><p>Hard.<br>Long.</p></html>"
    message.set_content(html, subtype="html")
    found = article("a.eml", bytes(message))
    assert (found["text"], found["source"]) == ("It rained.\nHard.\nLong.", "desk@post.example")


def test_lines_that_were_broken_to_fit_are_put_together() -> None:
    text = (
        "The council of Arnby closed the old paper mill on Monday, the mayor told\nreporters at the town hall, after a"
        " long night of talks with the union.\n\nWorkers had asked for two more years, but the roof could not be"
        " mended\n"
        "for less than a million crowns.\nA museum will open.\n"
    )
    found = str(article("a.eml", bytes(made_files.mail(text)))["text"]).splitlines()
    assert [line[-10:] for line in found] == ["the union.", "", "on crowns.", "will open."]


@pytest.mark.parametrize("charset", ["windows-1252", "koi8-r", "shift_jis", "utf-8", "iso-2022-jp"])
def test_a_message_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    words = {"koi8-r": "Шёл дождь.", "shift_jis": "雨が降った。", "iso-2022-jp": "雨が降った。"}.get(
        charset, "Café closed."
    )
    message = made_files.mail(subject=words)
    message.set_content(words, charset=charset)
    found = article("a.eml", bytes(message))
    assert (found["text"], found["title"]) == (words, words)


def test_a_mailbox_is_read_message_by_message() -> None:
    lines = "From the desk: no more.\n>From there on."
    box = b"".join(
        SEPARATOR + bytes(made_files.mail(f"Rain {number}.\n{lines}", number=number)) + b"\n" for number in (1, 2, 3)
    )
    found = read("list.mbox", box)
    assert [item.fields["id"] for item in found] == ["1@post.example", "2@post.example", "3@post.example"]
    assert found[1].fields["text"] == "Rain 2.\nFrom the desk: no more.\nFrom there on."
    assert [item.where for item in found] == ["list.mbox:1", "list.mbox:15", "list.mbox:29"]


def test_a_date_that_is_none_is_refused_by_name_and_not_left_out() -> None:
    raw = bytes(made_files.mail()).replace(b"Tue, 05 Nov 2024 14:05:00 +0100", b"some day")
    assert article("a.eml", raw)["published"] == "some day"


def test_a_message_without_a_text_is_a_problem() -> None:
    message = made_files.mail()
    message.set_content(b"\x89PNG", maintype="image", subtype="png")
    assert problems(read("a.eml", bytes(message))) == {"a.eml": "has no text"}
