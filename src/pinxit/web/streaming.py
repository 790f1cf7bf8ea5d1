"""Answers that come in pieces while the work goes on: first piece awaited, heartbeats, clean-up guaranteed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pinxit.core.errors import PinxitError
from pinxit.core.live import Attendance
from pinxit.web.attending import tell_served
from pinxit.web.bodies import HungUp, await_hangup, note_end, send_piece

_LOG = logging.getLogger("pinxit.errors")
_AHEAD = 2  # pieces that may wait for a slow reader


class _End:
    """The last thing that the writer says: how it ended."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error


async def open_stream(  # limit: what differs between the dialects
    request: Request,
    chunks: AsyncGenerator[bytes],
    *,
    heartbeat: bytes,
    every: float,
    fail: Callable[[Exception], bytes],
    media_type: str = "text/event-stream",
    headers: Mapping[str, str] | None = None,
    attendance: Attendance | None = None,
) -> Response:
    """Answer with `chunks` as they come, and with `heartbeat` whenever nothing came for `every` seconds.

    The first chunk is awaited that long before anything is sent, so an error before it is raised here and can still be
    a plain 4xx. A later error is written by `fail` as the last chunk. When the caller hangs up, `chunks` is closed at
    once; before the first chunk this raises HungUp. `attendance` is told whether the caller was there to the end.
    """
    stream = _Stream(chunks, heartbeat, every, fail)
    watch = asyncio.ensure_future(await_hangup(request.receive))
    try:
        await stream.await_first(watch)
    except BaseException:
        watch.cancel()
        await stream.close()
        if attendance is not None:
            attendance.leave()
        raise
    told = {} if attendance is None or attendance.served is None else tell_served(attendance.served)
    answer = _StreamAnswer(stream, watch, media_type, {**(headers or {}), **told})
    answer.attendance = attendance
    return answer


class _Stream:
    """A task that reads the chunks into a short queue, and what is sent instead of chunks."""

    def __init__(
        self, chunks: AsyncGenerator[bytes], heartbeat: bytes, every: float, fail: Callable[[Exception], bytes]
    ) -> None:
        self.heartbeat = heartbeat
        self.every = every
        self._fail = fail
        self._chunks = chunks
        self._queue: asyncio.Queue[bytes | _End] = asyncio.Queue(_AHEAD)
        self._first: bytes | _End | None = None
        self._task = asyncio.create_task(self._pump())

    async def await_first(self, watch: asyncio.Future[Any]) -> None:
        """Wait for the first chunk or one heartbeat's time. Raises HungUp and what the chunks raise."""
        hearing: asyncio.Future[Any] = asyncio.ensure_future(self._queue.get())
        try:
            await asyncio.wait([hearing, watch], timeout=self.every, return_when=asyncio.FIRST_COMPLETED)
        finally:
            hearing.cancel()
        if not hearing.done():
            if watch.done():
                raise HungUp
            return
        self._first = hearing.result()
        if isinstance(self._first, _End) and self._first.error is not None:
            raise self._first.error

    async def next(self) -> bytes | None:
        """What to send next: a chunk, a heartbeat, the words of an error; None at the end."""
        if self._first is not None:
            piece, self._first = self._first, None
        else:
            try:
                # Not wait_for: before Python 3.12 it loses a cancellation that comes together with a piece.
                async with asyncio.timeout(self.every):
                    piece = await self._queue.get()
            except TimeoutError:
                return self.heartbeat
        if not isinstance(piece, _End):
            return piece
        if piece.error is None:
            return None
        self._first = _End(None)
        return self._fail(piece.error)

    async def close(self) -> None:
        """Stop the work and wait until it has stopped: its clean-up gives the engine's worker back."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _pump(self) -> None:
        error: Exception | None = None
        try:
            async for chunk in self._chunks:
                await self._queue.put(chunk)
        except Exception as caught:
            if not isinstance(caught, PinxitError):
                _LOG.exception("a stream broke")
            error = caught
        finally:
            await self._chunks.aclose()
        await self._queue.put(_End(error))


class _StreamAnswer(Response):
    attendance: Attendance | None = None

    def __init__(
        self, stream: _Stream, watch: asyncio.Future[Any], media_type: str, headers: Mapping[str, str] | None
    ) -> None:
        self.media_type = media_type
        # Proxies keep events back to compress or collect them, unless they are told not to.
        plain = {"cache-control": "no-cache, no-transform", "x-accel-buffering": "no"}
        super().__init__(headers={**plain, **(headers or {})})
        del self.headers["content-length"]
        self._stream = stream
        self._watch = watch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = asyncio.ensure_future(self._send(send))
        try:
            await asyncio.wait({task, self._watch}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                await task
        finally:
            task.cancel()
            self._watch.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await task
            await self._stream.close()
            if self.attendance is not None:
                self.attendance.leave()

    async def _send(self, send: Send) -> None:
        heard = False
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        try:
            while (piece := await self._stream.next()) is not None:
                await send_piece(send, piece)
            await asyncio.sleep(0)  # lets a hang-up that came meanwhile be seen
            heard = not self._watch.done()
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except HungUp:
            pass
        finally:
            note_end(self.attendance, heard=heard)
