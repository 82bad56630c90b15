"""A derivation told to people: one sentence for each step, oldest first, with the words of the text marked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from timeline.core import phrases, words
from timeline.core.article import ZoneFrom
from timeline.core.derivation import Derivation, Evidence, Kind, Step
from timeline.core.event import Event, EventDate
from timeline.core.interval import Interval
from timeline.core.mention import Report, Status
from timeline.ingest.heads.found import told as told_by_page
from timeline.services import ruled
from timeline.services.ruled import Ruled

_LONGEST: Final = 160
"""Code points of a sentence that is quoted whole; a longer one is cut around its marked words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; marked where it is words that denote time."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one step says; step is None for the conclusion, and no parts where a reader need not be told."""

    parts: tuple[Part, ...]
    step: Step | None = None

    @property
    def text(self) -> str:
        """The sentence without its marks."""
        return "".join(part.text for part in self.parts)


@dataclass(slots=True)
class _Telling:
    """What has been told so far: whose words, and the interval that the last step gave."""

    reports: tuple[Report, ...] = ()
    said: str = ""
    gave: Interval | None = None
    base: str = "that date"
    article: str | None = None

    def report(self, words: Evidence) -> Report | None:
        """The report whose sentence holds the words, else one of the same article."""
        own = [report for report in self.reports if report.article == words.article]
        return next((report for report in own if _holds(report, words)), own[0] if own else None)

    def who(self, report: Report | None, article: str) -> str:
        """'Morning Ledger wrote', or what stands for it; who goes on is not named again."""
        again, self.article = self.article == article, article
        if again:
            return "It also says"
        if not self.reports:
            return "The text says"
        return f"{(report.source if report else '') or article or 'An article'} wrote"


def told(event: Event) -> tuple[Sentence, ...]:
    """One sentence for each step of the event's date, then the conclusion."""
    return (*of_steps(event.date.derivation, event.reports), conclusion(event))


def of_steps(derivation: Derivation, reports: tuple[Report, ...] = ()) -> tuple[Sentence, ...]:
    """One sentence for each step; the reports say who wrote the words, and in which sentence."""
    telling = _Telling(reports)
    return tuple(_told(step, telling) for step in derivation)


def display(date: EventDate) -> str:
    """The date in words: '5 November 2024', or '4 or 5 November 2024' where it is disputed."""
    return words.one_of(date.claimed) if date.claimed else words.in_words(date.interval)


def conclusion(event: Event) -> Sentence:
    """'So it happened on Tuesday, 5 November 2024, certain.'"""
    date = event.date
    if not date.dated:
        return Sentence((Part("So its date is not known."),))
    placed = phrases.placed_one_of(date.claimed) if date.claimed else phrases.placed(date.interval)
    return Sentence((Part(f"{_verb(event)} {placed}, {date.certainty.value}.{_DOUBTS.get(event.status, '')}"),))


_VERBS: Final = {
    Status.OCCURRED: "So it happened",
    Status.PLANNED: "So it was planned to happen",
    Status.DENIED: "So what was denied would have happened",
    Status.POSSIBLE: "So it may have happened",
}
_DOUBTS: Final = {Status.PLANNED: " Whether it took place is not established."}


def _verb(event: Event) -> str:
    said = event.status is Status.OCCURRED and event.reports and all(r.mention.statement for r in event.reports)
    return "So it was said" if said else _VERBS[event.status]


def _told(step: Step, telling: _Telling) -> Sentence:
    sentence = Sentence(tuple(_TELLERS[step.kind](step, telling)), step)
    telling.gave = step.gave or telling.gave
    return sentence


def _expression(step: Step, telling: _Telling) -> Iterator[Part]:
    if step.evidence is None:
        return
    telling.said = step.evidence.text
    report = telling.report(step.evidence)
    yield Part(f"{telling.who(report, step.evidence.article)}: “")
    if step.rule == "reported":
        yield Part(_after(step.evidence.text, len(step.evidence.text)))
    else:
        yield from quoted(step.evidence, report)
    yield Part("”.")


def _holds(report: Report, words: Evidence) -> bool:
    return report.mention.start <= words.start and words.end <= report.mention.end


def quoted(evidence: Evidence, report: Report | None) -> Iterator[Part]:
    """The sentence of a report with the evidence marked; the words alone where they stand elsewhere."""
    if report is None or not _holds(report, evidence):
        yield Part(evidence.text, marked=True)
        return
    mention = report.mention
    first, last = evidence.start - mention.start, evidence.end - mention.start
    yield Part(_before(mention.text[:first], len(mention.text)))
    yield Part(mention.text[first:last], marked=True)
    yield Part(_after(mention.text[last:], len(mention.text)))


def _before(text: str, whole: int) -> str:
    half = _LONGEST // 2
    cut = text[-half:].partition(" ")[2] if whole > _LONGEST and len(text) > half else text
    return cut.lstrip() if cut == text else f"… {cut}"


