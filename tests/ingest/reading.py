"""What the tests of the forms ask of a file: its items."""

import io

from timeline.ingest import files
from timeline.ingest.files import Item, Options


def read(name: str, content: bytes, options: Options | None = None) -> list[Item]:
    """The items of a file with this name and content."""
    return list(files.items(name, io.BytesIO(content), options or Options()))


def article(name: str, content: bytes, options: Options | None = None) -> dict[str, object]:
    """The fields of the one item of a file that is in order."""
    (found,) = read(name, content, options)
    assert found.problem == ""
    return dict(found.fields)


def problems(items: list[Item]) -> dict[str, str]:
    """{where: problem} of the items that have one."""
    return {item.where: item.problem for item in items if item.problem}
