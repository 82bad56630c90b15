"""'as soon as', 'soon after', 'this time last year': comparison, not reference."""

from timeline.resolve.rule import Rejection

RULE = Rejection(
    "comparison",
    (
        *("as soon as", "soon after", "soon afterwards", "up(-| )to(-| )date"),
        "(every )?now and (then|again)",
        *("three(-| )quarters", "some quarters", "(a|one) quarter of"),
    ),
)
