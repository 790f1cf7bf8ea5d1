"""Every URL of the server, on one page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pinxit.core.access import admit
from pinxit.dialects.openai import read_credential
from pinxit.web import chat, files, gemini, images, predictions
from pinxit.web.desk import Desk
from pinxit.web.manners import speaks_google
from pinxit.web.operations import Readiness, show_health
from pinxit.web.reference import show_asset, show_document, show_reference

_Endpoint = Callable[[Desk, Request], Awaitable[Response]]
_Guard = Callable[[str, str, _Endpoint], Route]


def list_routes(desk: Desk, readiness: Readiness) -> list[Route]:
    """Where everything is. What is guarded wants a key; the rest is open."""

    def guarded(path: str, method: str, endpoint: _Endpoint) -> Route:
        return Route(path, partial(_admit_first, endpoint, desk), methods=[method])

    return [
        guarded("/v1/images/generations", "POST", images.generate),
        guarded("/v1/images/edits", "POST", images.edit),
        guarded("/v1/images/variations", "POST", images.vary),
        guarded("/v1/chat/completions", "POST", chat.complete),
        *_list_azure(guarded),
        guarded("/v1/models", "GET", _by_credential(images.list_models, gemini.list_models)),
        guarded("/v1/models/{name:path}", "GET", _by_credential(images.show_model, gemini.show_model)),
        *(route for version in ("v1", "v1beta", "v1alpha") for route in _list_google(guarded, version)),
        guarded("/api/v3/{vendor}/{model:path}/text-to-image", "POST", predictions.predict),
        guarded("/api/v3/{vendor}/{model:path}/image-edit", "POST", predictions.predict_edit),
        guarded("/api/v3/predictions/{id}/result", "GET", predictions.show_prediction),
        guarded("/api/v3/predictions/{id}", "GET", predictions.show_prediction),
        Route("/files/{name}", partial(files.show_file, desk), methods=["GET"]),
        Route("/openapi.json", show_document, methods=["GET"]),
        Route("/docs", show_reference, methods=["GET"]),
        Route("/docs/{asset}", show_asset, methods=["GET"]),
        Route("/health", show_health, methods=["GET"]),
        Route("/ready", readiness.show, methods=["GET"]),
    ]


def _list_azure(guarded: _Guard) -> Iterator[Route]:
    """OpenAI's API at Azure's paths: the model in the URL, or, since 2025, everything under /openai/v1."""
    for prefix in ("/openai/deployments/{deployment}", "/openai/v1"):
        yield guarded(f"{prefix}/images/generations", "POST", images.generate)
        yield guarded(f"{prefix}/images/edits", "POST", images.edit)
        yield guarded(f"{prefix}/chat/completions", "POST", chat.complete)
    for prefix in ("/openai", "/openai/v1"):
        yield guarded(f"{prefix}/models", "GET", images.list_models)
        yield guarded(f"{prefix}/models/{{name:path}}", "GET", images.show_model)


def _list_google(guarded: _Guard, version: str) -> Iterator[Route]:
    """Google's API under one of its versions."""
    if version != "v1":  # there OpenAI's clients list models too
        yield guarded(f"/{version}/models", "GET", gemini.list_models)
        yield guarded(f"/{version}/models/{{name:path}}", "GET", gemini.show_model)
    yield guarded(f"/{version}/models/{{name:path}}", "POST", gemini.call_model)
    yield guarded(f"/{version}/interactions", "POST", gemini.create_interaction)
    yield guarded(f"/{version}/interactions/{{id}}", "GET", gemini.find_interaction)
    yield guarded(f"/{version}/interactions/{{id}}", "DELETE", gemini.find_interaction)
    yield guarded(f"/{version}/interactions/{{id}}/cancel", "POST", gemini.find_interaction)


async def _admit_first(endpoint: _Endpoint, desk: Desk, request: Request) -> Response:
    request.state.caller = admit(desk.ring, read_credential(request.headers, request.query_params))
    return await endpoint(desk, request)


def _by_credential(openai: _Endpoint, google: _Endpoint) -> _Endpoint:
    """Two APIs share these paths since Google's clients left /v1beta; the credential tells them apart."""

    async def choose(desk: Desk, request: Request) -> Response:
        return await (google if speaks_google(request) else openai)(desk, request)

    return choose
