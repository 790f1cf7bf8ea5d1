"""`/files`: pictures by their addresses, for whoever holds a ticket."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from pinxit.core.errors import NotFound
from pinxit.core.images import Format, Picture
from pinxit.web.callers import find_root
from pinxit.web.desk import Desk

_ENDINGS = {Format.JPEG: "jpg"}
# A drawing may be opened as a page of its own: it then runs nothing, loads nothing and belongs to no site.
_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_MARGIN = 60.0  # seconds that are left to a signed address when a cache gives it out for the last time


class _KeptFile(FileResponse):
    """A file that may be swept between being found and being opened."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        except (RuntimeError, FileNotFoundError):
            if await asyncio.to_thread(os.path.exists, self.path):
                raise
            raise NotFound("This picture is not kept any more.") from None


async def show_file(desk: Desk, request: Request) -> Response:
    """`GET /files/{name}`: the picture, whole or in ranges, or the way to its bucket. Its ticket is the key."""
    name = request.path_params["name"]
    left = desk.tickets.check(name, request.query_params)
    etag = f'"{name.partition(".")[0]}"'  # names tell what they hold, so whoever has this one has the picture
    known = request.headers.get("if-none-match", "")
    if _names(known, etag):
        return Response(status_code=304, headers={"etag": etag, "cache-control": _allow_caching(left)})
    kept = await desk.archive.find(name)
    headers = {
        "etag": etag,
        "cache-control": _allow_caching(left),
        "content-disposition": f'inline; filename="{kept.digest[:12]}.{_ENDINGS.get(kept.format, str(kept.format))}"',
        "content-security-policy": _POLICY,
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
    }
    if known.strip() == "*":
        return Response(status_code=304, headers=headers)
    if kept.path:
        return _KeptFile(kept.path, headers=headers, media_type=kept.format.mime)
    if request.method == "HEAD":  # a signed address is good for one verb alone
        size = {"content-length": str(kept.size)} if kept.size is not None else {}
        return Response(headers=headers | size | {"accept-ranges": "bytes"}, media_type=kept.format.mime)
    if kept.url is None:
        raise NotFound("This picture has no file and no address.")
    return Response(status_code=307, headers=_send_on(kept.url, min(left, kept.good - _MARGIN)))


def _send_on(url: str, seconds: float) -> dict[str, str]:
    """The headers of a redirect that may be remembered for `seconds`."""
    return {
        "location": url,
        "cache-control": f"private, max-age={max(0, int(seconds))}",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "cross-origin",
    }


def _allow_caching(seconds: float) -> str:
    return f"private, immutable, max-age={int(seconds)}"


async def keep_pictures(desk: Desk, request: Request, pictures: Iterable[Picture]) -> list[str]:
    """Keep pictures and return their addresses, in order. Raises StorageFailed, and Unsupported where none are kept."""
    names = await asyncio.gather(*(desk.archive.keep(picture) for picture in pictures))
    return [f"{find_root(desk, request)}files/{name}?{desk.tickets.issue(name)}" for name in names]


def _names(sent: str, etag: str) -> bool:
    """Does If-None-Match name this file? (RFC 9110, 13.1.2: a weak comparison)"""
    return etag in {one.strip().removeprefix("W/") for one in sent.split(",")}
