"""'In May twenty-one people came', 'on Friday night at 8 mills': a number that counts what stands behind it."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def counts(scan: Scan, start: int, end: int) -> bool:
    """A year of four digits, or an article before the day, leaves no doubt."""
    words = list(map(scan.word, range(start, end)))
    always = "year" in words or (words[-1].isdigit() and words[-2] == " " and words[-3] == "at")
    if not always and (scan.words[end - 1].isdigit() or "the" in words):
        return False
    follows = scan.after(end)
    return scan.word(end) == "-" or (follows.isalpha() and follows not in context("after_a_day"))


DOUBT = Doubt(
    "a number of things beside a day", frozenset({"date_spelled", "weekday_day", "year_spelled", "clock_part"}), counts
)
