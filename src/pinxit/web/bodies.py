"""Bodies in and out: a JSON body within its limits, an answer in pieces, and a caller who hangs up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pinxit.core.errors import RequestTooLarge, RequestTooSlow, UnsupportedMedia
from pinxit.core.live import Attendance
from pinxit.dialects.openai import Answer

_LOG = logging.getLogger("pinxit.errors")
_T = TypeVar("_T")


_PACKET = 60 * 1024  # bytes of an answer that are sent at once: the connection takes 64 KiB without being waited for
_SLICE = 256 * 1024  # bytes that are handed to the connection at once
_PATIENCE = 60.0  # seconds that a caller may take for one slice


class HungUp(Exception):
    """The caller closed the connection, or takes nothing any more: nobody is left to answer."""


class PiecewiseAnswer(Response):
    """A JSON answer sent piece by piece with its length known beforehand; megabytes are never joined.

    `attendance` is told whether the caller was there to the end.
    """

    media_type = "application/json"

    def __init__(self, answer: Answer, headers: Mapping[str, str], attendance: Attendance | None = None) -> None:
        super().__init__(headers={**headers, "content-length": str(answer.length)})
        self._answer = answer
        self._attendance = attendance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        heard = False
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            last = b""
            if self._answer.length <= _PACKET:
                last = b"".join(self._answer.pieces)
            else:
                for piece in self._answer.pieces:
                    await send_piece(send, piece)
            # Once the last is sent, nobody is told any more whether the caller was still there.
            heard = self._attendance is not None and not has_hung_up(receive)
            async with asyncio.timeout(_PATIENCE):
                await send({"type": "http.response.body", "body": last, "more_body": False})
        except (HungUp, TimeoutError):
            heard = False
        finally:
            note_end(self._attendance, heard=heard)


def note_end(attendance: Attendance | None, *, heard: bool) -> None:
    """Tell a job whether its answer was sent to somebody who was still there."""
    if attendance is not None:
        attendance.note_delivered() if heard else attendance.note_broken()


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
    size, more = 0, True
    while more:
        try:
            async with asyncio.timeout(patience):
                message = await request.receive()
        except TimeoutError:
            raise RequestTooSlow(f"The body was not finished and nothing came for {patience:g} seconds.") from None
        if message["type"] == "http.disconnect":
            raise HungUp
        piece, more = message.get("body", b""), message.get("more_body", False)
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        if piece:
            yield piece


async def finish_unless_hung_up(request: Request, work: Coroutine[Any, Any, _T]) -> _T:
    """Await `work`, but cancel it and raise HungUp when the caller closes the connection. The body must be read."""
    # In the caller's own task, as a timeout is: a task for it would cost the event loop four more rounds.
    own, gone = asyncio.current_task(), False
    assert own is not None  # noqa: S101  (a coroutine runs in a task)

    def leave() -> None:
        nonlocal gone
        gone = own.cancel()

    watch = _HangupWatch(request.receive, leave)
    try:
        return await work
    except asyncio.CancelledError:
        if gone and own.uncancel() == 0:
            raise HungUp from None
        raise
    finally:
        watch.close()


class _HangupWatch:
    """Calls `tell` from the event loop when the caller closes the connection, unless it is closed itself before that.

    It takes the steps of `await_hangup` by hand: a task would cost the event loop three more rounds.
    """

    def __init__(self, receive: Receive, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._over = False
        self._steps = await_hangup(receive)
        self._go_on()

    def close(self) -> None:
        self._over = True
        self._steps.close()

    def _go_on(self, _: object = None) -> None:
        if self._over:
            return
        try:
            awaited = self._steps.send(None)
        except Exception:  # the end of the steps, or what broke the connection
            asyncio.get_running_loop().call_soon(self._end)
            return
        if awaited is None:  # it only lets others run
            asyncio.get_running_loop().call_soon(self._go_on)
        else:
            awaited.add_done_callback(self._go_on)

    def _end(self) -> None:
        if not self._over:
            self._tell()


async def await_hangup(receive: Receive) -> None:
    """Return when the caller closes the connection. The body must have been read."""
    while (await receive())["type"] != "http.disconnect":
        pass


def has_hung_up(receive: Receive) -> bool:
    """Has the caller closed the connection already? The body must have been read. Waits for nothing.

    One step of `receive` by hand: a task or a scope that is cancelled at once costs ten times as much.
    """
    step = receive().__await__()
    try:
        next(step)
    except StopIteration as message:
        return bool(message.value["type"] == "http.disconnect")
    step.close()
    return False


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
