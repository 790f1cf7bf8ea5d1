"""`/v1/admin` for keys that may administer, and `/v1/usage` for every key about itself."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.access import Caller, make_key
from pinxit.core.archive import Key
from pinxit.core.errors import NotFound
from pinxit.core.sheets import write_tallies
from pinxit.core.usage import Grouping
from pinxit.dialects import admin
from pinxit.dialects.upstreams import write_upstreams
from pinxit.web.bodies import read_json
from pinxit.web.desk import Desk

_JSON = "application/json"
# What is told here is for one caller alone; a new secret most of all.
_HEADERS = {"cache-control": "no-store"}


async def create_key(desk: Desk, request: Request) -> Response:
    """`POST /v1/admin/keys`: the only answer that has the secret."""
    body = await read_json(request, desk.max_body, desk.body_timeout)
    now = time.time()
    name, terms = admin.read_key(body, now)
    secret, key = make_key(name, **terms)
    await desk.ring.add(key)
    return _answer(admin.write_key(key, now, secret=secret))


async def list_keys(desk: Desk, request: Request) -> Response:
    """`GET /v1/admin/keys`."""
    return _answer(admin.write_keys(await desk.ring.list_keys(), time.time()))


async def show_key(desk: Desk, request: Request) -> Response:
    """`GET /v1/admin/keys/{prefix}`: its terms and what it has left."""
    key, now = await _find(desk, request), time.time()
    return _answer(admin.write_key(key, now, standing=await desk.usage.show_standing(key, now)))


async def change_key(desk: Desk, request: Request) -> Response:
    """`POST /v1/admin/keys/{prefix}`: running requests go on under the terms that they came by."""
    body = await read_json(request, desk.max_body, desk.body_timeout)
    now = time.time()
    changes = admin.read_change(body, now)
    found = await _find(desk, request)
    return _answer(admin.write_key(await desk.ring.change(found.prefix, changes), now))


async def revoke_key(desk: Desk, request: Request) -> Response:
    """`DELETE /v1/admin/keys/{prefix}`: it stops working at once, and is remembered for the ledger's sake."""
    found, now = await _find(desk, request), time.time()
    return _answer(admin.write_key(await desk.ring.revoke(found.prefix, now), now))


async def show_usage(desk: Desk, request: Request) -> Response:
    """`GET /v1/admin/usage`: what everybody used, as JSON or as a sheet."""
    query = admin.read_query(request.query_params)
    tallies = await desk.usage.add_up(query.by, query.selection)
    names = {key.prefix: key.name for key in await desk.ring.list_keys()} if query.by is Grouping.KEY else {}
    if not query.as_sheet:
        return _answer(admin.write_usage(query, tallies, names))
    sheet = write_tallies(query.by, tallies, names if query.by is Grouping.KEY else None)
    headers = {**_HEADERS, "content-disposition": f'attachment; filename="usage-by-{query.by}.csv"'}
    return Response(sheet, headers=headers, media_type="text/csv; header=present")


async def show_ledger(desk: Desk, request: Request) -> Response:
    """`GET /v1/admin/ledger`: every picture and refusal, page by page."""
    selection, after, limit = admin.read_page(request.query_params)
    return _answer(admin.write_page(await desk.usage.list_lines(selection, after, limit + 1), limit))


async def list_upstreams(desk: Desk, request: Request) -> Response:
    """`GET /v1/upstreams`: how the services behind the endpoint are."""
    return _answer(write_upstreams(await desk.overlook()))


async def show_own_usage(desk: Desk, request: Request) -> Response:
    """`GET /v1/usage`: what the asking key used, and what it has left."""
    caller: Caller = request.state.caller
    query, now = admin.read_query(request.query_params, caller.prefix), time.time()
    tallies = await desk.usage.add_up(query.by, query.selection)
    standing = await desk.usage.show_standing(caller.key, now)
    if query.as_sheet:
        return Response(write_tallies(query.by, tallies), headers=_HEADERS, media_type="text/csv; header=present")
    return _answer(admin.write_usage(query, tallies, {caller.prefix: caller.name}, (caller.key, standing, now)))


async def _find(desk: Desk, request: Request) -> Key:
    """The key whose whole prefix is in the address: here a part of one must not be enough to revoke a key."""
    prefix = request.path_params["prefix"]
    for key in await desk.ring.list_keys():
        if key.prefix == prefix:
            return key
    raise NotFound(f"There is no key {prefix[:18]!r}; GET /v1/admin/keys lists them with their whole prefixes.")


def _answer(body: bytes) -> Response:
    return Response(body, headers=_HEADERS, media_type=_JSON)
