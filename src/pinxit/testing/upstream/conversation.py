"""HTTP/1.1 on a socket, spoken by hand: an answer can end at any byte, and a reset is a real one (RST)."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import replace
from email.utils import formatdate
from http import HTTPStatus

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.calls import Call
from pinxit.testing.upstream.control import PATH
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.reception import Reception
from pinxit.testing.upstream.replies import Reply

_LONGEST_HEAD = 64 * 1024  # bytes
_LARGEST_BODY = 512 * 2**20  # bytes
_AHEAD = 2**20  # bytes of the next requests that are taken while one is answered
_BREATH = 0.02  # seconds in which what was sent arrives before a reset overtakes it
_DRIPS = 20  # pieces of a body that drips


class _Wrong(Exception):
    """This is no HTTP that the stand-in takes."""


class Conversation(asyncio.Protocol):
    """One connection. `others` are all that are open, to be ended with the stand-in."""

    def __init__(self, reception: Reception, others: set[Conversation]) -> None:
        self._reception = reception
        self._others = others
        self._buffer = bytearray()
        self._asked: Asked | None = None
        self._planned: tuple[Misbehaviour, ...] = ()
        self._body = bytearray()
        self._task: asyncio.Task[None] | None = None
        self._call: Call | None = None
        self._room = asyncio.Event()
        self._room.set()
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  (a server's are nothing else)
        self._transport = transport
        # Writing pauses with the first byte that waits, so that `_flush` knows when all is out. A limit is the first
        # size that is allowed no more for TLS, and the last one that is allowed without it.
        transport.set_write_buffer_limits(1 if transport.get_extra_info("ssl_object") else 0, 0)
        self._others.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._others.discard(self)
        self._room.set()
        if self._call and not self._call.sent:
            self._call.left = True
        if self._task:
            self._task.cancel()

    def pause_writing(self) -> None:
        self._room.clear()

    def resume_writing(self) -> None:
        self._room.set()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self._task is None:
            self._advance()
        elif len(self._buffer) > _AHEAD:
            self._transport.pause_reading()

    def reset(self) -> None:
        """End it at once, with RST instead of a farewell."""
        if wire := self._transport.get_extra_info("socket"):
            with contextlib.suppress(OSError):
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._transport.abort()

    def _advance(self) -> None:
        try:
            if self._asked is None and not self._read_head():
                return
            if self._transport.is_closing() or self._asked is None or not self._read_body(self._asked.headers):
                return
        except (_Wrong, ValueError) as error:
            text = f"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: {len(str(error))}\r\n\r\n{error}"
            self._transport.write(text.encode())
            self._transport.close()
            return
        asked, self._asked = replace(self._asked, body=bytes(self._body)), None
        self._body.clear()
        self._task = asyncio.get_running_loop().create_task(self._converse(asked, self._planned))

    def _read_head(self) -> bool:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) > _LONGEST_HEAD:
                raise _Wrong("headers too long")
            return False
        lines = self._buffer[:end].decode("latin-1").split("\r\n")
        del self._buffer[: end + 4]
        self._asked = asked = _parse_head(lines)
        if self._reception.script.dead and asked.path != PATH:
            self.reset()
            return False
        self._planned = self._reception.plan(asked.path)
        if any(way.name == "reset request" for way in self._planned):
            self._reception.log.add(self._reception.open(asked, self._planned))
            self.reset()
            return False
        if asked.headers.get("expect", "").lower() == "100-continue":
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return True

    def _read_body(self, headers: Mapping[str, str]) -> bool:
        """True once all of it is in `_body`."""
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return self._read_chunks()
        length = int(headers.get("content-length") or 0)
        if not 0 <= length <= _LARGEST_BODY:
            raise _Wrong("content-length")
        if len(self._buffer) < length:
            return False
        self._body, self._buffer = self._buffer[:length], self._buffer[length:]
        return True

    def _read_chunks(self) -> bool:
        while (end := self._buffer.find(b"\r\n")) >= 0:
            size = int(bytes(self._buffer[:end]).partition(b";")[0], 16)
            after = end + 2 + size + 2
            if not 0 <= size <= _LARGEST_BODY - len(self._body):
                raise _Wrong("a body too large")
            if len(self._buffer) < after:
                return False
            self._body += self._buffer[end + 2 : after - 2]
            del self._buffer[:after]
            if size == 0:
                return True
        return False

    async def _converse(self, asked: Asked, planned: Sequence[Misbehaviour]) -> None:
        self._call, reply = self._reception.answer(asked, planned)
        last = asked.headers.get("connection", "").lower() == "close"
        if await self._play(reply, self._call, asked.method, last=last) and self._call:
            self._reception.log.finish(self._call)
        self._call = None
        if last or reply.ending == "hang up":
            self._transport.close()
        self._task = None
        if not self._transport.is_closing():
            self._transport.resume_reading()
            self._advance()

    async def _play(self, reply: Reply, call: Call | None, method: str, *, last: bool) -> bool:
        """True where the whole of it went out."""
        if reply.wait:
            await asyncio.sleep(reply.wait)
        if reply.stop == "before":
            return await self._end(reply)
        head, pieces = _write_head(reply, last=last), _frame(reply)
        if method == "HEAD":
            pieces = []
        if reply.stop == "headers":
            self._transport.write(head[: len(head) // 2])
            return await self._end(reply)
        if call:
            call.status = reply.status
        if reply.stop == "body":
            body = b"".join(pieces)
            self._transport.write(head + body[: len(body) // 2])
            return await self._end(reply)
        if reply.drip:
            return await self._drip(head, b"".join(pieces), reply.drip)
        # An event is written by itself, so that whoever waits for it has it before the next one is there.
        self._transport.write(head)
        for piece in pieces:
            await self._flush()
            self._transport.write(piece)
        return await self._flush()

    async def _drip(self, head: bytes, body: bytes, seconds: float) -> bool:
        self._transport.write(head)
        size = max(1, -(-len(body) // _DRIPS))
        for start in range(0, len(body), size):
            await asyncio.sleep(seconds / _DRIPS)
            self._transport.write(body[start : start + size])
            await self._flush()
        return await self._flush()

    async def _end(self, reply: Reply) -> bool:
        """What comes when an answer stops too early."""
        await self._flush()
        if reply.ending == "hang":
            await asyncio.get_running_loop().create_future()
        if reply.stop != "before":
            await asyncio.sleep(_BREATH)
        if reply.ending == "close":
            self._transport.close()
        else:
            self.reset()
        return False

    async def _flush(self) -> bool:
        """True once all that was written is with the kernel, False where nobody is there any more."""
        if not self._room.is_set():
            await self._room.wait()
        return not self._transport.is_closing()


def _parse_head(lines: Sequence[str]) -> Asked:
    words = lines[0].split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):
        raise _Wrong("no HTTP/1.1")
    pairs = (line.partition(":") for line in lines[1:])
    return Asked(words[0], words[1], {name.strip().lower(): value.strip() for name, _, value in pairs})


def _write_head(reply: Reply, *, last: bool) -> bytes:
    try:
        phrase = HTTPStatus(reply.status).phrase
    except ValueError:
        phrase = "Unassigned"
    lines = [f"HTTP/1.1 {reply.status} {phrase}", f"date: {formatdate(usegmt=True)}"]
    lines += [f"{name}: {value}" for name, value in reply.headers.items()]
    if reply.stream:
        lines.append("transfer-encoding: chunked")
    elif reply.status not in {204, 304}:
        lines.append(f"content-length: {sum(map(len, reply.pieces))}")
    if last:
        lines.append("connection: close")
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


def _frame(reply: Reply) -> list[bytes]:
    if reply.stream:
        pieces = [b"%x\r\n%b\r\n" % (len(piece), piece) for piece in reply.pieces if piece]
        return [*pieces, b"0\r\n\r\n"]
    return [] if reply.status in {204, 304} else [reply.body]
