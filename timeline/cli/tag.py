"""`timeline tag`: expressions of time in texts, in TIMEX3. It needs no database."""

import json
import sys
from datetime import date, datetime
from typing import IO

import click

from timeline.cli import exits
from timeline.core import timex3
from timeline.core.expression import Resolution
from timeline.services import tagging


@click.command("tag")
@click.argument("file", type=click.File("rb"), default="-")
def command(file: IO[bytes]) -> None:
    """Read NDJSON {"id", "dct", "text"} and write {"id", "timexes": [...]} for each line.

    dct is the day or instant of publication, and may be missing; offsets count code points.
    """
    name = str(getattr(file, "name", "stdin")).strip("<>")
    failed = 0
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            click.echo(json.dumps(_tagged(json.loads(line)), ensure_ascii=False))
        except (ValueError, RecursionError) as error:
            failed += 1
            click.echo(f"{name}:{number}: {error!s}", err=True)
    sys.exit(exits.SOME_FAILED if failed else exits.DONE)


def _tagged(document: object) -> dict[str, object]:
    if not isinstance(document, dict):
        raise ValueError("is not a JSON object")
    text, published = document.get("text"), _published(document.get("dct"))
    if not isinstance(text, str):
        raise ValueError("text is missing" if text is None else "text must be a string")
    tagged = [_timex(found) for found in tagging.tag(text, published) if timex3.annotated(found.expression.term)]
    return {"id": document.get("id"), "timexes": tagged}


def _published(written: object) -> date | datetime | None:
    if not written:
        return None
    if not isinstance(written, str):
        raise ValueError("dct must be a string")
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _timex(found: Resolution) -> dict[str, object]:
    timex = {"start": found.start, "end": found.end, "text": found.text, "type": found.type, "value": found.value}
    return timex | ({"mod": found.mod.value} if found.mod else {})
