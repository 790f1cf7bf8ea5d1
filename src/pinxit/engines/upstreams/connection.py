"""Connections to one upstream: pooled, HTTP/2 where it speaks that, everything bounded. The only place that knows how.

pyreqwest is Rust's reqwest with types: a picture of 1.5 MB costs the event loop 0.3 ms by it, and 0.6 ms over HTTP/2,
where clients written in Python need 2 to 4 ms, and 13 to 18 ms over HTTP/2 (bench/clients.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import (
    ConnectError,
    ConnectTimeoutError,
    PoolTimeoutError,
    PyreqwestError,
    RequestTimeoutError,
)
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import RequestBuilder
from pyreqwest.response import Response

from pinxit import __version__
from pinxit.core.errors import ConfigurationError, UpstreamDenied, UpstreamFailed, UpstreamTimeout
from pinxit.upstreams import Upstream

MAX_ANSWER = 192 * 2**20
"""Bytes that an answer may have, unpacked: ten pictures of 4K in base64 stay below."""
_CONNECT = 10.0  # seconds
_LATE = 2.0  # seconds
_WINDOW = 4 * 2**20  # bytes of HTTP/2 that may be under way: a picture comes without waiting for leave


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form: a text, or a file where `filename` is given."""

    name: str
    data: bytes | str
    filename: str | None = None
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A request: `path` is put behind the upstream's address. `headers` may hold secrets and are never shown."""

    path: str
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    """JSON, unless a header says otherwise."""
    parts: Sequence[Part] = field(default=(), repr=False)
    """A multipart form, in the place of a body."""
    seconds: float | None = None
    """From the question to the end of the answer; None: the upstream's `timeout`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer; `headers` have names in lower case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class Connection:
    """The pool of connections to an upstream at `base`, a URL without a slash at its end. Redirects are not followed.

    What goes wrong on the way becomes UpstreamFailed, with `undone` where nothing was sent, and UpstreamTimeout; their
    messages name the upstream and never its address or key. Any status is an answer.
    """

    def __init__(self, upstream: Upstream, base: str) -> None:
        self._upstream = upstream
        self._base = base

    async def ask(self, question: Question) -> Answer:
        """Ask and read the whole answer, at most MAX_ANSWER bytes."""
        async with self.open(question) as opened:
            return Answer(opened.status, opened.headers, await opened.read())

    @asynccontextmanager
    async def open(self, question: Question) -> AsyncIterator[Opened]:
        """Ask, and read the answer as it comes; leaving the block hangs up."""
        seconds = question.seconds or self._upstream.timeout
        sent = False
        # Cancelled, it goes on in Rust with its connection: there it ends a little after we gave up.
        request = self._build(question).timeout(timedelta(seconds=seconds + _LATE))
        try:
            async with asyncio.timeout(seconds), request.build_streamed() as response:
                sent = True
                yield Opened(response, self._upstream.name)
        except TimeoutError as error:
            raise UpstreamTimeout(f"{self._upstream.name} did not answer within {seconds:g} seconds.") from error
        except PyreqwestError as error:
            raise self._tell(error, sent=sent) from error

    async def close(self) -> None:
        if "_client" in self.__dict__:
            await self._client.close()

    def _build(self, question: Question) -> RequestBuilder:
        request = self._client.request(question.method, self._base + question.path)
        try:
            for name, value in question.headers.items():
                request = request.header(name, value, is_sensitive=True)
        except ValueError:
            raise UpstreamDenied(
                f"{self._upstream.name}: the key or a header has signs that no header may have."
            ) from None
        if question.parts:
            return request.multipart(_build_form(question.parts))
        if question.body is None:
            return request
        if not any(name.lower() == "content-type" for name in question.headers):
            request = request.header("content-type", "application/json")
        return request.body_bytes(question.body)

    def _tell(self, error: PyreqwestError, *, sent: bool) -> UpstreamFailed:
        name = self._upstream.name
        if isinstance(error, ConnectError | ConnectTimeoutError | PoolTimeoutError) and not _was_begun(error):
            return UpstreamFailed(f"{name} cannot be reached.", undone=True, code="upstream_unreachable")
        if isinstance(error, RequestTimeoutError):
            return UpstreamTimeout(f"{name} did not answer in time.")
        broken = "broke off its answer" if sent else "hung up before it answered"
        return UpstreamFailed(f"{name} {broken}.", code="upstream_hung_up")

    @cached_property
    def _client(self) -> Client:
        # Made at the first request: it belongs to the event loop that it is used on.
        builder = (
            ClientBuilder()
            .user_agent(f"pinxit/{__version__}")
            .http2(enable=True)
            .http2_initial_stream_window_size(_WINDOW)
            .http2_initial_connection_window_size(4 * _WINDOW)
            .http2_keep_alive_interval(timedelta(seconds=20))
            .http2_keep_alive_timeout(timedelta(seconds=20))
            .follow_redirects(enable=False)
            .connect_timeout(timedelta(seconds=_CONNECT))
            .pool_max_idle_per_host(self._upstream.at_once)
            .pool_idle_timeout(timedelta(seconds=30))
        )
        if self._upstream.certificate is not None:
            try:
                builder = builder.add_root_certificate_pem(self._upstream.certificate.read_bytes())
            except (OSError, PyreqwestError) as error:
                raise ConfigurationError(
                    f"The certificate of the upstream {self._upstream.name!r} cannot be read: {error}."
                ) from error
        return builder.build()


class Opened:
    """An answer that is being read."""

    def __init__(self, response: Response, name: str) -> None:
        self._response = response
        self._name = name
        self.status = response.status
        self.headers = {key.lower(): value for key, value in response.headers.items()}

    async def read(self, most: int = MAX_ANSWER) -> bytes:
        """All of it. Raises UpstreamFailed for more than `most` bytes."""
        said = self.headers.get("content-length", "")
        if said.isdigit() and "content-encoding" not in self.headers:
            if int(said) > most:
                raise self._refuse(most)
            return bytes(await self._response.bytes())
        pieces = bytearray()
        async for piece in self.pieces(most):
            pieces += piece
        return bytes(pieces)

    async def pieces(self, most: int = MAX_ANSWER) -> AsyncIterator[bytes]:
        """It as it comes. Raises UpstreamFailed for more than `most` bytes."""
        reader, count = self._response.body_reader, 0
        while (piece := await reader.read_chunk()) is not None:
            count += len(piece)
            if count > most:
                raise self._refuse(most)
            yield bytes(piece)

    def _refuse(self, most: int) -> UpstreamFailed:
        return UpstreamFailed(f"{self._name} answered with more than {most >> 20} MB.", code="upstream_too_large")


def _was_begun(error: PyreqwestError) -> bool:
    """Was a connection there, over which the question may have gone? A reset then counts as one of connecting, too."""
    causes = (getattr(error, "details", None) or {}).get("causes") or ()
    return any("SendRequest" in str(cause) for cause in causes)


def _build_form(parts: Sequence[Part]) -> FormBuilder:
    form = FormBuilder()
    for part in parts:
        built = PartBuilder.from_text(part.data) if isinstance(part.data, str) else PartBuilder.from_bytes(part.data)
        if part.filename is not None:
            built = built.file_name(part.filename)
        if part.mime is not None:
            built = built.mime(part.mime)
        form = form.part(part.name, built)
    return form
