"""'on the 20th floor': an ordinal that counts something else than days."""

from timeline.resolve.lexicon import context
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def counts_things(scan: Scan, _start: int, end: int) -> bool:
    follows = scan.after(end)
    return follows.isalpha() and follows not in context("after_a_day") and not follows.endswith("ed")


DOUBT = Doubt("an ordinal", frozenset({"day_of_month"}), counts_things)
