"""`timeline tag`: expressions of time in texts, in TIMEX3. It needs no database."""

import json
import sys
from datetime import date, datetime
from typing import IO, Any

import click

from timeline.cli import exits
from timeline.core import timex3
from timeline.core.expression import Rejected, Resolution
from timeline.services import because, tagging


@click.command("tag")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--explain", is_flag=True, help="Say why: the steps of each expression, and what was rejected.")
def command(file: IO[bytes], *, explain: bool) -> None:
    """Read NDJSON {"id", "dct", "text"} and write {"id", "timexes": [...]} for each line.

    dct is the day or instant of publication, and may be missing; offsets count code points. With --explain each timex
    has "because", its steps in words, and each line "rejected": the numbers and words that could be time, with reasons.
    """
    name = str(getattr(file, "name", "stdin")).strip("<>")
    failed = 0
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            answer = _explained if explain else _tagged
            click.echo(json.dumps(answer(*_read(json.loads(line))), ensure_ascii=False))
        except (ValueError, RecursionError) as error:
            failed += 1
            click.echo(f"{name}:{number}: {error!s}", err=True)
    sys.exit(exits.SOME_FAILED if failed else exits.DONE)


def _read(document: object) -> tuple[object, str, date | datetime | None]:
    if not isinstance(document, dict):
        raise ValueError("is not a JSON object")
    text, published = document.get("text"), _published(document.get("dct"))
    if not isinstance(text, str):
        raise ValueError("text is missing" if text is None else "text must be a string")
    return document.get("id"), text, published


def _tagged(own: object, text: str, published: date | datetime | None) -> dict[str, object]:
    found = tagging.tag(text, published)
    return {"id": own, "timexes": [_timex(one) for one in found if timex3.annotated(one.expression.term)]}


def _explained(own: object, text: str, published: date | datetime | None) -> dict[str, object]:
    found, rejected = tagging.explain(text, published)
    timexes = [_timex(one) | {"because": _because(one)} for one in found if timex3.annotated(one.expression.term)]
    unmarked = [
        _left(one, "a name, not a date, to TIMEX3") for one in found if not timex3.annotated(one.expression.term)
    ]
    left = sorted([*unmarked, *(_left(one, one.reason) for one in rejected)], key=lambda one: one["start"])
    return {"id": own, "timexes": timexes, "rejected": left}


def _because(found: Resolution) -> list[str]:
    return [sentence.text for sentence in because.of_steps(found.derivation) if sentence.text]


def _left(one: Rejected | Resolution, reason: str) -> dict[str, Any]:
    return {"start": one.start, "end": one.end, "text": one.text, "reason": reason}


def _published(written: object) -> date | datetime | None:
    if not written:
        return None
    if not isinstance(written, str):
        raise ValueError("dct must be a string")
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _timex(found: Resolution) -> dict[str, object]:
    timex = {"start": found.start, "end": found.end, "text": found.text, "type": found.type, "value": found.value}
    return timex | ({"mod": found.mod.value} if found.mod else {})
