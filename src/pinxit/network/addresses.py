"""Which addresses a stranger's link may reach: public ones, and what the operator allows besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from pinxit.core.errors import ConfigurationError
from pinxit.network.targets import split_authority

Address = IPv4Address | IPv6Address
_Network = IPv4Network | IPv6Network

# IANA's registries of special-purpose addresses (RFC 6890 and later). They are written out, since `is_global` of the
# standard library answers differently from one Python to the next, and calls multicast global.
_PRIVATE_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # behind a carrier's NAT; a cloud keeps its metadata at 100.100.100.200
            "127.0.0.0/8",
            "168.63.129.16/32",  # looks public, but answers only inside one cloud, with its secrets
            "169.254.0.0/16",  # link-local; most clouds keep their metadata at 169.254.169.254
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",  # documentation, as the next two of /24 below
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
_PUBLIC_V6 = IPv6Network("2000::/3")  # all unicast that IANA has given out
_PRIVATE_V6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocols: Teredo, benchmarks, ORCHID
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: any IPv4 address in disguise
            "2620:4f:8000::/48",
            "3fff::/20",  # documentation
        ),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")  # how networks without IPv4 see the rest of the world (RFC 6052)


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open internet, also by the IPv4 address that it may carry inside."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _PRIVATE_V4)
    if address.scope_id is not None:
        return False
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    return address in _PUBLIC_V6 and not any(address in network for network in _PRIVATE_V6)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Hosts, addresses and networks that an operator opens; each for one port, or (None) for every one."""

    names: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[tuple[_Network, int | None], ...] = ()

    @classmethod
    def read(cls, entries: Sequence[str]) -> Allowance:
        """From entries such as `images.internal`, `127.0.0.1:9000`, `[::1]:9000`, `10.0.0.0/8`.

        Raises ConfigurationError for what is none of these, and for what would open everything.
        """
        names: set[tuple[str, int | None]] = set()
        networks: list[tuple[_Network, int | None]] = []
        for entry in entries:
            place, port = _read_entry(entry.strip())
            if isinstance(place, str):
                names.add((place, port))
            else:
                networks.append((place, port))
        return cls(frozenset(names), tuple(networks))

    def has_name(self, host: str, port: int) -> bool:
        return not self.names.isdisjoint({(host, port), (host, None)})

    def has_address(self, address: Address, port: int) -> bool:
        return any(address in network and only in (None, port) for network, only in self.networks)

    def has_port(self, port: int) -> bool:
        """Whether some network is open at this port, so that it is worth resolving a name for it."""
        return any(only in (None, port) for _, only in self.networks)


def _read_entry(entry: str) -> tuple[str | _Network, int | None]:
    wrong = ConfigurationError(
        f"PINXIT_FETCH_ALLOW must name hosts, addresses or networks with commas between, for example "
        f"images.internal, 127.0.0.1:9000, 10.0.0.0/8; not {entry[:60]!r}."
    )
    try:
        if entry.endswith(":") and not entry.endswith("::"):
            raise wrong  # a port that was forgotten, or a variable that is empty, would open all of them
        if "/" in entry:
            network = ip_network(entry)
            if not network.prefixlen:
                raise wrong
            return network, None
        host, port = split_authority(entry if entry.count(":") < 2 or "[" in entry else f"[{entry}]")
    except ValueError:
        raise wrong from None
    try:
        return ip_network(ip_address(host)), port
    except ValueError:
        return host, port
