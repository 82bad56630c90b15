"""The faster way through spaCy's pipeline gives what spaCy gives."""

from functools import cache
from typing import Any

import pytest
import spacy

from timeline.language import entities, pipeline
from timeline.language.model import Model, load

TEXTS = (
    "Anna Berg, who runs the port of Bergen, closed it on Monday. The mayor of New York said so on 5 May 2024.",
    "There is a ferry, and there was another one; let's go, it ain't gonna wait for y'all. He's got to see it.",
    "They left at 5 p.m. The ferry had 300 seats, cost $ 4 million and belonged to the Norwegian Coast Guard.",
    "What did I do?  \t You did it for us. \xa0 “Do it,” the skipper of the Alma told Tom Holm of Reuters in Oslo",
    "Bergen",
    "!",
    " ",
)


@cache
def spacys_own() -> Any:
    return spacy.load(pipeline.DEFAULT)


def expected(text: str) -> list[Any]:
    doc = spacys_own()(text)
    tokens = [
        (t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.idx, t.idx + len(t), t.head.i, t.is_sent_start or t.i == 0)
        for t in doc
    ]
    return [tokens, [(e.start, e.end, e.label_) for e in doc.ents]]


def found(model: Model, texts: tuple[str, ...]) -> list[list[Any]]:
    return [
        [
            [
                (word.lemma, word.pos, word.tag, word.dep, start, end, head, i in one.sentences)
                for i, (word, start, end, head) in enumerate(
                    zip(one.words, one.starts, one.ends, one.heads, strict=True)
                )
            ],
            [(e.start, e.end, e.label) for e in one.entities],
        ]
        for one in model.analyse(texts)
    ]


@pytest.mark.parametrize("text", [text for text in TEXTS if "p.m." not in text])
def test_the_analysis_is_spacys_own(text: str) -> None:
    assert found(load(pipeline.DEFAULT), (text,)) == [expected(text)]


def test_what_is_known_of_words_does_not_change_what_is_found() -> None:
    first = found(load(pipeline.DEFAULT), TEXTS)
    assert found(load(pipeline.DEFAULT), TEXTS) == first


def test_what_is_kept_of_words_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.language.embedding.MOST", 12)
    monkeypatch.setattr("timeline.language.words.MOST", 12)
    small = Model(pipeline.DEFAULT)
    assert [found(small, (text,)) for text in TEXTS * 2] == [found(load(pipeline.DEFAULT), (t,)) for t in TEXTS * 2]


def test_only_a_recogniser_of_entities_is_taken_for_one() -> None:
    pipes = dict(spacys_own().pipeline)
    assert [name for name, pipe in pipes.items() if entities.recogniser(pipe)] == ["ner"]


def test_many_texts_together_are_read_as_each_by_itself() -> None:
    texts = ["Advert\n" + "\n".join(TEXTS), "", "\n".join(reversed(TEXTS)), *TEXTS, "word " * 9_000]
    assert list(pipeline.analyse_all(texts)) == [pipeline.analyse(text) for text in texts]
