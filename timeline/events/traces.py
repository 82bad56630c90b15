"""Acts that sentences name beside those that they tell: mentions that count where several articles name one act."""

from collections.abc import Iterator
from typing import Final

from timeline.core.evaluate import Tense
from timeline.core.expression import Expression
from timeline.core.mention import Basis, Mention, Status, When
from timeline.core.text import Sentence
from timeline.events import acts, mentions, timing, titles
from timeline.events.acts import Act
from timeline.events.parsed import Parsed, parse

_QUALITIES: Final = frozenset({"acomp", "oprd", "amod"})
_LONGEST: Final = 90
"""Words from which a line is a table or a list and no sentence."""


def find(
    sentences: tuple[Sentence, ...], expressions: tuple[Expression, ...], told: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The acts of an article that are not among those told, in the order of its text."""
    return of(parse(sentences, expressions), told)


def of(sentences: tuple[Parsed, ...], told: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The acts of the sentences of a report that are not among those told, in their order."""
    have: dict[int, set[str]] = {}
    for mention in told:
        have.setdefault(mention.start, set()).add(mention.act.split(" ")[0])
    found: list[Mention] = []
    before: tuple[When, ...] = ()
    ends = {e.until for sentence in sentences for e in sentence.inside}
    for sentence in sentences:
        if 0 < len(sentence.tokens) <= _LONGEST:
            inside = tuple(e for e in sentence.inside if e.start not in ends)
            found += _of_sentence(sentence, inside, before, have.get(sentence.start, set()))
            datable = [e.start for e in inside if timing.datable(e)]
            before = tuple(When(start, Basis.INFERRED, "sentence before") for start in datable[-1:])
    return tuple(found)


def _of_sentence(
    sentence: Parsed, inside: tuple[Expression, ...], before: tuple[When, ...], have: set[str]
) -> Iterator[Mention]:
    stems = mentions.content(sentence.tokens, inside)
    headlines: dict[int, str] = {}
    for act in acts.find(sentence, sentence.clauses, tuple((e.start, e.end) for e in inside)):
        if act.lemma.split(" ")[0] in have:
            continue
        if act.clause and act.clause.verb not in headlines:
            headlines[act.clause.verb] = titles.write(sentence, act.clause, (), "")
        title = headlines[act.clause.verb] if act.clause else sentence.text[: titles.LONGEST]
        yield _mention(sentence, act, title, stems, _nearest(sentence, act, inside) or before)


def _mention(sentence: Parsed, act: Act, title: str, stems: frozenset[str], when: tuple[When, ...]) -> Mention:
    clause = act.clause
    own = clause is not None and clause.verb == act.token
    return Mention(
        sentence.start,
        sentence.end,
        sentence.text,
        title=title,
        act=act.lemma,
        actor=" ".join(acts.words(sentence, act.who)),
        objects=acts.words(sentence, act.what),
        stems=stems,
        names=sentence.names,
        quotations=tuple(q.text for q in sentence.quotations),
        numbers=(),
        status=clause.status if clause and own else Status.OCCURRED,
        tense=clause.tense if clause else Tense.UNKNOWN,
        speaker="",
        statement=False,
        narrates=_narrates(sentence, act),
        when=when,
        at=sentence.tokens[act.token].start,
        places=acts.words(sentence, act.where),
        nominal=act.nominal,
        told=False,
    )


def _narrates(sentence: Parsed, act: Act) -> bool:
    """Whether it may be told as a fact: not denied, supposed, going on, quoted, or a participle for a quality."""
    at = sentence.tokens[act.token]
    if any(quotation.start <= at.start < quotation.end for quotation in sentence.quotations):
        return False
    if at.tag == "VBN" and at.dep in _QUALITIES:
        return False
    clause = act.clause
    if clause is None or clause.verb != act.token:
        return True
    return not (clause.negated or clause.supposed or clause.able or clause.progressive)


def _nearest(sentence: Parsed, act: Act, inside: tuple[Expression, ...]) -> tuple[When, ...]:
    """The expression of the sentence that stands nearest to the act."""
    at = sentence.tokens[act.token].start
    near = sorted((e for e in inside if timing.datable(e)), key=lambda e: (abs(e.start - at), e.start))
    return tuple(When(e.start, Basis.INFERRED, "sentence") for e in near[:1])
