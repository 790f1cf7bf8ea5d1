"""Fetching the pictures behind links, without being a stranger's way into the network that the server stands in.

Every hop is one straight line: the URL is taken apart once, its name resolved once, all addresses checked, and one of
exactly these connected to. No proxy, cookie, credential or referrer takes part, and the library resolves nothing.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import cached_property

import httpcore2

from pinxit import __version__
from pinxit.core.errors import Overloaded, SourceUnavailable
from pinxit.core.images import MAX_SOURCE_BYTES, Source
from pinxit.core.sources import Link
from pinxit.network.addresses import Address
from pinxit.network.connections import FAULTS, CheckedBackend, converse
from pinxit.network.names import Resolver
from pinxit.network.reach import Reach
from pinxit.network.targets import Target, read_target

_MOVED = frozenset({301, 302, 303, 307, 308})
_AT_ONCE = 32  # fetches of all requests together; the others wait, within their own time
_HEAD = 64  # bytes that tell a picture from a page
_CRUMB = 128  # bytes; a body of smaller pieces than this costs more time than it is worth
_HEADERS = (
    ("User-Agent", f"pinxit/{__version__}"),
    ("Accept", "image/png,image/jpeg,image/webp,image/gif,image/*;q=0.1"),
    ("Accept-Encoding", "identity"),
    ("Connection", "close"),
)
_INSTEAD = "Send the picture itself, for instance as a data URL"
_OPERATOR = "the operator of this server can allow the host with PINXIT_FETCH_ALLOW"


class GuardedFetcher:
    """A Fetcher that reaches public addresses on the usual ports only, and the hosts that `allow` names.

    `allow` takes host names, addresses and networks (`images.internal`, `127.0.0.1:9000`, `10.0.0.0/8`); without a
    port it opens all of them. `seconds` is for one picture with all its redirects. Raises ConfigurationError for an
    entry that cannot be read.
    """

    def __init__(
        self,
        allow: Sequence[str] = (),
        *,
        max_bytes: int = MAX_SOURCE_BYTES,
        seconds: float = 10.0,
        redirects: int = 3,
        resolver: Resolver | None = None,
    ) -> None:
        self._reach = Reach(allow, resolver)
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._redirects = redirects
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def fetch(self, link: Link) -> Source:
        """The picture behind a link.

        Raises SourceUnavailable, with the link's field as its param, for what may not or cannot be fetched,
        InvalidRequest for what is no PNG, JPEG, WebP or GIF file, and Overloaded where too many others are fetched.
        """
        target = _read(link, lambda: read_target(link.url))
        waiting = True
        try:
            async with asyncio.timeout(self._seconds), self._slots:
                waiting = False
                return Source(await self._follow(link, target), link.name)
        except TimeoutError:
            if waiting:
                raise Overloaded(
                    "Too many pictures are being fetched; ask again later, or send the picture itself.",
                    retry_after=self._seconds,
                ) from None
            raise _unavailable(
                link, f"The picture at {target.host} did not come within {self._seconds:g} seconds. {_INSTEAD}."
            ) from None

    async def _follow(self, link: Link, target: Target) -> bytes:
        for _ in range(self._redirects + 1):
            addresses = await self._check(link, target)
            async with self._ask(link, target, addresses) as response:
                if response.status not in _MOVED:
                    return await self._read_body(link, target, response)
                location = _header(response, b"location")
            onward = _read(link, lambda: target.follow(location))  # noqa: B023  (called at once)
            if target.scheme == "https" and onward.scheme == "http":
                raise _unavailable(link, f"{target.host} redirects from https to http, which is not followed.")
            target = onward
        raise _unavailable(
            link, f"{target.host} redirects more than {self._redirects} times. Send the address where the picture is."
        )

    async def _check(self, link: Link, target: Target) -> Sequence[Address]:
        """The addresses that may be connected to; the refusal is the same for all others and for no address."""
        host, port = target.host, target.port
        if not self._reach.has_port(host, port):
            raise _unavailable(
                link, f"Pictures are fetched from the ports 80, 443, 8080 and 8443, not from {port}; {_OPERATOR}."
            )
        addresses = await self._reach.find(host, port)
        if not addresses:
            raise _unavailable(
                link,
                f"No picture is fetched from {host}: it has no public address. {_INSTEAD}; {_OPERATOR}.",
            )
        return addresses

    @asynccontextmanager
    async def _ask(self, link: Link, target: Target, addresses: Sequence[Address]) -> AsyncIterator[httpcore2.Response]:
        """One question on one connection, closed at the end. Raises SourceUnavailable for all that goes wrong."""
        url = httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
        request = httpcore2.Request("GET", url, headers=[("Host", target.authority), *_HEADERS])
        backend = CheckedBackend(addresses, self._seconds / 3)
        trust = self._trust if target.scheme == "https" else None
        try:
            # What frames a picture's pieces counts too.
            async with converse(request, backend, trust, 2 * self._max_bytes) as response:
                yield response
        except FAULTS as error:
            raise _unavailable(
                link, f"{target.host} could not be asked for the picture{_why(error)}. {_INSTEAD}."
            ) from error

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return httpcore2.default_ssl_context()

    async def _read_body(self, link: Link, target: Target, response: httpcore2.Response) -> bytes:
        if response.status != 200:
            raise _unavailable(link, f"{target.host} answered with status {response.status} instead of a picture.")
        if _header(response, b"content-encoding").lower() not in ("", "identity"):
            raise _unavailable(
                link, f"{target.host} sends the picture compressed although that was declined. {_INSTEAD}."
            )
        too_large = _unavailable(link, f"The picture at {target.host} has more than {self._max_bytes / 2**20:g} MB.")
        length = _header(response, b"content-length")
        if length.isdecimal() and int(length) > self._max_bytes:
            raise too_large
        body = bytearray()
        pieces = 0
        async for piece in response.aiter_stream():
            known = len(body) >= _HEAD
            body += piece
            pieces += 1
            if len(body) > self._max_bytes:
                raise too_large
            if not known and len(body) >= _HEAD:
                Source(bytes(body[:_HEAD]), link.name)  # a page is not read to its end
            if pieces > 512 and len(body) < _CRUMB * pieces:
                raise _unavailable(link, f"{target.host} sends the picture in crumbs. {_INSTEAD}.")
        return bytes(body)


def _header(response: httpcore2.Response, name: bytes) -> str:
    """A header's value: empty where it is absent, with commas between where it is given more than once."""
    return b", ".join(value for key, value in response.headers if key.lower() == name).decode("utf-8", "replace")


def _read(link: Link, read: Callable[[], Target]) -> Target:
    try:
        return read()
    except ValueError as error:
        raise _unavailable(
            link, f"The picture's URL {error}. Send an https URL, or the picture as a data URL."
        ) from None


def _why(error: Exception) -> str:
    """Whether it was the certificate, which is worth knowing; all else looks alike from outside."""
    return (
        ": its certificate is not valid for it" if isinstance(error.__context__, ssl.SSLCertVerificationError) else ""
    )


def _unavailable(link: Link, message: str) -> SourceUnavailable:
    # Only hosts are ever named: the query of a URL may hold a secret.
    return SourceUnavailable(message, param=link.name, code="invalid_image_url")
