"""What the sentences of an article report: one mention for each clause that tells an act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from timeline.core.expression import Expression
from timeline.core.mention import Figure, Mention
from timeline.core.text import Sentence, Token
from timeline.events import acts, inferred, lexicon, nouns, people, pronouns, selfstanding, telling, timing, titles
from timeline.events.clauses import Clause
from timeline.events.parsed import Parsed, parse
from timeline.events.people import Antecedent
from timeline.events.timing import Timed
from timeline.events.trees import descendants

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def find(sentences: tuple[Sentence, ...], expressions: tuple[Expression, ...]) -> tuple[Mention, ...]:
    """The mentions of an article in the order of its text; expressions are all that its text holds."""
    return of(parse(sentences, expressions))


def of(sentences: tuple[Parsed, ...]) -> tuple[Mention, ...]:
    """The mentions of the sentences of a report, in their order."""
    found: list[Mention] = []
    before, paragraph = Antecedent(), -1
    earlier: list[Mention] = []
    for sentence in sentences:
        if sentence.text.endswith("?"):
            continue
        same = earlier if sentence.paragraph == paragraph else []
        told = [inferred.from_before(m, same, found) for m in _of_sentence(sentence, before)]
        before, paragraph, earlier = antecedent(sentence, before), sentence.paragraph, told
        found += told
    return tuple(found)


def _of_sentence(sentence: Parsed, before: Antecedent) -> Iterator[Mention]:
    parts = tuple(c for c in sentence.clauses if not _quoted(sentence, c))
    timed = timing.place(sentence, sentence.inside, parts)
    told = [
        c for c in parts if timing.dates(c, timed) and telling.dated(sentence, c) and not _by_a_day(sentence, c, timed)
    ]
    if not told:
        undated = [c for c in parts if telling.undated(sentence, c, parts, before)]
        told = sorted(undated, key=lambda c: telling.only_attributes(sentence, c))[:1]
    for clause in told:
        yield _mention(sentence, clause, parts, timed, before)


def _by_a_day(sentence: Parsed, clause: Clause, timed: tuple[Timed, ...]) -> bool:
    """'The same day brought sad news': its subject is the time itself."""
    at = sentence.tokens[clause.subject].start if clause.subject is not None else -1
    return any(t.expression.start <= at < t.end for t in timed)


def _quoted(sentence: Parsed, clause: Clause) -> bool:
    verb = sentence.tokens[clause.verb]
    return any(q.start <= verb.start < q.end for q in sentence.quotations)


def _mention(
    sentence: Parsed,
    clause: Clause,
    parts: tuple[Clause, ...],
    timed: tuple[Timed, ...],
    before: Antecedent,
) -> Mention:
    verb = sentence.tokens[clause.verb]
    statement = telling.statement(sentence, clause)
    actor = people.actor(sentence, _doer(clause), before)
    return Mention(
        sentence.start,
        sentence.end,
        sentence.text,
        title=titles.write(sentence, clause, timing.spans(clause, timed), lambda: before),
        act=verb.lemma,
        actor=actor,
        objects=tuple(people.actor(sentence, i, before) for i in clause.objects),
        stems=_stems(sentence, clause, parts) | _meant(sentence, clause, before),
        names=sentence.names,
        quotations=tuple(q.text for q in sentence.quotations),
        numbers=_numbers(sentence, clause),
        status=clause.status,
        tense=clause.tense,
        speaker=_voice(sentence, _doer(clause), before) if statement else _speaker(sentence, clause, parts, before),
        statement=statement,
        narrates=clause.simple_past,
        when=timing.whens(sentence, clause, timed, parts),
        answers=_answered(sentence, clause),
        at=verb.start,
        places=acts.places(sentence, clause.verb, tuple((e.start, e.end) for e in sentence.inside)),
    )


def _doer(clause: Clause) -> int | None:
    """Who does it: the agent of a passive, else the subject."""
    if clause.agent is not None:
        return clause.agent
    return None if clause.subject in clause.objects else clause.subject


def _stems(sentence: Parsed, clause: Clause, parts: tuple[Clause, ...]) -> frozenset[str]:
    """Content lemmas of the clause and of what it governs, quoted words included, words of time not."""
    wanted = descendants(sentence.children, clause.top)
    apart = {i for c in parts if c.verb != clause.verb and c.dep == "conj" for i in c.tokens}
    return content((sentence.tokens[i] for i in wanted if i not in apart), sentence.inside)


def content(tokens: Iterable[Token], inside: tuple[Expression, ...]) -> frozenset[str]:
    """The lemmas of the words that carry meaning, without those of time; words of one family as one."""
    wanted = (t for t in tokens if t.pos in _CONTENT and len(t.lemma) > 1 and not (inside and _of_time(t, inside)))
    return frozenset(lexicon.family(token.lemma) for token in wanted)


def _meant(sentence: Parsed, clause: Clause, before: Antecedent) -> frozenset[str]:
    """The name that a pronoun as subject stands for."""
    lemma = sentence.tokens[clause.subject].lemma if clause.subject is not None else ""
    return frozenset(before.of(lemma).actor.split()) if lemma in people.PRONOUNS else frozenset()


def _of_time(token: Token, inside: tuple[Expression, ...]) -> bool:
    return any(e.start <= token.start < e.end for e in inside)


def _numbers(sentence: Parsed, clause: Clause) -> tuple[Figure, ...]:
    """The figures of a clause with the nouns that they count; those of times count nothing."""
    found = []
    for i in clause.tokens:
        token = sentence.tokens[i]
        if token.dep != "nummod":
            continue
        digits, noun = token.text.replace(",", ""), sentence.tokens[token.head]
        if digits.isdecimal() and noun.pos == "NOUN" and not _of_time(token, sentence.inside):
            found.append(Figure(float(digits), lexicon.family(noun.lemma), noun.text))
    return tuple(found)


def _speaker(sentence: Parsed, clause: Clause, parts: tuple[Clause, ...], before: Antecedent) -> str:
    """On whose word an act is told: the subject of the clause of saying that governs it."""
    for other in parts:
        governs = clause.parent in {other.top, other.verb}
        if other.verb != clause.verb and sentence.tokens[other.verb].lemma in lexicon.SAYING and governs:
            return _voice(sentence, other.subject, before)
    return ""


def _voice(sentence: Parsed, i: int | None, before: Antecedent) -> str:
    """Who speaks, in the words of the text: the full name where there is one, else the noun phrase."""
    if i is None:
        return ""
    if sentence.tokens[i].lemma in people.PRONOUNS:
        return before.of(sentence.tokens[i].lemma).text
    found = people.named(sentence, i)
    return found.text if found else nouns.text(sentence, i)


def _answered(sentence: Parsed, clause: Clause) -> str:
    """Whom an answer answers: the name in 'replied to Rachman's post', '' where the act is no answer."""
    tokens = sentence.tokens
    if tokens[clause.verb].lemma not in lexicon.ANSWERING:
        return ""
    to = [
        i
        for i in clause.tokens
        if tokens[i].dep == "prep" and tokens[i].head == clause.verb and tokens[i].lemma == "to"
    ]
    below = (tokens[d] for i in to for d in descendants(sentence.children, i))
    return next((t.text.lower() for t in below if t.pos == "PROPN" and t.dep in {"poss", "pobj"}), "")


