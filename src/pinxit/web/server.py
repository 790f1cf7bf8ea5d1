"""uvicorn, set up: one process that serves one socket until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import math
import signal
import socket
import time
from types import FrameType
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from pinxit.core.errors import InvalidRequest
from pinxit.dialects.profiles import Profile, write_error
from pinxit.web.middleware import make_request_id

_LOG = logging.getLogger("pinxit.server")
_LAST_WORDS = 2.0  # seconds in which answers that are ready go out, however little of the grace is left
_LONGEST_HEAD = 64 * 1024  # bytes
_SMALL = 64  # bytes of a piece of a body
_CRUMBS = 5_000  # such pieces in one request; each costs as much work as a large one


class _StrictConnection(h11.Connection):
    """HTTP/1.1 without what only harm comes of: two lengths of one body, and bodies in crumbs."""

    _crumbs = 0

    def next_event(self) -> Any:
        event = super().next_event()
        if isinstance(event, h11.Request):
            self._crumbs = 0
            names = {name for name, _ in event.headers}
            if {b"content-length", b"transfer-encoding"} <= names:
                # RFC 9112, 6.1: a proxy in front may believe the other one, and smuggle a request past itself.
                raise h11.RemoteProtocolError("both Content-Length and Transfer-Encoding")
        elif isinstance(event, h11.Data) and len(event.data) < _SMALL:
            self._crumbs += 1
            if self._crumbs > _CRUMBS:
                raise h11.RemoteProtocolError("a body in too many pieces", error_status_hint=413)
        return event


class PoliteProtocol(H11Protocol):
    """Refuses what is not HTTP in the same envelope as everything else, where uvicorn would answer in plain text."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.conn = _StrictConnection(h11.SERVER, _LONGEST_HEAD)

    def send_400_response(self, msg: str) -> None:
        refusal = write_error(InvalidRequest(msg, code="invalid_http"), Profile.OPENAI)
        headers = [
            ("content-type", "application/json"),
            ("content-length", str(len(refusal.body))),
            ("x-request-id", make_request_id()),
            ("connection", "close"),
        ]
        # In the middle of an answer there is nothing to be said any more; the connection closes all the same.
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            for event in (
                h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
                h11.Data(data=refusal.body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


class GracefulServer(uvicorn.Server):
    """Stops in two steps: told once it takes no more work and finishes what it has, told twice it is gone.

    While it finishes it goes on answering, so that those who poll or ask for its health are not cut off. The
    application's lifespan hands over in its state how work is stopped: `stop(grace)`, a coroutine function.
    """

    def __init__(self, config: uvicorn.Config, grace: float) -> None:
        super().__init__(config)
        self._grace = grace
        self._loop: asyncio.AbstractEventLoop | None = None
        self._draining: asyncio.Task[None] | None = None
        self._told = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """What SIGTERM and SIGINT do. It runs between any two instructions, so it only leaves word."""
        # uvicorn would note the signal and die of it in the end; to be told to stop and to do so is no failure.
        if self._told:
            signal.signal(sig, signal.SIG_DFL)
            signal.raise_signal(sig)
        self._told = True
        if self._loop is None or not self.started:
            self.should_exit = True
        else:
            self._loop.call_soon_threadsafe(self._begin_to_stop)

    def _begin_to_stop(self) -> None:
        self._draining = asyncio.create_task(self._drain())

    async def _drain(self) -> None:
        begun = time.monotonic()
        _LOG.warning("stopping: what is in work gets %g seconds; the same signal again stops at once", self._grace)
        # Whoever keeps a connection open for later is told that this one goes.
        closing = (b"connection", b"close")
        self.config.encoded_headers.append(closing)
        self.server_state.default_headers = [*self.server_state.default_headers, closing]
        try:
            if stop := self.lifespan.state.get("stop"):
                await stop(self._grace)
        except Exception:
            _LOG.exception("the work could not be stopped in order")
        finally:
            left = self._grace - (time.monotonic() - begun)
            self.config.timeout_graceful_shutdown = math.ceil(max(left, _LAST_WORDS))
            self.should_exit = True


def run_server(app: ASGIApp, listener: socket.socket, grace: int) -> None:
    """Serve until SIGINT or SIGTERM; requests in work then get `grace` seconds. Returns when all is put away."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app,
        http=PoliteProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=75,  # longer than the usual proxy keeps its side, so that it never writes into a closed one
        timeout_graceful_shutdown=grace,
    )
    GracefulServer(config, grace).run(sockets=[listener])
