"""'a while', 'some time', 'a long time': lengths of which not even the unit is said."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Rule


def read(_match: Match) -> a.Term:
    return a.Length((a.Amount(None, G.UNKNOWN),))


RULE = Rule(
    "duration_vague",
    ("(a|quite a) (short |long |little |good )?while", "(quite )?some time", "a (short|long|very long) time"),
    read,
)
