"""uvicorn, set up: one process that serves one socket until it is told to stop."""

from __future__ import annotations

import logging
import socket

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from pinxit.core.errors import InvalidRequest
from pinxit.dialects.profiles import Profile, write_error
from pinxit.web.middleware import make_request_id


class PoliteProtocol(H11Protocol):
    """Refuses what is not HTTP in the same envelope as everything else, where uvicorn would answer in plain text."""

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
