"""An address as it is asked for: read once, by one parser, and refused where parsers could disagree."""

import re
from dataclasses import dataclass
from typing import Final

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from timeline.ingest.fetching.policy import Policy, Refused

LONGEST: Final = 2000
PORTS: Final = {"http": 80, "https": 443}
_HOST: Final = re.compile(r"(?:[0-9A-Za-z_-]{1,63}\.){0,126}[0-9A-Za-z_-]{1,63}\.?|\[[0-9A-Fa-f:.]+\]")
_DOUBTFUL: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\]")


@dataclass(frozen=True, slots=True)
class Target:
    """The parts of an address; host is in ASCII and without brackets, path has the query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as the Host header has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def root(self) -> str:
        return f"{self.scheme}://{self.authority}"


def read(url: str, policy: Policy) -> Target:
    """The target that an address names; Refused, with a sentence, for what the policy does not allow."""
    if len(url) > LONGEST or _DOUBTFUL.search(url):
        raise Refused(f"an address has at most {LONGEST:,} characters, without blanks and backslashes", field="url")
    try:
        parts = parse_url(url)
    except LocationParseError as error:
        raise Refused(f"'{url[:200]}' is not an address", field="url") from error
    host = parts.host or ""
    if parts.scheme not in PORTS or not _HOST.fullmatch(host):
        raise Refused(f"'{url[:200]}' does not begin with http:// or https:// and a name", field="url")
    if parts.auth is not None:
        raise Refused("an address that is fetched must not carry a name or password", field="url")
    port = PORTS[parts.scheme] if parts.port is None else parts.port
    if port not in policy.ports:
        named = "TIMELINE_FETCH_PORTS names those that are"
        raise Refused(f"port {port} of {host} is not one that is fetched from; {named}", field="url")
    return _target(parts.scheme, host.strip("[]"), port, parts.request_uri)


def _target(scheme: str, host: str, port: int, path: str) -> Target:
    bare = Target("", scheme, host, port, path)
    return Target(bare.root + path, scheme, host, port, path)
