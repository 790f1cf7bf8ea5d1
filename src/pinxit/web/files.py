"""`/files`: pictures by their addresses, for whoever holds a ticket."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pinxit.core.images import Format, Picture
from pinxit.web.desk import Desk

_LOG = logging.getLogger("pinxit.errors")
_SWEEP = 60.0  # seconds between two rounds of the sweeper
_ENDINGS = {Format.JPEG: "jpg"}
# A drawing may be opened as a page of its own: it then runs nothing, loads nothing and belongs to no site.
_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


async def show_file(desk: Desk, request: Request) -> Response:
    """`GET /files/{name}`: the picture, whole or in ranges. Its ticket is the key."""
    name = request.path_params["name"]
    left = desk.tickets.check(name, request.query_params)
    kept = await desk.archive.find(name)
    ending = _ENDINGS.get(kept.format, str(kept.format))
    headers = {
        "etag": f'"{kept.digest}"',
        "cache-control": f"private, immutable, max-age={int(left)}",
        "content-disposition": f'inline; filename="{kept.digest[:12]}.{ending}"',
        "content-security-policy": _POLICY,
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
    }
    if _knows(request.headers.get("if-none-match", ""), headers["etag"]):
        return Response(status_code=304, headers=headers)
    return FileResponse(kept.path, headers=headers, media_type=kept.format.mime)


async def keep_pictures(desk: Desk, request: Request, pictures: Iterable[Picture]) -> list[str]:
    """Keep pictures and return their addresses, in order. Raises StorageFailed, and Unsupported where none are kept."""
    base = desk.public_url or str(request.base_url)
    names = await asyncio.gather(*(desk.archive.keep(picture) for picture in pictures))
    return [f"{base.rstrip('/')}/files/{name}?{desk.tickets.issue(name)}" for name in names]


async def sweep_forever(desk: Desk) -> None:
    """Forget old pictures now and then, beside the server, until cancelled."""
    while True:
        try:
            if gone := await desk.archive.sweep():
                _LOG.info("%d pictures were kept long enough and are gone", gone)
        except OSError as error:
            _LOG.warning("The kept pictures could not be swept: %s", error.strerror)
        await asyncio.sleep(_SWEEP)


def _knows(sent: str, etag: str) -> bool:
    """Does If-None-Match name this file? (RFC 9110, 13.1.2: a weak comparison)"""
    return sent.strip() == "*" or etag in {one.strip().removeprefix("W/") for one in sent.split(",")}
