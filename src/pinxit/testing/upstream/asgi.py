"""The stand-in as an ASGI application, for clients that are given one in place of a network.

There is no connection that could be reset: where one would be, ConnectionResetError comes out of the application.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.reception import Reception
from pinxit.testing.upstream.replies import Reply

_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


def make_app(reception: Reception) -> Callable[[MutableMapping[str, Any], _Receive, _Send], Awaitable[None]]:
    async def app(scope: MutableMapping[str, Any], receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"The stand-in speaks HTTP, not {scope['type']}.")
        asked = await _read(scope, receive)
        call, reply = reception.answer(asked, reception.plan(asked.path))
        await _play(reply, send)
        if call:
            call.status = reply.status
            reception.log.finish(call)

    return app


async def _read(scope: MutableMapping[str, Any], receive: _Receive) -> Asked:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    query = scope.get("query_string", b"").decode("latin-1")
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    raw = scope.get("raw_path") or scope["path"].encode()
    target = raw.decode("latin-1").partition("?")[0] + (f"?{query}" if query else "")
    return Asked(scope["method"], target, headers, body)


async def _play(reply: Reply, send: _Send) -> None:
    await asyncio.sleep(reply.wait)
    if reply.stop in {"before", "headers"}:
        await _break(reply)
    headers = [(name.encode(), value.encode("latin-1", "replace")) for name, value in reply.headers.items()]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    if reply.stop:
        await send({"type": "http.response.body", "body": reply.body[: len(reply.body) // 2], "more_body": True})
        await _break(reply)
    for piece in reply.pieces:
        await asyncio.sleep(reply.drip / len(reply.pieces))
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _break(reply: Reply) -> None:
    if reply.ending == "hang":
        await asyncio.get_running_loop().create_future()
    raise ConnectionResetError("reset by the stand-in, as it was told")
