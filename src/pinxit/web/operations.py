"""`/health` and `/ready`: for whoever runs the server, open to everybody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

import orjson
from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import EngineFailed, PinxitError, Stopping
from pinxit.core.images import ImageRequest, Quality, Size
from pinxit.core.runner import JobRunner
from pinxit.dialects.profiles import Profile, write_error

_LOG = logging.getLogger("pinxit.ready")
_AGAIN = 5.0  # seconds until a failed first picture is tried again
_SAMPLE = ImageRequest(model="auto", prompt="a red apple", size=Size(64, 64), quality=Quality.LOW)


class Readiness:
    """Not ready until the engines were started and one small picture was drawn, where a model is quickly at hand."""

    def __init__(self, jobs: JobRunner, start: Callable[[], Awaitable[None]]) -> None:
        self._jobs = jobs
        self._start = start
        self._reason = "The engine is starting."
        self.ready = False

    async def watch(self) -> None:
        """Draw until it works once. Runs beside the server and is cancelled with it."""
        while not self.ready:
            try:
                await self._start()
                if model := self._find_sampled():
                    await self._jobs.studio.create(replace(_SAMPLE, model=model))
                self.ready = True
            except PinxitError as error:
                self._reason = error.message
                _LOG.warning("The engine cannot draw yet: %s", error.message)
                await asyncio.sleep(_AGAIN)
            except Exception:
                self._reason = "The engine broke; the server's log says how."
                _LOG.exception("The engine cannot draw yet")
                await asyncio.sleep(_AGAIN)

    def _find_sampled(self) -> str | None:
        """The first model that is quickly at hand; None where there is none, and engines that started must do.

        By its own name: what the operator calls `auto` may be made elsewhere, and cost money.
        """
        for name in self._jobs.studio.catalog:
            card = self._jobs.studio.catalog.find(name).card
            if not (card.remote or card.heavy):
                return name
        return None

    async def show(self, request: Request) -> Response:
        """`GET /ready`: 200 once an engine can draw, 503 with the reason until then, and when the server stops."""
        if self._jobs.stopping:
            stopping = Stopping("The server is being stopped; ask another one, or again in a moment.", retry_after=2.0)
            return _refuse("stopping", stopping, 2)
        if self.ready:
            return Response(b'{"status":"ready"}', media_type="application/json")
        return _refuse("starting", EngineFailed(self._reason, code="not_ready"), 1)


def _refuse(status: str, reason: PinxitError, wait: int) -> Response:
    refusal = write_error(reason, Profile.OPENAI)
    body = orjson.dumps({"status": status, **orjson.loads(refusal.body)})
    headers = {"retry-after": str(wait), "cache-control": "no-store"}
    return Response(body, status_code=503, headers=headers, media_type="application/json")


async def show_health(request: Request) -> Response:
    """`GET /health`: the event loop answers, whatever the engines do."""
    return Response(b'{"status":"ok"}', media_type="application/json")
