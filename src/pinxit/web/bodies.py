"""Bodies in and out: a JSON body within its limits, an answer in pieces, and a caller who hangs up."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pinxit.core.errors import RequestTooLarge, RequestTooSlow, UnsupportedMedia
from pinxit.dialects.openai import Answer

_T = TypeVar("_T")


class HungUp(Exception):
    """The caller closed the connection: nobody is left to answer."""


class PiecewiseAnswer(Response):
    """A JSON answer sent piece by piece with its length known beforehand; megabytes are never joined."""

    media_type = "application/json"

    def __init__(self, answer: Answer, headers: Mapping[str, str]) -> None:
        super().__init__(headers=dict(headers))
        self.headers["content-length"] = str(answer.length)
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for piece in self._answer.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def read_json(request: Request, limit: int, patience: float) -> bytes:
    """The body's bytes, at most `limit`; `patience` is how many seconds may pass without any.

    Raises UnsupportedMedia, RequestTooLarge (at once where the length is declared), RequestTooSlow and HungUp.
    """
    _check_media(request.headers.get("content-type"))
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > limit:
        raise _too_large(limit)
    body = bytearray()
    try:
        async with asyncio.timeout(patience) as clock:
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise _too_large(limit)
                clock.reschedule(asyncio.get_running_loop().time() + patience)
    except TimeoutError:
        raise RequestTooSlow(f"The body was not finished and nothing came for {patience:g} seconds.") from None
    except ClientDisconnect:
        raise HungUp from None
    return bytes(body)


async def finish_unless_hung_up(request: Request, work: Coroutine[Any, Any, _T]) -> _T:
    """Await `work`, but cancel it and raise HungUp when the caller closes the connection. The body must be read."""
    task = asyncio.ensure_future(work)
    watch = asyncio.ensure_future(_await_hangup(request.receive))
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


async def _await_hangup(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _check_media(content_type: str | None) -> None:
    # No type at all is taken for JSON; a wrong one is refused, or a form would be read as broken JSON.
    media = (content_type or "application/json").partition(";")[0].strip().lower()
    if media != "application/json" and not (media.startswith("application/") and media.endswith("+json")):
        raise UnsupportedMedia(f"Send the body as `Content-Type: application/json`, not {media[:60]!r}.")


def _too_large(limit: int) -> RequestTooLarge:
    return RequestTooLarge(f"The body is larger than {limit / 2**20:g} MiB ({limit:,} bytes), which is the limit.")
