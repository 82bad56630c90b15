"""Acts that sentences name beside those that they tell: mentions that count where several articles name one act."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from timeline.core.evaluate import Tense
from timeline.core.expression import Expression
from timeline.core.mention import Basis, Mention, Status, When
from timeline.core.text import Sentence
from timeline.events import acts, mentions, remembered, timing, titles
from timeline.events.acts import Act
from timeline.events.parsed import Parsed, parse
from timeline.events.pronouns import Whom

_QUALITIES: Final = frozenset({"acomp", "oprd", "amod"})
_LONGEST: Final = 90
"""Words from which a line is a table or a list and no sentence."""

Dated = tuple[tuple[Expression, int | None], ...]
"""The expressions of a sentence, each with the noun that it dates, if it does."""


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
    for k, sentence in enumerate(sentences):
        whom = partial(mentions.somebody, sentences[:k])
        if 0 < len(sentence.tokens) <= _LONGEST:
            inside = tuple(e for e in sentence.inside if e.start not in ends)
            found += _of_sentence(sentence, inside, before, have.get(sentence.start, set()), whom)
            datable = [e.start for e in inside if timing.datable(e)]
            before = tuple(When(start, Basis.INFERRED, "sentence before") for start in datable[-1:])
    return tuple(found)


def _of_sentence(
    sentence: Parsed,
    inside: tuple[Expression, ...],
    before: tuple[When, ...],
    have: set[str],
    whom: Whom,
) -> Iterator[Mention]:
    every = acts.find(sentence, sentence.clauses, tuple((e.start, e.end) for e in inside))
    found = [act for act in every if act.lemma.split(" ")[0] not in have]
    if not found:
        return
    stems = mentions.content(sentence.tokens, inside)
    dated = tuple((e, timing.thing(sentence, e)) for e in inside)
    timed = timing.place(sentence, sentence.inside, sentence.clauses) if inside else ()
    headlines = titles.Named(sentence, tuple((t.expression.start, t.end) for t in timed), whom)
    for act in found:
        yield _mention(sentence, act, headlines.of(act.clause), stems, _times(sentence, act, dated) or before)


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


def _times(sentence: Parsed, act: Act, dated: Dated) -> tuple[When, ...]:
    """What the sentence says of the time of an act."""
    if any(noun == act.token for _, noun in dated):
        return _nearest(sentence, act, dated)
    return remembered.whens(sentence, act.token, tuple(e for e, _ in dated)) or _nearest(sentence, act, dated)


def _nearest(sentence: Parsed, act: Act, dated: Dated) -> tuple[When, ...]:
    """The expressions of the sentence that can date the act, from the one that stands nearest to it."""
    at = sentence.tokens[act.token].start
    own = (e for e, noun in dated if timing.datable(e) and (noun is None or noun == act.token))
    near = sorted(own, key=lambda e: (abs(e.start - at), e.start))
    return tuple(When(e.start, Basis.INFERRED, _sieve(sentence, act, e)) for e in near)


def _sieve(sentence: Parsed, act: Act, expression: Expression) -> str:
    """Whether an expression stands in the clause of an act, or only in its sentence."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.end > expression.start), -1)
    return "clause" if act.clause and at in act.clause.tokens else "sentence"
