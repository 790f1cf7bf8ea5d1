"""uvicorn, set up: one process that serves one socket until it is told to stop."""

from __future__ import annotations

import logging
import socket
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from pinxit.core.errors import InvalidRequest
from pinxit.dialects.profiles import Profile, write_error
from pinxit.web.middleware import make_request_id

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


def run_server(app: ASGIApp, listener: socket.socket, grace: int) -> None:
    """Serve until SIGINT or SIGTERM; requests in work then get `grace` seconds."""
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
    uvicorn.Server(config).run(sockets=[listener])
