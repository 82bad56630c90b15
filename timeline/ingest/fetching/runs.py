"""One run of fetching: redirects followed by hand, and what was learned of hosts on the way."""

import ssl
from collections.abc import Callable
from dataclasses import replace
from http.client import responses
from typing import Final, TypeVar
from urllib.robotparser import RobotFileParser

from urllib3.response import HTTPResponse

from timeline.ingest.fetching import answers, manners, places, targets, wire
from timeline.ingest.fetching.deadline import Deadline
from timeline.ingest.fetching.places import Resolver, by_system
from timeline.ingest.fetching.policy import NAME, Failed, Fetched, Policy, Refused, Validators
from timeline.ingest.fetching.targets import Target

_MOVED: Final = {301, 302, 303, 307, 308}
_GIVEN: Final = {200, 203}
_UNCHANGED: Final = 304
_FOR_NOW: Final = {408, 425, 429}
_SERVER: Final = 500

T = TypeVar("T")
Visit = Callable[[Target, Target | None], dict[str, str]]
"""What happens before a target is asked, given the one that led to it; gives the headers to ask with."""
Take = Callable[[Target, HTTPResponse], T]
"""What is made of an answer that is no redirect."""


class Run:
    """Fetches addresses by one policy; robots.txt and turns are kept as long as it lives. Threads may share it.

    resolve and trust stand for the system's names and certificates.
    """

    def __init__(self, policy: Policy, resolve: Resolver = by_system, trust: ssl.SSLContext | None = None) -> None:
        self._policy, self._resolve = policy, resolve
        self._trust = trust or ssl.create_default_context()
        self._pace = manners.Pace()
        self._rules: dict[str, RobotFileParser | tuple[type[Failed | Refused], str]] = {}

    def fetch(self, url: str, known: Validators | None = None) -> Fetched:
        """What an address gives, or that it has not changed since known; Refused or Failed where there is nothing."""
        deadline = Deadline(self._policy.total)

        def visit(target: Target, led: Target | None) -> dict[str, str]:
            self._be_polite(target, led, deadline)
            return _condition(target, known)

        def take(target: Target, response: HTTPResponse) -> Fetched:
            if response.status == _UNCHANGED and known and _condition(target, known):
                return _unchanged(answers.head(target, response), known)
            return self._taken(target, response)

        return self._follow(url, deadline, visit, take)

    def _follow(self, url: str, deadline: Deadline, visit: Visit, take: Take[T]) -> T:
        """What is taken at the end of the redirects, each of which is checked like the first address."""
        led: Target | None = None
        for _ in range(self._policy.redirects + 1):
            target = targets.read(url, self._policy)
            headers = {"User-Agent": self._policy.agent, "Accept": "*/*", **visit(target, led)}
            found = places.of(target, self._policy, self._resolve)
            with wire.asked(target, found, headers, self._policy, deadline, self._trust) as response:
                if response.status not in _MOVED:
                    return take(target, response)
                url, led = answers.location(target, response), target
        raise Refused(f"the address redirects more than {self._policy.redirects} times, at last from {target.host}")

    def _taken(self, target: Target, response: HTTPResponse) -> Fetched:
        if response.status not in _GIVEN:
            raise self._complaint(target, response)
        answer = answers.head(target, response)
        if answer.media_type and answer.media_type not in self._policy.types:
            raise Refused(f"{target.host} gave '{answer.media_type[:80]}', a kind that holds no articles")
        return replace(answer, body=wire.body(response, self._policy.most))

    def _complaint(self, target: Target, response: HTTPResponse) -> Refused | Failed:
        """Why there is nothing; a host that asks for time gets it."""
        said = f"{target.host} answered {response.status} ({responses.get(response.status, 'unknown')})"
        if response.status < _SERVER and response.status not in _FOR_NOW:
            return Refused(said, status=response.status)
        wait = answers.retry_after(response)
        if wait:
            self._pace.close(target.authority, wait)
        return Failed(said, retry_after=wait)

    def _be_polite(self, target: Target, led: Target | None, deadline: Deadline) -> None:
        """Obey the host's robots.txt, and wait for a turn; a redirect within a host needs no new one."""
        apart = self._policy.delay
        if self._policy.robots:
            rules = self._robots(target, deadline)
            if not rules.can_fetch(NAME, target.url):
                raise Refused(f"the robots.txt of {target.host} asks not to fetch this address")
            apart = manners.pause(rules, apart, self._policy.longest_delay)
        if led is None or led.authority != target.authority:
            deadline.wait(self._pace.turn(target.authority, apart))

    def _robots(self, target: Target, deadline: Deadline) -> RobotFileParser:
        """The rules of a host, fetched once and as carefully as a page; where they cannot be had, nothing is."""
        known = self._rules.get(target.root)
        if known is None:
            try:
                known = self._follow(f"{target.root}/robots.txt", deadline, _silently, self._read_robots)
            except (Failed, Refused) as error:
                known = (type(error), error.message)
            self._rules[target.root] = known
        if isinstance(known, RobotFileParser):
            return known
        kind, message = known
        raise kind(message)

    def _read_robots(self, target: Target, response: HTTPResponse) -> RobotFileParser:
        """A host that has no robots.txt allows all (RFC 9309, section 2.3.1.3); one that fails allows nothing."""
        if response.status in _GIVEN:
            return manners.robots(wire.body(response, manners.ROBOTS_MOST))
        complaint = self._complaint(target, response)
        if isinstance(complaint, Failed):
            raise complaint
        return manners.robots(b"")


def _silently(_target: Target, _led: Target | None) -> dict[str, str]:
    return {}


def _condition(target: Target, known: Validators | None) -> dict[str, str]:
    """The headers that ask only for what has changed; none for another address than the known one."""
    if known is None or known.url != target.url:
        return {}
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in given.items() if value}


def _unchanged(answer: Fetched, known: Validators) -> Fetched:
    return replace(answer, etag=answer.etag or known.etag, last_modified=answer.last_modified or known.last_modified)
