"""Scanning: a text cut into words, digits, signs and white space, with the code of each."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from timeline.resolve.vocabulary import Codes

_CUT: Final = re.compile(r"[^\W\d_]+|\s+|\d+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scan:
    """A text and its tokens: starts has one more, the end of the text; codes has one character for each token."""

    text: str
    words: list[str]
    starts: list[int]
    codes: str

    def between(self, first: int, last: int) -> str:
        """The text of the tokens from first up to, but not including, last."""
        return self.text[self.starts[first] : self.starts[last]]

    def token_at(self, offset: int) -> int:
        """The index of the token that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def word(self, index: int) -> str:
        """A token in lower case; empty outside the text."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def before(self, index: int) -> str:
        """The word before a token, in lower case; empty where no space lies between."""
        return self.word(index - 2) if index > 1 and self.codes[index - 1] == " " else ""

    def after(self, index: int) -> str:
        """The word after the token before index, in lower case; empty where no space lies between."""
        return self.word(index + 1) if self.word(index) and self.codes[index] == " " else ""


def scan(text: str, codes: Codes) -> Scan:
    """Cut a text; every character is in exactly one token."""
    words = _CUT.findall(text)
    starts = [0, *accumulate(map(len, words))]
    return Scan(text, words, starts, "".join(map(codes.__getitem__, words)))
