"""What tense gives: value F1 on the public corpora without it, with the resolver's own cheap reading of the clause,
with that of the language pipeline, and with one where the other is silent.

The pipeline reads only the sentences of documents that have an expression whose direction is open.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from bench.resolver import BENCH, CORPORA, Document, load, scorer
from timeline.core import timex3
from timeline.core.anchoring import anchor
from timeline.core.evaluate import Tense
from timeline.core.expression import Expression, Reading
from timeline.core.interval import day
from timeline.events import clauses
from timeline.language import pipeline
from timeline.resolve import read

Chosen = Callable[[Expression, Tense], Tense]
CHOICES: Final[Mapping[str, Chosen]] = {
    "none": lambda _own, _clause: Tense.UNKNOWN,
    "the resolver's": lambda own, _clause: own.tense,
    "the pipeline's, else the resolver's": lambda own, clause: clause if clause is not Tense.UNKNOWN else own.tense,
    "the resolver's, else the pipeline's": lambda own, clause: own.tense if own.tense is not Tense.UNKNOWN else clause,
}


def main() -> None:
    """Print the table as JSON, one corpus a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", nargs="*", default=CORPORA)
    score = scorer(BENCH)
    for corpus in parser.parse_args().corpora:
        documents = load(BENCH / f"{corpus}.jsonl")
        readings = [(document, read(document["text"])) for document in documents]
        tenses = [_tenses(document["text"], reading) for document, reading in readings]
        gold = {document["id"]: document for document in documents}
        figures = {}
        for name, choice in CHOICES.items():
            pairs = zip(readings, tenses, strict=True)
            system = {doc["id"]: _tagged(doc, reading, told, choice) for (doc, reading), told in pairs}
            figures[name] = round(score.score(gold, system, False, None)["value_F1"], 2)
        sys.stdout.write(json.dumps({"corpus": corpus, **figures}) + "\n")


def _tenses(text: str, reading: Reading) -> dict[int, Tense]:
    """The tense of the clause around each expression, as the pipeline has it."""
    found = {}
    for sentence in pipeline.analyse(text):
        inside = [e for e in reading.expressions if sentence.start <= e.start < sentence.end]
        parts = clauses.find(sentence) if inside and sentence.tokens else ()
        for one in inside:
            at = {i for i, token in enumerate(sentence.tokens) if token.start < one.end and one.start < token.end}
            found[one.start] = next((part.tense for part in parts if at & set(part.tokens)), Tense.UNKNOWN)
    return found


def _tagged(document: Document, reading: Reading, told: Mapping[int, Tense], choice: Chosen) -> Document:
    expressions = tuple(replace(e, tense=choice(e, told.get(e.start, Tense.UNKNOWN))) for e in reading.expressions)
    resolved = anchor(expressions, day(date.fromisoformat(document["dct"])), None, post=reading.post)
    timexes = [
        {"start": r.start, "end": r.end, "text": r.text, "type": r.type, "value": r.value}
        for r in resolved
        if timex3.annotated(r.expression.term)
    ]
    return {"id": document["id"], "timexes": timexes}


if __name__ == "__main__":
    main()
