"""`/v1/webhooks`: addresses that are told when something ends, each seen by its own key alone."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import InvalidRequest, NotFound
from pinxit.core.hooks import Hooks
from pinxit.dialects import hooks as dialect
from pinxit.web.bodies import read_json
from pinxit.web.callers import find_owner
from pinxit.web.desk import Desk

_JSON = "application/json"
_MOST_BODY = 64 * 1024
_PAGE, _MOST_PAGE = 20, 100


async def create(desk: Desk, request: Request) -> Response:
    """`POST /v1/webhooks`: the only answer with the webhook's secret in it."""
    hooks = require_hooks(desk)
    body = await read_json(request, min(_MOST_BODY, desk.max_body), desk.body_timeout)
    wanted = dialect.read_webhook(body)
    webhook = await hooks.register(find_owner(request), wanted.url, wanted.events or ())
    return _answer(dialect.write_webhook(webhook, secret=True))


async def list_all(desk: Desk, request: Request) -> Response:
    """`GET /v1/webhooks`."""
    return _answer(dialect.write_webhooks(await require_hooks(desk).store.list_webhooks(find_owner(request))))


async def show(desk: Desk, request: Request) -> Response:
    """`GET /v1/webhooks/{id}`."""
    return _answer(dialect.write_webhook(await require_hooks(desk).store.find(_id(request), find_owner(request))))


async def delete(desk: Desk, request: Request) -> Response:
    """`DELETE /v1/webhooks/{id}`: what is on its way there is given up."""
    await require_hooks(desk).remove(_id(request), find_owner(request))
    return _answer(dialect.write_deleted(_id(request)))


async def test(desk: Desk, request: Request) -> Response:
    """`POST /v1/webhooks/{id}/test`: sends a message; the list of deliveries says what became of it."""
    return _answer(dialect.write_delivery(await require_hooks(desk).test(_id(request), find_owner(request))))


async def list_deliveries(desk: Desk, request: Request) -> Response:
    """`GET /v1/webhooks/{id}/deliveries`: the last messages, newest first; `?limit=` of them."""
    limit = _read_limit(request.query_params.get("limit"))
    reports = await require_hooks(desk).store.list_reports(_id(request), find_owner(request), limit + 1)
    return _answer(dialect.write_deliveries(reports[:limit], more=len(reports) > limit))


async def show_secret(desk: Desk, request: Request) -> Response:
    """`GET /v1/webhooks/secret`: what signs messages to addresses that a request named, and no webhook."""
    return _answer(dialect.write_secret(await require_hooks(desk).store.find_secret(find_owner(request))))


def require_hooks(desk: Desk) -> Hooks:
    """Raises NotFound where this server tells nobody."""
    if desk.hooks is None:
        raise NotFound("This server has no webhooks: ask for the state of a job instead.")
    return desk.hooks


def _answer(body: bytes) -> Response:
    # Some of these hold a secret.
    return Response(body, media_type=_JSON, headers={"cache-control": "no-store"})


def _id(request: Request) -> str:
    said: str = request.path_params["id"]
    return said


def _read_limit(said: str | None) -> int:
    if said is None:
        return _PAGE
    if not (said.isascii() and said.isdigit() and len(said) <= 3 and 1 <= int(said) <= _MOST_PAGE):
        raise InvalidRequest(
            f"`limit` must be a whole number from 1 to {_MOST_PAGE}.", param="limit", code="invalid_value"
        )
    return int(said)
