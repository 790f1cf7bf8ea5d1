"""Every URL of the server, on one page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pinxit.core.access import ADMIN, admit
from pinxit.dialects.openai import read_credential
from pinxit.web import (
    admin,
    batches,
    chat,
    files,
    gemini,
    hooks,
    images,
    interactions,
    job_events,
    jobs,
    predictions,
    uploads,
)
from pinxit.web.desk import Desk
from pinxit.web.manners import speaks_google
from pinxit.web.operations import Readiness, show_health
from pinxit.web.reference import show_asset, show_document, show_reference

_Endpoint = Callable[[Desk, Request], Awaitable[Response]]
_Guard = Callable[..., Route]

# What asks for pictures looks at its caller's key again when the job is let in, in the same moment.
_TAKEN = (images.generate, images.edit, images.vary, chat.complete, gemini.call_model)
_RECENT = 1.0  # seconds


def list_routes(desk: Desk, readiness: Readiness) -> list[Route]:
    """Where everything is. What is guarded wants a key, and one for its scope where it names one; the rest is open."""

    def guarded(path: str, method: str, endpoint: _Endpoint, scope: str = "") -> Route:
        within = _RECENT if endpoint in _TAKEN else 0.0
        return Route(path, partial(_admit_first, endpoint, _Terms(scope, within), desk), methods=[method])

    return [
        guarded("/v1/images/generations", "POST", images.generate, "images"),
        guarded("/v1/images/edits", "POST", images.edit, "images"),
        guarded("/v1/images/variations", "POST", images.vary, "images"),
        guarded("/v1/images/jobs", "GET", jobs.list_jobs),
        guarded("/v1/images/jobs/{id}", "GET", jobs.show_job),
        guarded("/v1/images/jobs/{id}", "DELETE", jobs.cancel_job),
        guarded("/v1/images/jobs/{id}/cancel", "POST", jobs.cancel_job),
        guarded("/v1/images/jobs/{id}/events", "GET", job_events.tell_events),
        guarded("/v1/chat/completions", "POST", chat.complete, "chat"),
        *_list_filing(guarded),
        *_list_azure(guarded),
        *_list_admin(guarded),
        guarded("/v1/models", "GET", _by_credential(images.list_models, gemini.list_models)),
        guarded("/v1/models/{name:path}", "GET", _by_credential(images.show_model, gemini.show_model)),
        *(route for version in ("v1", "v1beta", "v1alpha") for route in _list_google(guarded, version)),
        guarded("/api/v3/{vendor}/{model:path}/text-to-image", "POST", predictions.predict, "predictions"),
        guarded("/api/v3/{vendor}/{model:path}/image-edit", "POST", predictions.predict_edit, "predictions"),
        guarded("/api/v3/predictions/{id}/result", "GET", predictions.show_prediction, "predictions"),
        guarded("/api/v3/predictions/{id}", "GET", predictions.show_prediction, "predictions"),
        *_list_webhooks(guarded),
        Route("/files/{name}", partial(files.show_file, desk), methods=["GET"]),
        Route("/openapi.json", show_document, methods=["GET"]),
        Route("/docs", show_reference, methods=["GET"]),
        Route("/docs/{asset}", show_asset, methods=["GET"]),
        Route("/health", show_health, methods=["GET"]),
        Route("/ready", readiness.show, methods=["GET"]),
    ]


def _list_filing(guarded: _Guard) -> Iterator[Route]:
    """Files, and batches that read and write them."""
    yield guarded("/v1/files", "POST", uploads.upload, "batches")
    yield guarded("/v1/files", "GET", uploads.list_files, "batches")
    yield guarded("/v1/files/{id}", "GET", uploads.show_file, "batches")
    yield guarded("/v1/files/{id}", "DELETE", uploads.delete_file, "batches")
    yield guarded("/v1/files/{id}/content", "GET", uploads.show_content, "batches")
    yield guarded("/v1/batches", "POST", batches.create_batch, "batches")
    yield guarded("/v1/batches", "GET", batches.list_batches, "batches")
    yield guarded("/v1/batches/{id}", "GET", batches.show_batch, "batches")
    yield guarded("/v1/batches/{id}/cancel", "POST", batches.cancel_batch, "batches")


def _list_azure(guarded: _Guard) -> Iterator[Route]:
    """OpenAI's API at Azure's paths: the model in the URL, or, since 2025, everything under /openai/v1."""
    for prefix in ("/openai/deployments/{deployment}", "/openai/v1"):
        yield guarded(f"{prefix}/images/generations", "POST", images.generate, "images")
        yield guarded(f"{prefix}/images/edits", "POST", images.edit, "images")
        yield guarded(f"{prefix}/chat/completions", "POST", chat.complete, "chat")
    for prefix in ("/openai", "/openai/v1"):
        yield guarded(f"{prefix}/models", "GET", images.list_models)
        yield guarded(f"{prefix}/models/{{name:path}}", "GET", images.show_model)


def _list_webhooks(guarded: _Guard) -> Iterator[Route]:
    yield guarded("/v1/webhooks", "POST", hooks.create)
    yield guarded("/v1/webhooks", "GET", hooks.list_all)
    yield guarded("/v1/webhooks/secret", "GET", hooks.show_secret)
    yield guarded("/v1/webhooks/{id}", "GET", hooks.show)
    yield guarded("/v1/webhooks/{id}", "DELETE", hooks.delete)
    yield guarded("/v1/webhooks/{id}/test", "POST", hooks.test)
    yield guarded("/v1/webhooks/{id}/deliveries", "GET", hooks.list_deliveries)


def _list_admin(guarded: _Guard) -> Iterator[Route]:
    """Keys and usage for those who administer, and for each key its own usage."""
    yield guarded("/v1/admin/keys", "POST", admin.create_key, ADMIN)
    yield guarded("/v1/admin/keys", "GET", admin.list_keys, ADMIN)
    yield guarded("/v1/admin/keys/{prefix}", "GET", admin.show_key, ADMIN)
    yield guarded("/v1/admin/keys/{prefix}", "POST", admin.change_key, ADMIN)
    yield guarded("/v1/admin/keys/{prefix}", "DELETE", admin.revoke_key, ADMIN)
    yield guarded("/v1/admin/usage", "GET", admin.show_usage, ADMIN)
    yield guarded("/v1/admin/ledger", "GET", admin.show_ledger, ADMIN)
    yield guarded("/v1/upstreams", "GET", admin.list_upstreams, ADMIN)
    yield guarded("/v1/usage", "GET", admin.show_own_usage)


def _list_google(guarded: _Guard, version: str) -> Iterator[Route]:
    """Google's API under one of its versions."""
    if version != "v1":  # there OpenAI's clients list models too
        yield guarded(f"/{version}/models", "GET", gemini.list_models)
        yield guarded(f"/{version}/models/{{name:path}}", "GET", gemini.show_model)
    yield guarded(f"/{version}/models/{{name:path}}", "POST", gemini.call_model, "gemini")
    yield guarded(f"/{version}/interactions", "POST", interactions.create, "gemini")
    yield guarded(f"/{version}/interactions/{{id}}", "GET", interactions.show, "gemini")
    yield guarded(f"/{version}/interactions/{{id}}", "DELETE", interactions.delete, "gemini")
    yield guarded(f"/{version}/interactions/{{id}}/cancel", "POST", interactions.cancel, "gemini")


@dataclass(frozen=True, slots=True)
class _Terms:
    """Of a page: whom it is for, and how many seconds old its caller's key may be."""

    scope: str
    within: float


async def _admit_first(endpoint: _Endpoint, terms: _Terms, desk: Desk, request: Request) -> Response:
    query = request.query_params if request.scope.get("query_string") else None
    secret = read_credential(request.headers, query)
    request.state.caller = await admit(desk.ring, secret, terms.scope, within=terms.within)
    return await endpoint(desk, request)


def _by_credential(openai: _Endpoint, google: _Endpoint) -> _Endpoint:
    """Two APIs share these paths since Google's clients left /v1beta; the credential tells them apart."""

    async def choose(desk: Desk, request: Request) -> Response:
        return await (google if speaks_google(request) else openai)(desk, request)

    return choose
