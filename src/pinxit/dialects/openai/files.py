"""OpenAI's Files API: what an upload may hold, and files as JSON. No HTTP, no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import quote

import orjson
from pydantic import Field

from pinxit.core.errors import InvalidRequest
from pinxit.core.filing import LONGEST, StoredFile
from pinxit.dialects.wire import WHOLE, Wire, clean, validate

Purpose = Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
_SHORTEST = 3600
_LONGEST_NAME = 255
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\]")


class ExpiresAfter(Wire):
    """How long a file is kept."""

    anchor: Literal["created_at"]
    seconds: Annotated[int, Field(ge=_SHORTEST, le=LONGEST), WHOLE] = Field(description="3600 to 2592000 (30 days).")


class FileUpload(Wire):
    """`POST /v1/files` as a form; `file` is a file."""

    purpose: Purpose = Field(description="Say what the file is for: batch, vision or user_data.")
    expires_after: ExpiresAfter | None = Field(None, description="30 days unless told.")


class FileAnswer(Wire):
    """A file of this key."""

    id: str
    object: Literal["file"]
    bytes: int = Field(ge=0)
    created_at: int
    expires_at: int | None
    filename: str
    purpose: str
    status: Literal["uploaded", "processed", "error"]
    status_details: str | None = None


class FileList(Wire):
    object: Literal["list"]
    data: list[FileAnswer]
    first_id: str | None
    last_id: str | None
    has_more: bool


class FileDeleted(Wire):
    id: str
    object: Literal["file"]
    deleted: bool


@dataclass(frozen=True, slots=True)
class Upload:
    """What an upload says of its file."""

    purpose: str
    keep: int
    """Seconds."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted."""

    limit: int
    after: str | None = None
    ascending: bool = False
    purpose: str | None = None


def read_upload(texts: Sequence[tuple[str, str]]) -> Upload:
    """The texts of an upload's form. Raises InvalidRequest."""
    fields: dict[str, Any] = {}
    for name, text in texts:
        outer, bracket, inner = name.partition("[")
        target = fields.setdefault(outer, {}) if bracket else fields
        key = inner.removesuffix("]") if bracket else name
        if not isinstance(target, dict) or key in target:
            raise InvalidRequest(f"`{name[:40]}` came more than once; send it once.", param=name[:40])
        target[key] = text
    sent = validate(FileUpload, fields, strings=True)
    return Upload(sent.purpose, sent.expires_after.seconds if sent.expires_after else LONGEST)


def read_page(query: Mapping[str, str], usual: int, most: int) -> Page:
    """The query of a list. Raises InvalidRequest."""
    said, order = query.get("limit") or str(usual), query.get("order") or "desc"
    limit = int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else 0
    if not 1 <= limit <= most:
        raise InvalidRequest(
            f"`limit` is a whole number from 1 to {most}, not {said[:20]!r}.", param="limit", code="invalid_value"
        )
    if order not in {"asc", "desc"}:
        raise InvalidRequest(f"`order` must be asc or desc, not {order[:20]!r}.", param="order", code="invalid_value")
    if not query.get("purpose", "").isprintable():
        raise InvalidRequest("`purpose` is a word such as batch.", param="purpose", code="invalid_value")
    return Page(limit, query.get("after") or None, order == "asc", query.get("purpose") or None)


def clean_name(said: str | None) -> str:
    """The name of an uploaded file without folders and what no file's name may hold."""
    name = _UNSAFE.sub("_", clean(re.split(r"[/\\]", said or "")[-1])).strip(" .")
    return name[:_LONGEST_NAME] or "file"


def write_disposition(name: str) -> str:
    """The header that has a browser keep the file and not show it (RFC 6266, 4)."""
    plain = re.sub(r'[^ -~]|["\\%]', "_", name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def describe_file(file: StoredFile) -> dict[str, Any]:
    return {
        "id": file.id,
        "object": "file",
        "bytes": file.size,
        "created_at": int(file.created),
        "expires_at": int(file.expires),
        "filename": clean(file.name),
        "purpose": file.purpose,
        "status": "processed",
        "status_details": None,
    }


def write_file(file: StoredFile) -> bytes:
    return orjson.dumps(describe_file(file))


def write_files(files: Sequence[StoredFile], *, more: bool) -> bytes:
    """A list of files; `more` tells that there are others behind them."""
    return write_list([describe_file(file) for file in files], more=more)


def write_list(described: Sequence[Mapping[str, Any]], *, more: bool) -> bytes:
    """A page of anything that has an id."""
    ids = [entry["id"] for entry in described]
    first, last = (ids[0], ids[-1]) if ids else (None, None)
    return orjson.dumps(
        {"object": "list", "data": list(described), "first_id": first, "last_id": last, "has_more": more}
    )


def write_deleted(file_id: str) -> bytes:
    return orjson.dumps({"id": file_id, "object": "file", "deleted": True})
