"""Bodies in and out: a JSON body within its limits, an answer in pieces, and a caller who hangs up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Coroutine, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pinxit.core.errors import RequestTooLarge, RequestTooSlow, UnsupportedMedia
from pinxit.dialects.openai import Answer

_LOG = logging.getLogger("pinxit.errors")
_T = TypeVar("_T")


_SLICE = 64 * 1024  # bytes that are handed to the connection at once
_PATIENCE = 60.0  # seconds that a caller may take for one slice


class HungUp(Exception):
    """The caller closed the connection, or takes nothing any more: nobody is left to answer."""


class PiecewiseAnswer(Response):
    """A JSON answer sent piece by piece with its length known beforehand; megabytes are never joined."""

    media_type = "application/json"

    def __init__(self, answer: Answer, headers: Mapping[str, str]) -> None:
        super().__init__(headers=dict(headers))
        self.headers["content-length"] = str(answer.length)
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        with suppress(HungUp):
            for piece in self._answer.pieces:
                await send_piece(send, piece)
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def send_piece(send: Send, piece: bytes) -> None:
    """Send a piece of an answer, of any length. Raises HungUp when the caller takes nothing of it for a minute.

    Whoever stops reading without hanging up would else keep the engine and the pictures for ever.
    """
    for start in range(0, len(piece), _SLICE):
        try:
            async with asyncio.timeout(_PATIENCE):
                await send({"type": "http.response.body", "body": piece[start : start + _SLICE], "more_body": True})
        except TimeoutError:
            _LOG.warning("a caller takes nothing of its answer, which is given up")
            raise HungUp from None


async def read_json(request: Request, limit: int, patience: float) -> bytes:
    """The bytes of a JSON body. Raises UnsupportedMedia for another kind, and what `read_pieces` raises."""
    _check_media(request.headers.get("content-type"))
    return b"".join([piece async for piece in read_pieces(request, limit, patience)])


async def read_pieces(request: Request, limit: int, patience: float) -> AsyncGenerator[bytes]:
    """The body as it comes, at most `limit` bytes; `patience` is how many seconds may pass without any.

    Raises RequestTooLarge (at once where the length is declared), RequestTooSlow and HungUp.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > limit:
        raise _too_large(limit)
    size = 0
    body = request.stream()
    try:
        while True:
            try:
                async with asyncio.timeout(patience):
                    piece = await anext(body)
            except StopAsyncIteration:
                return
            size += len(piece)
            if size > limit:
                raise _too_large(limit)
            yield piece
    except TimeoutError:
        raise RequestTooSlow(f"The body was not finished and nothing came for {patience:g} seconds.") from None
    except ClientDisconnect:
        raise HungUp from None


async def finish_unless_hung_up(request: Request, work: Coroutine[Any, Any, _T]) -> _T:
    """Await `work`, but cancel it and raise HungUp when the caller closes the connection. The body must be read."""
    task = asyncio.ensure_future(work)
    watch = asyncio.ensure_future(await_hangup(request.receive))
    try:
        await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise HungUp
        return await task
    finally:
        task.cancel()
        watch.cancel()
        # Wait until the work has really stopped: its clean-up gives the engine's worker back.
        await asyncio.gather(task, watch, return_exceptions=True)


async def await_hangup(receive: Receive) -> None:
    """Return when the caller closes the connection. The body must have been read."""
    while (await receive())["type"] != "http.disconnect":
        pass


def read_media(content_type: str | None) -> str:
    """The type of a body, without its parameters. No type at all is taken for JSON."""
    return (content_type or "application/json").partition(";")[0].strip().lower()


def _check_media(content_type: str | None) -> None:
    # A wrong type is refused, or a form would be read as broken JSON.
    media = read_media(content_type)
    if media != "application/json" and not (media.startswith("application/") and media.endswith("+json")):
        raise UnsupportedMedia(f"Send the body as `Content-Type: application/json`, not {media[:60]!r}.")


def _too_large(limit: int) -> RequestTooLarge:
    return RequestTooLarge(f"The body is larger than {limit / 2**20:g} MiB ({limit:,} bytes), which is the limit.")
