"""The files of words/: one for each language, one of shapes that all have, one of small words."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A file: 'es', 'any', 'small'."""
    folder = resources.files(__package__ or "timeline.resolve.languages") / "words"
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
