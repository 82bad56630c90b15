"""Texts without their typography: the same words in other quotation marks, dashes and blanks are the same."""

import unicodedata
from typing import Final

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)


def plain(text: str) -> str:
    """The text with plain signs and single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN).replace("''", '"').split())
