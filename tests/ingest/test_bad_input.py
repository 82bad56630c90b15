"""Every cell of the table of bad input: a reason that a person can act on, the other articles read, and none half."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.ingest import bad_files
from tests.ingest import bad_input as bad
from tests.ingest.bad_input import TABLE, Cell, Row
from tests.ingest.reading import read
from timeline.ingest import files
from timeline.ingest.files import Form, Item, Options
from timeline.ingest.limits import Limits

FAULTS: Final = ("good", "truncated", "empty", "damaged", "legacy", "wrong", "large", "deep", "hostile")
SMALL: Final = Options(limits=Limits(item=4000))
NAMED: Final = {Form.MAIL: "mail", Form.MAILBOX: "mailbox", Form.JSON_FEED: "json feed", Form.FEED: "rss"}


def case(row: Row, fault: str) -> tuple[bytes, Cell, Options]:
    """The file with this fault, what is said of it, and under which limits."""
    good, declared = row.make(bad_files.RAIN), b'<?xml version="1.0" encoding="windows-1251"?>'
    legacy = row.make(bad_files.LEGACY.encode("cp1251")).replace(b'<?xml version="1.0"?>', declared)
    content = {
        "good": good,
        "truncated": good[: len(good) - row.cut],
        "empty": b"",
        "damaged": row.make(bad_files.DAMAGED),
        "legacy": legacy,
        "wrong": bad_files.PICTURE,
        "large": row.make(b" ".join([bad_files.RAIN] * 200)),
    }
    if fault in {"deep", "hostile"}:
        found: bad.Case | str = getattr(row, fault)
        return (b"", found, Options()) if isinstance(found, str) else (*found, Options())
    cell = bad.READ if fault == "good" else getattr(row, fault)
    return content[fault], cell, SMALL if fault == "large" else Options()


def items(row: Row, content: bytes, options: Options, folder: Path) -> list[Item]:
    """What is read in the file, or in the folder that it lies in."""
    if not row.others:
        return read(row.name, content, options)
    for name, beside in {row.name: content, **row.others}.items():
        (folder / name).write_bytes(beside)
    return list(files.walked(str(folder), options))


def words(item: Item) -> str:
    """The text of an article, or the title of what is a link."""
    return str(item.fields.get("title" if item.follow else "text", ""))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("form", TABLE)
def test_bad_input(form: str, fault: str, tmp_path: Path) -> None:
    content, cell, options = case(TABLE[form], fault)
    reason, others = (cell, None) if isinstance(cell, str) else cell
    if reason == bad.NONE:
        return
    found = items(TABLE[form], content, options, tmp_path)
    problems = [item.problem for item in found if item.problem and not item.follow]
    sound = [words(item) for item in found if not item.problem or item.follow]
    assert bad_files.MARK.decode() not in str([item.fields for item in found])
    if reason == bad.READ:
        wanted = bad_files.LEGACY if fault == "legacy" else bad_files.RAIN.decode()
        assert problems == []
        assert any(wanted in one for one in sound)
        return
    assert problems
    assert all(re.search(reason, problem) for problem in problems), problems
    whole = {bad_files.RAIN.decode(), bad_files.SNOW.decode()}
    assert (len(sound), {one.strip() for one in sound} <= whole) == (others or 0, True)


def test_every_form_has_its_row() -> None:
    rows = {form.lower() for form in TABLE}
    assert {NAMED.get(form, form.value) for form in Form} <= rows
