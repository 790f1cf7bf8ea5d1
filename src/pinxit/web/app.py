"""The application: a trail around a refuser around the URLs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from pinxit.core.errors import ConfigurationError, EngineFailed, MethodNotAllowed, NotFound, PinxitError
from pinxit.dialects.profiles import choose_profile, write_error
from pinxit.web.bodies import HungUp
from pinxit.web.desk import Desk
from pinxit.web.middleware import RequestTrail
from pinxit.web.operations import Readiness
from pinxit.web.routes import list_routes

_LOG = logging.getLogger("pinxit.errors")


def build_app(desk: Desk) -> ASGIApp:
    """The ASGI application of this desk; its lifespan draws a first picture and closes the engines at the end."""
    readiness = Readiness(desk.studio, desk.start)

    @asynccontextmanager
    async def live(app: Starlette) -> AsyncIterator[None]:
        first = asyncio.create_task(readiness.watch())
        try:
            yield
        finally:
            first.cancel()
            with suppress(asyncio.CancelledError):
                await first
            await desk.close()

    async def refuse(request: Request, error: Exception) -> Response:
        return _refuse(desk, request, error)

    app = Starlette(
        routes=list_routes(desk, readiness),
        lifespan=live,
        exception_handlers={HTTPException: refuse, PinxitError: refuse, HungUp: _let_go, Exception: refuse},
    )
    app.router.redirect_slashes = False  # a redirected POST loses its body in many clients: a plain 404 is clearer
    return RequestTrail(app)


def _refuse(desk: Desk, request: Request, error: Exception) -> Response:
    allow = None
    if isinstance(error, HTTPException):
        verb, path = request.method[:16], request.url.path[:100]
        if error.status_code == 405:
            allow = ", ".join(sorted((error.headers or {}).get("Allow", "").split(", ")))
            error = MethodNotAllowed(f"{path} does not take {verb}; it takes {allow}.")
        else:
            error = NotFound(f"There is nothing at {path!r}. Pictures are made by POST /v1/images/generations.")
    if isinstance(error, EngineFailed | ConfigurationError):
        _LOG.error("%s: %s", type(error).__name__, error.message)
    refusal = write_error(error, choose_profile(request.headers, desk.profile), allow)
    return Response(refusal.body, refusal.status, refusal.headers, media_type="application/json")


async def _let_go(request: Request, error: Exception) -> Response:
    return Response(status_code=499)  # for the log alone: nobody is left to read it
