"""Posting messages to the addresses that callers name, without being their way into the server's own network.

The rule is that of fetched pictures, and stricter where a message may be overheard: https, or plain http to a host that
the operator has opened himself. The name is resolved anew for every try, and what was checked is connected to. Nothing
is followed, and of an answer nothing is kept but its status.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property

import httpcore2

from pinxit import __version__
from pinxit.core.errors import InvalidRequest
from pinxit.network.addresses import Address
from pinxit.network.connections import FAULTS, CheckedBackend, converse
from pinxit.network.names import Resolver
from pinxit.network.reach import Reach
from pinxit.network.targets import Target, read_target

_PORTS = frozenset({443, 8443})
_MOST_ANSWER = 8 * 1024  # bytes that are read of an answer's body, so that its sender sees it taken
_LAST_WORDS = 1.0  # seconds for them
_CHECK = 5.0  # seconds that a name may take while its caller waits
_OPERATOR = "the operator of this server can allow the host with PINXIT_FETCH_ALLOW"


class GuardedSender:
    """A Sender that reaches public addresses by https on the usual ports, and the hosts that `allow` names.

    `allow` is read as GuardedFetcher reads it. `seconds` is for one try from the name to the answer. Raises
    ConfigurationError for an entry that cannot be read.
    """

    def __init__(self, allow: Sequence[str] = (), *, seconds: float = 15.0, resolver: Resolver | None = None) -> None:
        self._reach = Reach(allow, resolver)
        self._seconds = seconds

    async def check_target(self, url: str) -> None:
        """Raises InvalidRequest whose message says what is wrong with the address, and never what a name leads to."""
        try:
            target = read_target(url)
        except ValueError as error:
            raise _refuse(f"The webhook's URL {error}. Send an https URL.") from None
        wrong_port = _refuse(f"Webhooks go to the ports 443 and 8443, not to {target.port}; {_OPERATOR}.")
        if not self._reach.has_port(target.host, target.port):
            raise wrong_port
        try:
            async with asyncio.timeout(_CHECK):
                addresses = await self._reach.find(target.host, target.port)
        except TimeoutError:
            addresses = ()
        if not addresses:
            raise _refuse(f"Nothing is sent to {target.host}: it has no public address; {_OPERATOR}.")
        if not self._is_safe(target, addresses):
            if target.scheme == "https":
                raise wrong_port
            raise _refuse(f"Webhooks go by https only: the URL of {target.host} begins with http; {_OPERATOR}.")

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> str:
        """The status in digits, or `refused`, `timeout`, `certificate`, `unreachable`."""
        status = ""
        try:
            async with asyncio.timeout(self._seconds):
                target = read_target(url)
                addresses = await self._find(target)
                if not addresses:
                    return "refused"
                trust = self._trust if target.scheme == "https" else None
                backend = CheckedBackend(addresses, self._seconds / 3)
                async with converse(_write(target, headers, body), backend, trust, 2 * _MOST_ANSWER) as response:
                    status = str(response.status)
                    await _read_some(response)
        except TimeoutError:
            return status or "timeout"
        except FAULTS as error:
            broken = isinstance(error.__context__, ssl.SSLCertVerificationError)
            return status or ("certificate" if broken else "unreachable")
        return status

    async def _find(self, target: Target) -> Sequence[Address]:
        if not self._reach.has_port(target.host, target.port):
            return ()
        addresses = await self._reach.find(target.host, target.port)
        return addresses if self._is_safe(target, addresses) else ()

    def _is_safe(self, target: Target, addresses: Sequence[Address]) -> bool:
        usual = target.scheme == "https" and target.port in _PORTS
        return usual or self._reach.is_opened(target.host, target.port, addresses)

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return httpcore2.default_ssl_context()


def _write(target: Target, headers: Mapping[str, str], body: bytes) -> httpcore2.Request:
    sent = [
        ("Host", target.authority),
        ("User-Agent", f"pinxit/{__version__}"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
        *headers.items(),
    ]
    url = httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
    return httpcore2.Request("POST", url, headers=sent, content=body)


async def _read_some(response: httpcore2.Response) -> None:
    """Take a little of a body, so that a receiver that answers in words is not hung up on while it does."""
    read = 0
    with suppress(*FAULTS, TimeoutError):
        async with asyncio.timeout(_LAST_WORDS):
            async for piece in response.aiter_stream():
                read += len(piece)
                if read > _MOST_ANSWER:
                    return


def _refuse(message: str) -> InvalidRequest:
    # Only hosts are ever named: the rest of a URL may hold a secret.
    return InvalidRequest(message, param="webhook", code="invalid_webhook_url")
