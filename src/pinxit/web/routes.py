"""Every URL of the server, on one page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pinxit.core.access import admit
from pinxit.dialects.openai import read_credential
from pinxit.web.desk import Desk
from pinxit.web.images import generate, list_models, show_model
from pinxit.web.operations import Readiness, show_health

_Endpoint = Callable[[Desk, Request], Awaitable[Response]]


def list_routes(desk: Desk, readiness: Readiness) -> list[Route]:
    """Where everything is. What is guarded wants a key; the rest is open."""

    def guarded(endpoint: _Endpoint) -> Callable[[Request], Awaitable[Response]]:
        return partial(_admit_first, endpoint, desk)

    return [
        Route("/v1/images/generations", guarded(generate), methods=["POST"]),
        Route("/v1/models", guarded(list_models), methods=["GET"]),
        Route("/v1/models/{name:path}", guarded(show_model), methods=["GET"]),
        Route("/health", show_health, methods=["GET"]),
        Route("/ready", readiness.show, methods=["GET"]),
    ]


async def _admit_first(endpoint: _Endpoint, desk: Desk, request: Request) -> Response:
    admit(desk.ring, read_credential(request.headers))
    return await endpoint(desk, request)