def _after(text: str, whole: int) -> str:
    half = _LONGEST // 2
    cut = text[:half].rpartition(" ")[0] if whole > _LONGEST and len(text) > half else text
    return cut.rstrip().removesuffix(".") if cut == text else f"{cut} …"


def _anchor(step: Step, telling: _Telling) -> Iterator[Part]:
    telling.base = "that date" if step.rule == "Mentioned" else "the publication"
    if step.rule == "Mentioned":
        yield Part(f"That counts from the date named before it: {_gave(step)}.")
    elif step.gave is None or step.gave.unknown:
        yield Part("When the article was published is not known.")
    elif stated := told_by_page(step):
        yield Part(stated)
        yield Part(f" That is {_clock(step)}." if _clock(step) else "")
    elif step.rule == "corrected":
        yield Part(_corrected(step))
    elif step.gave != telling.gave:
        yield Part(f"The article was published {_placed(step)}.")


def _corrected(step: Step) -> str:
    """'anna corrected when the article was published: on 5 November 2024 (“as printed”).'"""
    who, why = (Ruled(step, "", "").argument(name) for name in ("who", "why"))
    reason = f" (“{why}”)" if why else ""
    return f"{who} corrected when the article was published: {_placed(step)}{reason}."


def _placed(step: Step) -> str:
    """'on 5 November 2024, on the clocks of Europe/London, the zone of its source'."""
    return ", ".join(filter(None, (phrases.placed(step.gave) if step.gave else "", _clock(step))))


def _clock(step: Step) -> str:
    """Whose time zone counts, where the step says it."""
    whose = _ZONES.get(Ruled(step, "", "").argument("clock"))
    return f"on the clocks of {step.gave.zone}, {whose}" if whose and step.gave else ""


_ZONES: Final = {
    ZoneFrom.ARTICLE.value: "its own time zone",
    ZoneFrom.SOURCE.value: "the time zone of its source",
    ZoneFrom.COLLECTION.value: "the time zone of its collection",
}


def _rule(step: Step, telling: _Telling) -> Iterator[Part]:
    yield Part(_reason(step, telling))
    yield Part(f": {_gave(step)}.")


def _reason(step: Step, telling: _Telling) -> str:
    """What a rule did, without what it gave; what comes next counts from that."""
    found = ruled.tell(Ruled(step, telling.said, telling.base))
    telling.base = "that date"
    return found


def reasons(derivation: Derivation) -> str:
    """What was done to reach an interval, for a note beside it: the rules alone, without their dates."""
    telling, found = _Telling(), []
    for step in derivation:
        if step.kind is Kind.RULE:
            found.append(f"{_reason(step, telling)}.")
        else:
            tuple(_TELLERS[step.kind](step, telling))
    return " ".join(found)


def _constraint(step: Step, _telling: _Telling) -> Iterator[Part]:
    why = _CONSTRAINTS.get(step.rule, "That limits it")
    yield Part(f"{why}: {_gave(step)}.")


def _agreement(step: Step, _telling: _Telling) -> Iterator[Part]:
    if step.rule == "reports_disagree":
        yield Part("These are named outright and exclude each other, so none of them was set aside.")
    elif step.rule == "reports_vote":
        yield Part(f"{_voted(step)}.")
    else:
        yield Part(f"Taken together, the reports allow {_gave(step)}.")


def _voted(step: Step) -> str:
    """'Most articles say Tuesday, 5 November 2024 (3 of 4)', where they are more than half of all."""
    count, total = (int(Ruled(step, "", "").argument(name) or 0) for name in ("articles", "of"))
    if 2 * count > total > 1:
        return f"Most articles say {_gave(step)} ({count} of {total})"
    return f"The reports exclude each other, and the surer of them say {_gave(step)}"


def _decision(step: Step, _telling: _Telling) -> Iterator[Part]:
    """'anna decided that it was on 5 November 2024 (“as the register has it”).'"""
    who, why = (Ruled(step, "", "").argument(name) for name in ("who", "why"))
    known = step.gave if step.gave and not step.gave.unknown else None
    placed = f"it was {phrases.placed(known)}" if known else "its date is not known"
    yield Part(f"{who or 'An editor'} decided that {placed}{f' (“{why}”)' if why else ''}.")


_TELLERS: Final[dict[Kind, Callable[[Step, _Telling], Iterator[Part]]]] = {
    Kind.EXPRESSION: _expression,
    Kind.ANCHOR: _anchor,
    Kind.RULE: _rule,
    Kind.CONSTRAINT: _constraint,
    Kind.AGREEMENT: _agreement,
    Kind.DECISION: _decision,
}
_CONSTRAINTS: Final = {
    "narrowed": "Both together leave",
    "dated_by_another_article": "Another article dates the same event, which limits it",
    "answers": "It answers what was said before it, so it was not earlier",
    "not_after_publication": "It was told as past, so it was not after its publication",
    "not_before_publication": "It was told as still to come, so it was not before its publication",
}


def _gave(step: Step) -> str:
    return words.with_weekday(step.gave) if step.gave and not step.gave.unknown else "no date"
