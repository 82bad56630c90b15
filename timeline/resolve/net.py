"""The wide net: words that could denote time, in the places where no rule and no rejection has spoken."""

import re
from collections.abc import Iterable, Iterator

from timeline.resolve import lexicon
from timeline.resolve.scan import Scan
from timeline.resolve.vocabulary import Vocabulary


class Net:
    """The codes of such words, with the reason that is given for each; a wide one catches every number as well."""

    def __init__(self, vocabulary: Vocabulary, *, wide: bool = False) -> None:
        reasons: dict[str, str] = lexicon.tables()["net"] | (lexicon.tables()["wide"] if wide else {})
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

    def left(self, scan: Scan, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
        """The tokens that lie in none of some spans of offsets, which are in order, each with its reason."""
        ahead, reached = iter([*spans, (len(scan.text) + 1, 0)]), 0
        start, end = next(ahead)
        for match in self._pattern.finditer(scan.codes):
            at = match.start()
            while start <= scan.starts[at]:
                reached = max(reached, end)
                start, end = next(ahead)
            if reached < scan.starts[at + 1]:
                yield at, self._reasons[match[0]]
