"""The application: a trail around a refuser around the URLs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from pinxit.core.errors import PinxitError
from pinxit.web.batches import open_batches
from pinxit.web.bodies import HungUp
from pinxit.web.desk import Desk
from pinxit.web.middleware import RequestTrail
from pinxit.web.operations import Readiness
from pinxit.web.refusing import refuse
from pinxit.web.routes import list_routes


def build_app(desk: Desk) -> ASGIApp:
    """The ASGI application of this desk; its lifespan draws a first picture and closes the engines at the end."""
    readiness = Readiness(desk.jobs, desk.start)

    @asynccontextmanager
    async def live(app: Starlette) -> AsyncIterator[dict[str, Any]]:
        await desk.open()
        await desk.jobs.adopt()
        works = (readiness.watch(), desk.jobs.watch(), *(work() for work in desk.beside), *_work_on_batches(desk))
        beside = [asyncio.ensure_future(work) for work in works]
        try:
            yield {"stop": desk.jobs.stop}  # for whoever runs the server, in the state of its lifespan
        finally:
            await desk.jobs.stop(0.0)
            for task in beside:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await desk.close()

    async def answer(request: Request, error: Exception) -> Response:
        return refuse(request, error, desk.profile)

    app = Starlette(
        routes=list_routes(desk, readiness),
        lifespan=live,
        exception_handlers={HTTPException: answer, PinxitError: answer, HungUp: _let_go, Exception: answer},
    )
    app.router.redirect_slashes = False  # a redirected POST loses its body in many clients: a plain 404 is clearer
    return RequestTrail(app)


def _work_on_batches(desk: Desk) -> Iterator[Coroutine[Any, Any, None]]:
    if runner := open_batches(desk):
        yield runner.watch()


async def _let_go(request: Request, error: Exception) -> Response:
    return Response(status_code=499)  # for the log alone: nobody is left to read it
