"""`/health` and `/ready`: for whoever runs the server, open to everybody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import orjson
from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import EngineFailed, PinxitError
from pinxit.core.images import ImageRequest, Quality, Size
from pinxit.core.studio import Studio
from pinxit.dialects.profiles import Profile, write_error

_LOG = logging.getLogger("pinxit.ready")
_AGAIN = 5.0  # seconds until a failed first picture is tried again
_SAMPLE = ImageRequest(model="auto", prompt="a red apple", size=Size(64, 64), quality=Quality.LOW)


class Readiness:
    """Not ready until the engines were started and one small picture was drawn."""

    def __init__(self, studio: Studio, start: Callable[[], Awaitable[None]]) -> None:
        self._studio = studio
        self._start = start
        self._reason = "The engine is starting."
        self.ready = False

    async def watch(self) -> None:
        """Draw until it works once. Runs beside the server and is cancelled with it."""
        while not self.ready:
            try:
                await self._start()
                await self._studio.create(_SAMPLE)
                self.ready = True
            except PinxitError as error:
                self._reason = error.message
                _LOG.warning("The engine cannot draw yet: %s", error.message)
                await asyncio.sleep(_AGAIN)
            except Exception:
                self._reason = "The engine broke; the server's log says how."
                _LOG.exception("The engine cannot draw yet")
                await asyncio.sleep(_AGAIN)

    async def show(self, request: Request) -> Response:
        """`GET /ready`: 200 once an engine can draw, 503 with the reason until then."""
        if self.ready:
            return Response(b'{"status":"ready"}', media_type="application/json")
        refusal = write_error(EngineFailed(self._reason, code="not_ready"), Profile.OPENAI)
        body = orjson.dumps({"status": "starting", **orjson.loads(refusal.body)})
        return Response(body, status_code=503, headers={"retry-after": "1"}, media_type="application/json")


async def show_health(request: Request) -> Response:
    """`GET /health`: the event loop answers, whatever the engines do."""
    return Response(b'{"status":"ok"}', media_type="application/json")
