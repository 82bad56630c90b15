"""'the troubles of the mill', 'a blitz of calls': a period's name without its capital is a common noun."""

from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan

_ALWAYS = frozenset({"coronavirus", "covid"})


def common(scan: Scan, start: int, end: int) -> bool:
    words = [word for word in scan.words[start:end] if word.lower() != "the"]
    return not any(word[0].isupper() or word in _ALWAYS for word in words)


DOUBT = Doubt("a common noun", frozenset({"period"}), common)
