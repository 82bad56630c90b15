"""'$2,000', '1990 euros', '12.5%': amounts."""

from timeline.resolve.rule import Rejection

RULE = Rejection(
    "an amount", ("($|£|€|#)( )?<NUMERAL>((,|.)<NUMERAL>)?", "<NUMERAL>,<THREE>(,<THREE>)?", "<NUMERAL>( )?%")
)
