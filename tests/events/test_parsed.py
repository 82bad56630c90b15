"""Sentences with what mentions and traces both ask of them."""

from tests.readings import sentences
from timeline.events import clauses, mentions, traces
from timeline.events.parsed import parse
from timeline.events.trees import descendants
from timeline.resolve import read as read_time

TEXT = "The ferry sank on Monday. Divers found the old bell after the storm.\n\nAdvertisement"


def test_each_sentence_of_the_report_has_its_own_expressions_and_clauses() -> None:
    first, second = parse(sentences(TEXT), read_time(TEXT).expressions)
    assert [e.text for e in first.inside] == ["Monday"]
    assert second.inside == ()
    assert second.clauses == clauses.find(sentences(TEXT)[1])


def test_a_word_comes_in_order_with_all_that_it_governs() -> None:
    _, sentence = parse(sentences(TEXT), ())
    bell = next(i for i, token in enumerate(sentence.tokens) if token.text == "bell")
    assert [sentence.tokens[i].text for i in descendants(sentence.children, bell)] == ["the", "old", "bell"]


def test_sentences_parsed_once_tell_what_the_sentences_tell() -> None:
    every, expressions = sentences(TEXT), read_time(TEXT).expressions
    told = mentions.of(parse(every, expressions))
    assert told == mentions.find(every, expressions)
    assert traces.of(parse(every, expressions), told) == traces.find(every, expressions, told)
