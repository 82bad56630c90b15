"""'the fourth quarter-final': rounds of a contest."""

from timeline.resolve.rule import Rejection

RULE = Rejection("round of a contest", "(the |a )?(<NTH>(-| ))?quarter(-| )(final|finals|finalist|finalists)")
