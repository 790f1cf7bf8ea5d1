"""Answers as values: what is sent, and how it ends. Pictures go into JSON without being written through an encoder."""

from __future__ import annotations

import gzip
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import orjson

from pinxit.testing.upstream.misbehaviour import Misbehaviour

Ending = Literal["whole", "hang", "close", "reset", "hang up"]
_MARK = f"picture-{secrets.token_hex(12)}-"  # nobody can write it into a prompt
_HALF = 2


class Ways:
    """In which ways a call is answered wrongly."""

    def __init__(self, ways: Sequence[Misbehaviour] = ()) -> None:
        self._ways = tuple(ways)

    def __contains__(self, name: str) -> bool:
        return any(way.name == name for way in self._ways)

    def __iter__(self) -> Iterator[Misbehaviour]:
        return iter(self._ways)

    def find(self, name: str) -> Misbehaviour | None:
        return next((way for way in self._ways if way.name == name), None)

    @property
    def refusal(self) -> Misbehaviour | None:
        return next((way for way in self._ways if way.refusal or way.name in {"quota", "denied", "invalid"}), None)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `pictures` are those in it, `drawn` those made for it where that is another number.

    `stream`: each piece of the body is an event of its own. `stop` is where it ends too early: nowhere, before it has
    begun, in its headers, or in its body; `ending` says how.
    """

    status: int
    headers: Mapping[str, str]
    pieces: Sequence[bytes]
    pictures: int = 0
    drawn: int | None = None
    stream: bool = False
    wait: float = 0.0
    drip: float = 0.0
    ending: Ending = "whole"
    stop: Literal["", "before", "headers", "body"] = ""

    @property
    def body(self) -> bytes:
        return b"".join(self.pieces)


class Refused(Exception):
    """The upstream says no; `reply` is its answer."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


def write_json(value: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """JSON without pictures."""
    return Reply(status, {"content-type": "application/json; charset=UTF-8", **(headers or {})}, [orjson.dumps(value)])


@dataclass(slots=True)
class Easel:
    """Pictures of one answer: `hang` gives what stands for one in a value, `write` puts them into its JSON."""

    texts: list[bytes] = field(default_factory=list)

    def hang(self, text: bytes) -> str:
        self.texts.append(text)
        return f"{_MARK}{len(self.texts) - 1};"

    def write(self, value: object) -> bytes:
        pieces = orjson.dumps(value).split(_MARK.encode())
        made = [pieces[0]]
        for piece in pieces[1:]:
            number, _, rest = piece.partition(b";")
            made += [self.texts[int(number)], rest]
        return b"".join(made)


def spoil_text(text: bytes, mime: str, ways: Ways) -> bytes:
    """A picture's base64 as the ways want it."""
    if "broken picture" in ways:
        text = text[: len(text) // _HALF // 4 * 4]
    if "garbage" in ways:
        return b"this is no picture: " + b"?" * 64
    if "urlsafe" in ways:
        text = text.replace(b"+", b"-").replace(b"/", b"_").rstrip(b"=")
    if "data-url" in ways:
        return f"data:{mime};base64,".encode() + text
    return text


def misdeliver(reply: Reply, ways: Ways) -> Reply:
    """The reply as the ways have it delivered. What a dialect alone can do wrong, it has done already."""
    for way in ways:
        if deed := _DEEDS.get(way.name):
            reply = deed(reply, way)
    return reply


def _write_page(reply: Reply, way: Misbehaviour) -> Reply:
    status = int(way.argument or 502)
    page = (
        f"<html>\r\n<head><title>{status}</title></head>\r\n<body>\r\n<center><h1>{status}</h1></center>\r\n</body>\r\n"
    )
    return Reply(status, {"content-type": "text/html; charset=UTF-8"}, [page.encode()], wait=reply.wait)


def _pack(reply: Reply, way: Misbehaviour) -> Reply:
    headers = {**reply.headers, "content-encoding": "gzip"}
    return replace(reply, pieces=[gzip.compress(reply.body, 1)], headers=headers, stream=False)


def _halve(reply: Reply, way: Misbehaviour) -> Reply:
    body = reply.body
    return replace(reply, pieces=[body[: len(body) // _HALF]], pictures=0, stream=False)


def _swell(reply: Reply, way: Misbehaviour) -> Reply:
    size, piece = int(way.seconds * 2**20), b" " * 2**20
    pieces = [piece] * (size // len(piece)) + [piece[: size % len(piece)]]
    return replace(reply, pieces=pieces, pictures=0)


def _say_nothing(reply: Reply, body: bytes) -> Reply:
    return replace(reply, pieces=[body], pictures=0, stream=False)


_DEEDS: Mapping[str, Any] = {
    "slow": lambda reply, way: replace(reply, wait=reply.wait + way.seconds),
    "drip": lambda reply, way: replace(reply, drip=way.seconds),
    "hang": lambda reply, way: replace(reply, ending="hang", stop="before"),
    "hang body": lambda reply, way: replace(reply, ending="hang", stop="body"),
    "truncate": _halve,
    "close body": lambda reply, way: replace(reply, ending="close", stop="body"),
    "reset request": lambda reply, way: replace(reply, ending="reset", stop="before"),
    "reset before": lambda reply, way: replace(reply, ending="reset", stop="before"),
    "reset headers": lambda reply, way: replace(reply, ending="reset", stop="headers"),
    "reset body": lambda reply, way: replace(reply, ending="reset", stop="body"),
    "hang up": lambda reply, way: replace(reply, ending="hang up"),
    "html": _write_page,
    "text/plain": lambda reply, way: replace(reply, headers={**reply.headers, "content-type": "text/plain"}),
    "gzip": _pack,
    "empty body": lambda reply, way: _say_nothing(reply, b""),
    "null": lambda reply, way: _say_nothing(reply, b"null"),
    "status": lambda reply, way: replace(reply, status=int(way.argument)),
    "redirect": lambda reply, way: Reply(307, {"location": way.argument}, []),
    "huge": _swell,
}
