"""What processes that serve or work write about it: lines of JSON, or lines for people, on stderr."""

import json
import logging
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

_DETAIL: Final = re.compile(r"\nDETAIL:.*?(?=\n\[SQL|\n\nThe above|\n\nDuring|\Z)", re.DOTALL)
"""What PostgreSQL adds to an error: the row that it refused, texts and all."""

About = Callable[[], dict[str, Any]]
"""What is being done, for every line that is written meanwhile: {"request": "5f0c…"}, {"job": 17}; may be empty."""


def configure(kind: str, about: About, *others: str) -> None:
    """Write what the service logs as "json" or as "text", and the warnings of these other loggers likewise."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json(about) if kind == "json" else _Text(about))
    handler.addFilter(discreet)
    for name, level in {**dict.fromkeys(others, logging.WARNING), "timeline": logging.INFO}.items():
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)


def discreet(record: logging.LogRecord) -> bool:
    """Take out of a traceback what articles say; formatters write exc_text where it is there."""
    if record.exc_info and not record.exc_text:
        record.exc_text = _DETAIL.sub("", logging.Formatter().formatException(record.exc_info))
    return True


class _Json(logging.Formatter):
    """A record as one line of JSON."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.about = about

    def format(self, record: logging.LogRecord) -> str:
        """The line; what was logged as `extra={"facts": …}` has names of its own."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= self.about()
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["error"] = record.exc_text or self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


class _Text(logging.Formatter):
    """A record as a line for people."""

    def __init__(self, about: About) -> None:
        super().__init__("%(levelname)s %(name)s%(about)s %(message)s")
        self.about = about

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the id of the request or the number of the job."""
        told = " ".join(str(value) for value in self.about().values())
        record.about = f" [{told}]" if told else ""
        return super().format(record)
