"""Clauses: who does what to whom, in which tense, and how sure it is."""

import pytest

from tests.readings import sentences
from timeline.core.evaluate import Tense
from timeline.core.mention import Status
from timeline.core.text import Token
from timeline.events import clauses
from timeline.events.clauses import Clause


def clause(text: str, verb: str) -> tuple[Clause, tuple[Token, ...]]:
    """The clause of the only sentence of a text whose act is this word, and the sentence's tokens."""
    (sentence,) = sentences(text)
    (found,) = [c for c in clauses.find(sentence) if sentence.tokens[c.verb].text == verb]
    return found, sentence.tokens


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The council closes the port.", "closes", Tense.PRESENT),
        ("The council closed the port.", "closed", Tense.PAST),
        ("The council has closed the port.", "closed", Tense.PAST),
        ("The council had closed the port.", "closed", Tense.PAST),
        ("The port was closed.", "closed", Tense.PAST),
        ("The bridge is being repaired.", "repaired", Tense.PRESENT),
        ("The council will close the port.", "close", Tense.FUTURE),
        ("The council is going to close the port.", "close", Tense.FUTURE),
        ("The council plans to close the port.", "close", Tense.FUTURE),
        ("The minister is expected to meet the mayor.", "meet", Tense.FUTURE),
        ("The port is to open in May.", "open", Tense.FUTURE),
        ("The police began to search the harbour.", "search", Tense.PAST),
        ("The port might close.", "close", Tense.UNKNOWN),
        ("The port would be closed.", "closed", Tense.UNKNOWN),
    ],
)
def test_the_first_verb_carries_the_tense_and_the_last_names_the_act(text: str, verb: str, tense: Tense) -> None:
    assert clause(text, verb)[0].tense is tense


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("The council closed the port.", "closed", Status.OCCURRED),
        ("The council will close the port.", "close", Status.PLANNED),
        ("The minister is expected to meet the mayor.", "meet", Status.PLANNED),
        ("The minister denied the report.", "denied", Status.DENIED),
        ("The council rejected the plan.", "rejected", Status.DENIED),
        ("The ferry may sail.", "sail", Status.POSSIBLE),
        ("The ferry allegedly sank.", "sank", Status.POSSIBLE),
        ("The minister is said to have signed the treaty.", "signed", Status.POSSIBLE),
    ],
)
def test_the_words_say_how_sure_it_is(text: str, verb: str, status: Status) -> None:
    assert clause(text, verb)[0].status is status


@pytest.mark.parametrize(
    ("text", "verb", "subject", "agent", "objects"),
    [
        ("The council closed the port.", "closed", "council", None, ["port"]),
        ("The port was closed by the council.", "closed", "port", "council", ["port"]),
        ("The port was closed.", "closed", "port", None, ["port"]),
        ("The ferry that left Bergen sank.", "left", "ferry", None, ["Bergen"]),
        ("The ferry, which was sold by the council, sank.", "sold", "ferry", "council", ["ferry"]),
        ("The council closed the port and opened the school.", "opened", "council", None, ["school"]),
        ("The minister is expected to meet the mayor.", "meet", "minister", None, ["mayor"]),
        ("The ferry is expected to be sold.", "sold", "ferry", None, ["ferry"]),
    ],
)
def test_everybody_has_a_part(text: str, verb: str, subject: str, agent: str | None, objects: list[str]) -> None:
    found, tokens = clause(text, verb)
    assert [None if i is None else tokens[i].text for i in (found.subject, found.agent)] == [subject, agent]
    assert [tokens[i].text for i in found.objects] == objects


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The company did not sign the contract.", "sign"),
        ("The council never closed the port.", "closed"),
        ("Nobody signed the contract.", "signed"),
        ("No ship left the port.", "left"),
    ],
)
def test_a_negation_is_seen_wherever_it_stands(text: str, verb: str) -> None:
    assert clause(text, verb)[0].negated


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("If the council closes the port, the ferries stop.", "closes"),
        ("She would not say whether the ferry had sunk.", "sunk"),
        ("She came later than the council had hoped.", "hoped"),
    ],
)
def test_what_is_asked_or_compared_is_supposed(text: str, verb: str) -> None:
    assert clause(text, verb)[0].supposed


def test_what_goes_on_is_progressive_and_what_is_being_done_is_not() -> None:
    assert clause("The divers were watching the wreck.", "watching")[0].progressive
    assert not clause("The bridge is being repaired.", "repaired")[0].progressive


def test_what_can_be_done_is_only_possible() -> None:
    assert clause("The wreck can be seen at low tide.", "seen")[0].able


@pytest.mark.parametrize(
    ("text", "verb", "simple"),
    [
        ("The council closed the port.", "closed", True),
        ("The port was closed.", "closed", True),
        ("The council had closed the port.", "closed", False),
        ("The council has closed the port.", "closed", False),
    ],
)
def test_a_story_is_told_on_in_the_simple_past(text: str, verb: str, simple: bool) -> None:
    assert clause(text, verb)[0].simple_past is simple


def test_a_clause_knows_the_verb_that_governs_it() -> None:
    found, tokens = clause("The agency said that the ferry had sunk.", "sunk")
    assert found.parent is not None
    assert tokens[found.parent].text == "said"
    assert clause("The agency said that the ferry had sunk.", "said")[0].parent is None
