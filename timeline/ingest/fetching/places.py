"""Where names lead, and which of those places are public."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from timeline.ingest.fetching.policy import Failed, Policy, Refused
from timeline.ingest.fetching.targets import Target

Resolver = Callable[[str, int], Sequence[str]]
"""The addresses of a host, as text; OSError where there are none."""

_SPECIAL: Final = tuple(
    map(
        ip_network,
        (
            # The registries of special addresses (RFC 6890), for Pythons whose ipaddress has older ones.
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
            *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
            # Public by registry, but what Azure's machines ask for their own keys.
            "168.63.129.16/32",
            # Inside 2000::/3: Teredo and other protocols, documentation, 6to4, which leads to any IPv4 address.
            *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
        ),
    )
)
_UNICAST: Final = ip_network("2000::/3")
_NAT64: Final = ip_network("64:ff9b::/96")


def is_public(written: str, *, loopback: bool = False) -> bool:
    """Whether an IP address is one of the open internet; with loopback, also 127.0.0.0/8 and ::1."""
    address = _meant(ip_address(written))
    if address.is_loopback:
        return loopback
    if any(address in network for network in _SPECIAL) or not address.is_global or address.is_multicast:
        return False
    return address.version == 4 or address in _UNICAST


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, by mapping (RFC 4291) or by translation (RFC 6052)."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def of(target: Target, policy: Policy, resolve: Resolver) -> tuple[str, ...]:
    """The addresses to connect to, asked for once; Refused if any of them is not public."""
    try:
        found = tuple(dict.fromkeys(resolve(target.host, target.port)))
    except (OSError, UnicodeError) as error:
        raise Failed(f"the name {target.host} leads nowhere") from error
    if not found:
        raise Failed(f"the name {target.host} leads nowhere")
    for address in found:
        if not is_public(address, loopback=policy.loopback):
            raise Refused(_not_public(target.host, address), field="url")
    return found


def _not_public(host: str, address: str) -> str:
    if host == address:
        return f"{host} is not a public address"
    return f"the address of {host} leads to {address}, which is not public"


def by_system(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver knows."""
    return [str(place[0]) for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
