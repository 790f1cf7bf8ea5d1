"""Whom a stranger's link may reach: the usual ports of public addresses, and what the operator allows besides."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

from pinxit.network.addresses import Address, Allowance, is_public
from pinxit.network.names import Resolver, SystemResolver

PORTS = frozenset({80, 443, 8080, 8443})
_TRIES = 4  # addresses of one name


class Reach:
    """Finds the addresses of hosts that may be connected to. Raises ConfigurationError for a wrong entry of `allow`."""

    def __init__(self, allow: Sequence[str] = (), resolver: Resolver | None = None) -> None:
        self._allowance = Allowance.read(allow)
        self._resolve = resolver or SystemResolver()

    def has_port(self, host: str, port: int) -> bool:
        """Whether the port is a usual one, or open for this host, so that its name is worth resolving."""
        return self._allowance.has_name(host, port) or port in PORTS or self._allowance.has_port(port)

    async def find(self, host: str, port: int) -> Sequence[Address]:
        """Where to connect; none where the name has no address, or one of its addresses may not be reached."""
        addresses = await self._find(host, port)
        named = self._allowance.has_name(host, port)
        if not (named or all(self._may_reach(address, port) for address in addresses)):
            return []
        return addresses[:_TRIES]

    def is_opened(self, host: str, port: int, addresses: Sequence[Address]) -> bool:
        """Whether the operator named this host, or every one of these addresses."""
        named = self._allowance.has_name(host, port)
        return named or all(self._allowance.has_address(address, port) for address in addresses)

    def _may_reach(self, address: Address, port: int) -> bool:
        return (port in PORTS and is_public(address)) or self._allowance.has_address(address, port)

    async def _find(self, host: str, port: int) -> Sequence[Address]:
        try:
            return [ip_address(host)]
        except ValueError:
            pass
        try:
            # One that cannot be read fails the whole name, since it cannot be checked.
            return [ip_address(address) for address in await self._resolve(host, port)]
        except (OSError, ValueError):
            return []
