"""Multipart forms: read within limits, files and texts in the order in which they came."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from pinxit.core.errors import InvalidRequest, UnsupportedMedia
from pinxit.dialects.openai import Form
from pinxit.web.bodies import read_media, read_pieces

_MAX_FILES = 20
_MAX_FIELDS = 100
_CHARSET = re.compile(r";\s*charset\*?[0-9*]*\s*=\s*([^;]*)", re.IGNORECASE)
_CHARSETS = {"utf-8", "utf8", "us-ascii", "ascii"}
_MAX_TEXT = 28 * 1024 * 1024  # a picture in base64 may come as a text


class _Parser(MultiPartParser):
    """Starlette's, which takes a form that breaks off for a whole one: here it can be told."""

    ended = False

    def on_end(self) -> None:
        self.ended = True


def is_form(request: Request) -> bool:
    """Is the body a multipart form?"""
    return read_media(request.headers.get("content-type")) == "multipart/form-data"


async def read_form(request: Request, limit: int, patience: float) -> Form:
    """The form of a body of at most `limit` bytes; `patience` is how many seconds may pass without any.

    Raises UnsupportedMedia for another kind of body, InvalidRequest for a broken form, and what `read_pieces` raises.
    """
    async with open_form(request, limit, patience) as parts:
        texts = tuple((name, part) for name, part in parts if isinstance(part, str))
        files = tuple([(name, await part.read()) for name, part in parts if isinstance(part, UploadFile)])
        return Form(texts, files)


@asynccontextmanager
async def open_form(request: Request, limit: int, patience: float) -> AsyncIterator[list[tuple[str, str | UploadFile]]]:
    """The parts of such a form by their names; its files lie on the disk for as long as the block lasts."""
    if not is_form(request):
        raise UnsupportedMedia("Send the body as `Content-Type: multipart/form-data`.")
    # Other codecs of Python's are open to whoever names them, and some raise or make halves of surrogate pairs.
    charsets = _CHARSET.findall(request.headers["content-type"])
    if any(charset.strip().strip('"').lower() not in _CHARSETS for charset in charsets):
        raise UnsupportedMedia("Send the texts of the form in UTF-8.")

    async def pour() -> AsyncGenerator[bytes]:
        async for piece in read_pieces(request, limit, patience):
            yield piece
        yield b""

    parser = _Parser(request.headers, pour(), max_files=_MAX_FILES, max_fields=_MAX_FIELDS, max_part_size=_MAX_TEXT)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise InvalidRequest(f"The form cannot be read: {error.message}", code="invalid_form") from None
    except KeyError:
        raise InvalidRequest("The form has no boundary.", code="invalid_form") from None
    try:
        if not parser.ended:
            raise InvalidRequest("The form breaks off: its last boundary is missing.", code="invalid_form")
        yield list(form.multi_items())
    finally:
        await form.close()
