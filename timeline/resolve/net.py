"""The wide net: words that could denote time, in the places where no rule and no rejection has spoken."""

import re
from collections.abc import Iterator

from timeline.resolve import lexicon
from timeline.resolve.scan import Scan
from timeline.resolve.vocabulary import Vocabulary


class Net:
    """The codes of such words, with the reason that is given for each."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        reasons: dict[str, str] = lexicon.tables()["net"]
        self._reasons = {
            code: next(reason for name, reason in reasons.items() if name in classes)
            for classes, code in vocabulary.sets.items()
            if classes & reasons.keys()
        }
        self._pattern = re.compile(f"[{''.join(self._reasons)}]")

    def caught(self, scan: Scan, start: int, end: int, spoken: set[int]) -> Iterator[tuple[int, str]]:
        """The tokens between two of which nothing was said, each with its reason."""
        for match in self._pattern.finditer(scan.codes, start, end):
            at = match.start()
            if at not in spoken:
                yield at, self._reasons[match[0]]