def somebody(sentences: Sequence[Parsed]) -> Antecedent:
    """Whom a pronoun after some sentences may stand for."""
    found = (antecedent(sentence, Antecedent()) for sentence in reversed(sentences) if _names_anew(sentence))
    return next(found, Antecedent())


def _spoken_of(sentence: Parsed, clause: Clause) -> str | None:
    """The subject of what a clause says, where it stands before it and is not quoted; '' for a pronoun."""
    said = selfstanding.said(sentence, clause, clause.subject or 0)
    if said is None or said.subject is None or pronouns.quoted(sentence, said.subject):
        return None
    return "" if sentence.tokens[said.subject].pos == "PRON" else nouns.text(sentence, said.subject)


def _names_anew(sentence: Parsed) -> bool:
    """Whether its main subject is somebody, or something, and no pronoun."""
    main = (c for c in sentence.clauses if c.dep == "ROOT" and c.subject is not None)
    return any(sentence.tokens[c.subject or 0].pos != "PRON" for c in main)


def antecedent(sentence: Parsed, before: Antecedent) -> Antecedent:
    """Whom 'he', 'she' or 'it' of the next sentence may stand for: the subject of this one where it is somebody, else
    the one person that it names."""
    for clause in sentence.clauses:
        if clause.dep == "ROOT" and clause.subject is not None and sentence.tokens[clause.subject].pos != "PRON":
            text = nouns.text(sentence, clause.subject)
            persons = [name for name in sentence.names if name.kind == "person"]
            person = persons[0].text if len(persons) == 1 else ""
            if people.known(sentence, clause.subject, Antecedent()):
                proper = sentence.tokens[clause.subject].pos == "PROPN"
                name = people.named(sentence, clause.subject)
                actor = people.actor(sentence, clause.subject)
                own = person if person in text and not proper else ""
                spoken_of = _spoken_of(sentence, clause)
                return Antecedent(actor, text, name.kind if name else "", own, spoken_of=spoken_of)
            several = sentence.tokens[clause.subject].tag in {"NNS", "NNPS"}
            thing = Antecedent(thing=text, several=several)
            return replace(thing, actor=people.short(persons[0]), text=person, kind="person") if person else thing
    return before
