"""'time' that is no point of time: 'for the first time ever', 'in their free time', 'Financial Times'."""

from timeline.resolve.rule import Rejection

RULE = Rejection(
    "time as a noun",
    (
        "(for )?the (<ORDINAL>|last|next|only) time( ever)?",
        "(free|spare|leisure|full|part|prime|real|half|down|over|long|big|hard|high)(-| )time",
        "(financial|new york|los angeles|latin|irish|japan|straits|moscow|seattle|sunday|korea|hindustan) times",
        "(british|eastern|pacific|central|mountain|moscow) (summer|standard|daylight|winter) time",
    ),
)
