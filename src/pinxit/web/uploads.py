"""`/v1/files`: files that callers bring and that batches write."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pinxit.core.batches import MOST_BYTES, Filing
from pinxit.core.errors import InvalidRequest, NotFound, PinxitError, RateLimited, RequestTooLarge
from pinxit.core.filing import PIECE
from pinxit.dialects.openai import files
from pinxit.web.bodies import HungUp, finish_unless_hung_up, send_piece
from pinxit.web.callers import find_owner
from pinxit.web.desk import Desk
from pinxit.web.forms import open_form

_LOG = logging.getLogger("pinxit.errors")
_AT_ONCE = 4  # uploads of one key
_HEAD = 64 * 1024  # bytes of a form beside its file
_MOST_LISTED = 10_000
_JSON = "application/json"


class _Content(Response):
    """A file's bytes as they are read; who takes nothing of them for a minute loses the rest."""

    media_type = "application/octet-stream"

    def __init__(self, first: bytes, rest: AsyncGenerator[bytes], headers: dict[str, str]) -> None:
        super().__init__(headers=headers)
        self._first, self._rest = first, rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async with aclosing(self._rest) as rest:
            try:
                await send_piece(send, self._first)
                async for piece in rest:
                    await send_piece(send, piece)
            except HungUp:
                return
            except PinxitError as error:  # too late for another answer: its length shows that something is missing
                _LOG.error("a file broke off: %s", error.message)
                return
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def upload(desk: Desk, request: Request) -> Response:
    """`POST /v1/files`. The form goes to the disk as it comes, so a large one takes no memory."""
    filing, owner = find_filing(desk), find_owner(request)
    await _check_room(filing, owner, request)
    if filing.uploading[owner] >= _AT_ONCE:
        raise RateLimited(f"This key sends {_AT_ONCE} files already; send them one after another.", retry_after=5.0)
    filing.uploading[owner] += 1
    try:
        async with open_form(request, MOST_BYTES + _HEAD, desk.body_timeout) as parts:
            texts = [(name, part) for name, part in parts if isinstance(part, str)]
            found = [(name, part) for name, part in parts if isinstance(part, UploadFile)]
            sent = files.read_upload(texts)
            if [name for name, _ in found] != ["file"]:
                raise InvalidRequest(
                    "Send one file in the field `file`.", param="file", code="missing_required_parameter"
                )
            file = found[0][1]
            most = MOST_BYTES if sent.purpose == "batch" else desk.max_body
            if (file.size or 0) > most:
                raise RequestTooLarge(f"A file with the purpose {sent.purpose} may have {most / 2**20:g} MiB.")
            name = files.clean_name(file.filename)
            work = filing.cabinet.put(_read(file), owner, name, sent.purpose, sent.keep)
            stored = await finish_unless_hung_up(request, work)
    finally:
        filing.uploading[owner] -= 1
        if not filing.uploading[owner]:
            del filing.uploading[owner]
    return Response(files.write_file(stored), media_type=_JSON)


async def list_files(desk: Desk, request: Request) -> Response:
    """`GET /v1/files`."""
    page = files.read_page(request.query_params, _MOST_LISTED, _MOST_LISTED)
    found = await find_filing(desk).cabinet.book.list_files(
        find_owner(request), limit=page.limit + 1, after=page.after, purpose=page.purpose, ascending=page.ascending
    )
    return Response(files.write_files(found[: page.limit], more=len(found) > page.limit), media_type=_JSON)


async def show_file(desk: Desk, request: Request) -> Response:
    """`GET /v1/files/{id}`."""
    found = await find_filing(desk).cabinet.book.find(request.path_params["id"], find_owner(request))
    return Response(files.write_file(found), media_type=_JSON)


async def delete_file(desk: Desk, request: Request) -> Response:
    """`DELETE /v1/files/{id}`."""
    name = request.path_params["id"]
    await find_filing(desk).cabinet.book.delete(name, find_owner(request))
    return Response(files.write_deleted(name), media_type=_JSON)


async def show_content(desk: Desk, request: Request) -> Response:
    """`GET /v1/files/{id}/content`: the bytes, piece by piece."""
    cabinet = find_filing(desk).cabinet
    file = await cabinet.book.find(request.path_params["id"], find_owner(request))
    pieces = cabinet.read(file.id)
    # The first one is read before anything is answered: what is gone is a plain 404.
    first = await anext(pieces, b"")
    headers = {
        "content-length": str(file.size),
        "content-disposition": files.write_disposition(file.name),
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
    }
    return _Content(first, pieces, headers)


def find_filing(desk: Desk) -> Filing:
    """The files and batches of this server. Raises NotFound where it has none."""
    if desk.filing is None:
        raise NotFound("This server keeps no files.")
    return desk.filing


async def _check_room(filing: Filing, owner: str, request: Request) -> None:
    """Refuse what cannot be kept before megabytes of it are taken."""
    declared = request.headers.get("content-length", "")
    size = int(declared[:20]) if declared.isascii() and declared.isdecimal() else 0
    if await filing.cabinet.book.measure(owner) + size > filing.cabinet.room + _HEAD:
        raise InvalidRequest(
            f"The files of this key may have {filing.cabinet.room / 2**20:,.0f} MiB together; delete some first.",
            param="file",
            code="no_room",
        )


async def _read(file: UploadFile) -> AsyncGenerator[bytes]:
    while data := await file.read(PIECE):
        yield data
