"""docs/resolver.md: its examples run and print what it says, and the tables of bench/comparison.py have their place."""

import contextlib
import io
import re
from pathlib import Path
from typing import Final

PAGE: Final = (Path(__file__).parents[1] / "docs" / "resolver.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_examples_print_what_the_page_says() -> None:
    for code, said in zip(blocks("python"), blocks("text"), strict=True):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs/resolver.md", "exec"), {})
        assert printed.getvalue() == said


def test_the_tables_stand_between_their_markers() -> None:
    _, _, rest = PAGE.partition("<!-- written by bench/comparison.py -->")
    tables, marked, _ = rest.partition("<!-- end of what bench/comparison.py writes -->")
    assert marked
    assert "| TimeBank | HeidelTime | 85.3 |" in tables
