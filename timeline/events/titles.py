"""Titles: the clause of a report as a headline, in its own words, without its time words and asides."""

from timeline.events import asides, nouns, openings, selfstanding, setting
from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed
from timeline.events.pronouns import Whom
from timeline.events.selfstanding import Told
from timeline.events.trees import descendants

Spans = tuple[tuple[int, int], ...]
"""First and last code points of words, the last not included."""


def write(sentence: Parsed, clause: Clause, times: Spans, whom: Whom) -> str:
    """At most 120 characters that tell the act of a clause.

    times are the spans that the date already tells; whom gives whom the sentences before speak of.
    """
    told = selfstanding.find(sentence, clause, whom, participles=True)
    return setting.written(sentence, told, _found(sentence, told, clause.verb, times))


class Named:
    """The headlines of the acts that one sentence names in passing, those of one clause written once."""

    def __init__(self, sentence: Parsed, times: Spans, whom: Whom) -> None:
        self._sentence, self._times, self._whom = sentence, times, whom
        self._known: dict[int, tuple[list[int], str]] = {}

    def of(self, clause: Clause | None) -> str:
        """That of an act in a clause; the sentence as it is where it has none."""
        if clause is None:
            return setting.plain(self._sentence.text.removesuffix("."))
        if clause.verb not in self._known:
            self._known[clause.verb] = self._around(clause)
        return self._known[clause.verb][1]

    def _around(self, clause: Clause) -> tuple[list[int], str]:
        """The headline of the clause that tells an act, where that has the act, else one that keeps it."""
        told = selfstanding.find(self._sentence, clause, self._whom)
        verb = told.clause.verb
        if verb not in self._known:
            self._known[verb] = self._headline(told, verb)
        return self._known[verb] if clause.verb in self._known[verb][0] else self._headline(told, clause.verb)

    def _headline(self, told: Told, act: int) -> tuple[list[int], str]:
        found = _found(self._sentence, told, act, self._times)
        return found, setting.written(self._sentence, told, found)


def _found(sentence: Parsed, told: Told, act: int, times: Spans) -> list[int]:
    """The tokens of a headline."""
    own = _own(sentence, told)
    if told.said is not None and _nobody(sentence, told):
        end = descendants(sentence.children, told.said.clause.top)[-1]
        own = [i for i in own if i <= end]
    gone = openings.find(sentence, told, act, times, own[-1])
    return asides.without(sentence, told, [i for i in own if i not in gone], act, setting.LONGEST)


def _nobody(sentence: Parsed, told: Told) -> bool:
    """Whether the subject is a pronoun of which nothing is known: 'he said' says nothing."""
    return told.subject is not None and not told.before and sentence.tokens[told.subject].tag == "PRP"


def _own(sentence: Parsed, told: Told) -> list[int]:
    """The tokens that tell the clause: its own, what it governs, and the subject that it shares with another."""
    own = descendants(sentence.children, told.clause.top)
    if told.subject is None or told.subject in own:
        return own
    return sorted({*own, *nouns.phrase(sentence, told.subject)})
