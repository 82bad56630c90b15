"""'© 2024 Latin Times': evidence for the publication, not a time of what is told."""

from timeline.resolve.rule import Rejection

RULE = Rejection("copyright", ("(© |©|copyright |copyright © )<YEAR4>(( )?(-|,)( )?<YEAR4>)?",))
