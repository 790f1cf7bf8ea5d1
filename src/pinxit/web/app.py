"""The application: a trail around a refuser around the URLs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from pinxit.core.errors import PinxitError
from pinxit.web.bodies import HungUp
from pinxit.web.desk import Desk
from pinxit.web.files import sweep_forever
from pinxit.web.middleware import RequestTrail
from pinxit.web.operations import Readiness
from pinxit.web.predictions import PredictionBook
from pinxit.web.refusing import refuse
from pinxit.web.routes import list_routes


def build_app(desk: Desk) -> ASGIApp:
    """The ASGI application of this desk; its lifespan draws a first picture and closes the engines at the end."""
    readiness = Readiness(desk.studio, desk.start)
    predictions = PredictionBook(desk.studio)

    @asynccontextmanager
    async def live(app: Starlette) -> AsyncIterator[None]:
        beside = [asyncio.create_task(work) for work in (readiness.watch(), sweep_forever(desk))]
        try:
            yield
        finally:
            for task in beside:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await predictions.close()
            await desk.close()

    async def answer(request: Request, error: Exception) -> Response:
        return refuse(request, error, desk.profile)

    app = Starlette(
        routes=list_routes(desk, readiness),
        lifespan=live,
        exception_handlers={HTTPException: answer, PinxitError: answer, HungUp: _let_go, Exception: answer},
    )
    app.state.predictions = predictions
    app.router.redirect_slashes = False  # a redirected POST loses its body in many clients: a plain 404 is clearer
    return RequestTrail(app)


async def _let_go(request: Request, error: Exception) -> Response:
    return Response(status_code=499)  # for the log alone: nobody is left to read it
