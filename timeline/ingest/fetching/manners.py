"""What hosts ask of visitors: robots.txt, a pause between two requests, and a longer one where they say so."""

from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Final
from urllib.robotparser import RobotFileParser

from timeline.ingest.fetching.policy import NAME, Failed

ROBOTS_MOST: Final = 500 * 1024
"""Bytes of a robots.txt that must be read (RFC 9309, section 2.5); longer ones are refused."""


def robots(content: bytes) -> RobotFileParser:
    """The rules of a robots.txt as urllib.robotparser has them: the first rule that fits counts, and no wildcards."""
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    rules = RobotFileParser()
    rules.parse(lines if _sound(lines) else [line for line in lines if _sound(["User-agent: *", line])])
    return rules


def _sound(lines: list[str]) -> bool:
    """False where urllib.robotparser stumbles, as over 'Disallow: //[' and 'Crawl-delay: \u00b2'."""
    try:
        RobotFileParser().parse(lines)
    except ValueError:
        return False
    return True


def pause(rules: RobotFileParser, least: float, most: float) -> float:
    """Seconds between two requests to a host: what its rules ask for, within bounds."""
    return min(max(least, float(rules.crawl_delay(NAME) or 0)), most)


@dataclass(slots=True)
class Pace:
    """When each host may be asked again; safe for threads."""

    _next: dict[str, float] = field(default_factory=dict)
    _closed: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def turn(self, host: str, apart: float) -> float:
        """Take the next turn with a host: the seconds to wait for it. Failed while the host wants to be left alone."""
        with self._lock:
            now = monotonic()
            if (closed := self._closed.get(host, now) - now) > 0:
                raise Failed(f"{host} asked not to be asked for {closed:.0f} seconds", retry_after=closed)
            start = max(now, self._next.get(host, now))
            self._next[host] = start + apart
            return start - now

    def close(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        with self._lock:
            self._closed[host] = monotonic() + seconds
