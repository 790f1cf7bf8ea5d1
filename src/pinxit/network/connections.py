"""Connections to strangers: to checked addresses alone, and with a limit to all that they may send."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager

import httpcore2

from pinxit.network.addresses import Address

_MOST_HEAD = 128 * 1024  # bytes before an answer has begun; the library limits one head, but not how many come
# Bytes that are read at once. All messages in them are worked through without a pause: thousands, in a flood of heads.
_SIP, _GULP = 4096, 32 * 1024
FAULTS = (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, OSError, ValueError)
"""All that can go wrong with a stranger."""


class CheckedBackend(httpcore2.AsyncNetworkBackend):
    """Connects to addresses that were checked before, whatever the name may mean by now. For one connection.

    Until `admit_body` no more may come than the head of an answer needs.
    """

    def __init__(self, addresses: Sequence[Address], seconds: float) -> None:
        self._addresses = addresses
        self._seconds = seconds
        self._stream: httpcore2.AsyncNetworkStream | None = None
        self._allowance = _MOST_HEAD
        self._gulp = _SIP

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (the library's interface)
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        last: Exception = httpcore2.ConnectError("no address")
        for address in self._addresses:
            try:
                self._stream = await httpcore2.AnyIOBackend().connect_tcp(str(address), port, timeout=self._seconds)
                return _Measured(self._stream, self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
        raise last

    def admit_body(self, most: int) -> None:
        """From now on `most` bytes more may come."""
        self._allowance, self._gulp = most, _GULP

    async def read(self, stream: httpcore2.AsyncNetworkStream, most: int, timeout: float | None) -> bytes:  # noqa: ASYNC109
        """At most `most` bytes of a stream. Raises ReadError once more has come than may."""
        piece = await stream.read(min(most, self._gulp), timeout)
        self._allowance -= len(piece)
        if self._allowance < 0:
            raise httpcore2.ReadError("more than may come")
        return piece

    async def close(self) -> None:
        """Hang up. The library itself does not where its time ran out while TLS was being agreed upon."""
        if self._stream:
            await self._stream.aclose()


@asynccontextmanager
async def converse(
    request: httpcore2.Request, backend: CheckedBackend, trust: ssl.SSLContext | None, most: int
) -> AsyncIterator[httpcore2.Response]:
    """Ask one question on one connection, which is closed at the end; at most `most` bytes may follow the head.

    `trust` is for https. Raises one of FAULTS.
    """
    connection = httpcore2.AsyncHTTPConnection(request.url.origin, ssl_context=trust, network_backend=backend)
    try:
        async with connection:
            response = await connection.handle_async_request(request)
            backend.admit_body(most)
            yield response
    finally:
        await backend.close()


class _Measured(httpcore2.AsyncNetworkStream):
    """A stream, plain or of TLS, of which the backend says how much may come."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream, backend: CheckedBackend) -> None:
        self._stream = stream
        self._backend = backend

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        return await self._backend.read(self._stream, max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        return _Measured(await self._stream.start_tls(ssl_context, server_hostname, timeout), self._backend)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
