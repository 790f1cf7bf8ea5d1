"""Around every request: its id, its time, its line in the log."""

from __future__ import annotations

import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("pinxit.access")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_HUNG_UP = 499
# A whole key where its prefix should stand, as in the addresses of the admin API.
_SECRET = re.compile(r"(sk-pinxit-[\w-]{8})[\w-]+", re.ASCII)


def make_request_id() -> str:
    return f"req_{secrets.token_hex(16)}"


class RequestTrail:
    """Gives every answer x-request-id and openai-processing-ms and logs one line: no keys, no prompts, no query."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        sent = Headers(scope=scope).get("x-request-id", "")
        request_id = sent if _REQUEST_ID.fullmatch(sent) else make_request_id()
        status = _HUNG_UP

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = request_id
                headers["openai-processing-ms"] = str(round(1000 * (time.perf_counter() - begun)))
            await send(message)

        try:
            await self._app(scope, receive, send_marked)
        finally:
            # The raw path is still percent-encoded: nobody writes a line of their own into the log.
            path = _SECRET.sub(r"\1...", scope.get("raw_path", b"").decode("ascii", "replace"))[:200]
            spent = 1000 * (time.perf_counter() - begun)
            _LOG.info("%s %s %d %.0fms %s", scope["method"][:16], path, status, spent, request_id)
