"""Cells of tables that a spreadsheet would take for a formula: how they are marked as text, and the mark taken away.

A cell that begins, after any apostrophes, with = + - @, their wide forms or a blank gets one more apostrophe, which is
how spreadsheets themselves mark text; one is taken away where such a sign follows it. So every cell comes back as it
was, and those that begin with another apostrophe ('Tis) are left alone.
"""

import re
from typing import Final

_SIGNS: Final = r"[=+\-@\uff1d\uff0b\uff0d\uff20\s]"
_FORMULA: Final = re.compile(rf"'*{_SIGNS}")
_MARKED: Final = re.compile(rf"'+{_SIGNS}")


def marked(text: str) -> str:
    """The text as a cell that no spreadsheet computes."""
    return f"'{text}" if _FORMULA.match(text) else text


def unmarked(cell: str) -> str:
    """The text of such a cell."""
    return cell[1:] if _MARKED.match(cell) else cell
