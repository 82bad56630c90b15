"""The faster way through spaCy's pipeline gives what spaCy gives, but for entities in small letters: none is a name."""

from functools import cache
from typing import Any

import numpy as np
import pytest
import spacy

from timeline.language import entities, parsing, pipeline, vectors
from timeline.language.model import Model, load
from timeline.language.ruling import ROLE, Rulers

TEXTS = (
    "Anna Berg, who runs the port of Bergen, closed it on Monday. The mayor of New York said so on 5 May 2024.",
    "There is a ferry, and there was another one; let's go, it ain't gonna wait for y'all. He's got to see it.",
    "They left at 5 p.m. The ferry had 300 seats, cost $ 4 million and belonged to the Norwegian Coast Guard.",
    "What did I do?  \t You did it for us. \xa0 “Do it,” the skipper of the Alma told Tom Holm of Reuters in Oslo",
    "May resigned on Friday, and the mayor and the two hundred and fifty others who were with her in the hall left.",
    "No one of the crew was there when at last, after three long weeks of storms, the old ferry reached the harbour.",
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
    return [tokens, [(e.start, e.end, e.label_) for e in doc.ents if not e.text.islower()]]


def found(model: Model, texts: tuple[str, ...]) -> list[list[Any]]:
    return [
        [
            [
                (word.lemma, word.pos, word.tag, word.dep, start, end, head, i in one.sentences)
                for i, (word, start, end, head) in enumerate(
                    zip(one.words, one.starts, one.ends, one.heads, strict=True)
                )
            ],
            [
                (e.start, e.end, e.label)
                for e in one.entities
                if not text[one.starts[e.start] : one.ends[e.end - 1]].islower()
            ],
        ]
        for text, one in zip(texts, model.analyse(texts), strict=True)
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


def test_only_states_that_are_scored_by_two_layers_are_scored_at_once() -> None:
    pipes = dict(spacys_own().pipeline)
    assert [name for name, pipe in pipes.items() if parsing.parser(pipe)] == ["parser", "ner"]


def test_vectors_of_some_words_are_those_that_they_have_among_all() -> None:
    docs = [spacys_own().make_doc(text) for text in TEXTS]
    words = vectors.vectors(spacys_own().get_pipe("tok2vec").model)
    assert words is not None
    wanted = np.arange(sum(map(len, docs))) % 11 == 3
    assert np.allclose(words.of(docs, wanted), words.of(docs)[wanted], atol=1e-5)
    assert words.of(docs, wanted & False).shape == (0, 96)


def test_only_a_tok2vec_of_known_layers_is_taken_for_one() -> None:
    models = {name: getattr(pipe, "model", None) for name, pipe in spacys_own().pipeline}
    assert [name for name, model in models.items() if vectors.vectors(model)] == ["tok2vec"]


@pytest.mark.parametrize(
    "asked",
    [
        {"LOWER": "ferry"},
        {"LOWER": {"IN": ["ferry", "the"]}},
        {"LOWER": {"REGEX": "^f.*y$"}},
        {"LOWER": {"NOT_IN": ["boat"]}},
        {"SHAPE": "xxxx"},
        {"IS_SPACE": True},
    ],
)
def test_a_ruler_that_is_asked_once_for_like_words_says_what_it_says_of_each(asked: dict[str, Any]) -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add([[asked]], {"POS": "NOUN"})
    doc: Any = nlp.make_doc("The ferry met  a boat and the tug.")
    ruled, _ = Rulers(nlp.vocab, [ruler]).of(doc.to_array(ROLE))
    assert ruled.tolist() == ruler(doc).to_array(ROLE).tolist()


def test_many_texts_together_are_read_as_each_by_itself() -> None:
    texts = ["Advert\n" + "\n".join(TEXTS), "", "\n".join(reversed(TEXTS)), *TEXTS, "word " * 9_000]
    assert list(pipeline.analyse_all(texts)) == [pipeline.analyse(text) for text in texts]
