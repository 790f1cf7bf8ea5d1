"""A request as the stand-in reads it: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote

import orjson
from python_multipart.multipart import MultipartParser, parse_options_header

_SECRET = {"authorization", "x-goog-api-key", "api-key", "x-api-key", "cookie", "proxy-authorization"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a form."""

    filename: str
    mime: str
    data: bytes

    def __repr__(self) -> str:
        return f"Upload({self.filename!r}, {self.mime!r}, {len(self.data)} bytes)"


@dataclass(frozen=True)
class Asked:
    """A request; `headers` have names in lower case, `path` is without its query and unquoted."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""
    path: str = field(init=False)
    query: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        path, _, query = self.target.partition("?")
        object.__setattr__(self, "path", unquote(path))
        object.__setattr__(self, "query", dict(parse_qsl(query, keep_blank_values=True)))

    @cached_property
    def json(self) -> Any:
        """Raises ValueError where the body is none."""
        return orjson.loads(self.body)

    @cached_property
    def form(self) -> list[tuple[str, str | Upload]]:
        """The parts in their order. Raises ValueError where the body is no form."""
        kind, options = parse_options_header(self.headers.get("content-type", ""))
        if kind != b"multipart/form-data" or b"boundary" not in options:
            raise ValueError("no multipart/form-data")
        return _read_form(self.body, options[b"boundary"])

    @property
    def is_form(self) -> bool:
        return self.headers.get("content-type", "").startswith("multipart/form-data")

    def read_body(self) -> Any:
        """JSON, a form's parts, or the bytes: whatever it is."""
        try:
            return self.form if self.is_form else self.json if self.body else None
        except ValueError:
            return self.body

    def open_headers(self) -> dict[str, str]:
        """All headers that hold no secret."""
        return {name: value for name, value in self.headers.items() if name not in _SECRET}

    def find_key(self) -> str | None:
        """The credential, however it was sent."""
        bearer = self.headers.get("authorization", "")
        if bearer[:7].lower() == "bearer ":
            bearer = bearer[7:]
        headers = self.headers
        return headers.get("x-goog-api-key") or headers.get("api-key") or bearer.strip() or self.query.get("key")


def _read_form(body: bytes, boundary: bytes) -> list[tuple[str, str | Upload]]:
    parts: list[tuple[dict[bytes, bytes], bytearray]] = []
    name = bytearray()

    def begin() -> None:
        parts.append(({}, bytearray()))

    def take_name(data: bytes, start: int, end: int) -> None:
        name.extend(data[start:end])

    def take_value(data: bytes, start: int, end: int) -> None:
        key = bytes(name).lower()
        parts[-1][0][key] = parts[-1][0].get(key, b"") + data[start:end]

    def take_data(data: bytes, start: int, end: int) -> None:
        parts[-1][1].extend(data[start:end])

    parser = MultipartParser(
        boundary,
        {
            "on_part_begin": begin,
            "on_header_begin": name.clear,
            "on_header_field": take_name,
            "on_header_value": take_value,
            "on_part_data": take_data,
        },
    )
    parser.write(body)
    parser.finalize()
    return [_read_part(headers, bytes(data)) for headers, data in parts]


def _read_part(headers: Mapping[bytes, bytes], data: bytes) -> tuple[str, str | Upload]:
    _, options = parse_options_header(headers.get(b"content-disposition", b""))
    name = options.get(b"name", b"").decode()
    if b"filename" not in options:
        return name, data.decode()
    mime = headers.get(b"content-type", b"application/octet-stream").decode()
    return name, Upload(options[b"filename"].decode(), mime, data)
