"""Ask for pictures over some connections that stay open, as fast as the answers come, and look at each of these.

    echo '{"port": 8000, "path": "/v1/images/generations", "body": {...}, ...}' | python bench/load.py

Reads one order a line from its input (see Order) and writes one report a line. Answers are read into one block of
memory for each connection: what this process needs does not hide what the server behind it needs.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from pinxit.heap import hold_freed_memory

_ROOM = 8 * 2**20
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_END = b"0\r\n\r\n"
_ALIKE, _SERIAL = 40, 200  # characters of base64: the same in all pictures, and where they are the same again


@dataclass(frozen=True)
class Order:
    port: int
    path: str
    body: dict[str, Any]
    known: str
    """A file with the base64 of a picture, as it must come."""
    headers: dict[str, str] = field(default_factory=dict)
    connections: int = 1
    seconds: float = 3.0


@dataclass(frozen=True)
class Report:
    seconds: float
    latencies: list[float]
    """Milliseconds of each request, from its first byte out to the last byte in."""
    faults: list[str]


class _Asking(asyncio.BufferedProtocol):
    """One connection; reads into the same memory again and again."""

    def __init__(self) -> None:
        self.room = bytearray(_ROOM)
        self._view = memoryview(self.room)
        self._filled = 0
        self._done: asyncio.Future[int] | None = None
        self._need: int | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def ask(self, request: bytes) -> asyncio.Future[int]:
        """How many bytes of `room` the answer has, once it is there."""
        self._filled, self._need = 0, None
        self._done = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self._done

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._view[self._filled :]

    def buffer_updated(self, nbytes: int) -> None:
        self._filled += nbytes
        if self._need is None:
            self._need = self._find_end()
        whole = self._need == self._filled if self._need else self._ends_chunked()
        if whole and self._done is not None:
            done, self._done = self._done, None
            done.set_result(self._filled)

    def connection_lost(self, error: Exception | None) -> None:
        if self._done is not None and not self._done.done():
            self._done.set_exception(error or ConnectionError("the server hung up"))

    def _find_end(self) -> int | None:
        """How many bytes the answer has in all; 0: it comes in chunks; None: not known yet."""
        head = self.room.find(b"\r\n\r\n", 0, self._filled)
        if head < 0:
            return None
        if said := _LENGTH.search(self.room, 0, head + 2):
            return head + 4 + int(said[1])
        return 0 if _CHUNKED.search(self.room, 0, head + 2) else head + 4

    def _ends_chunked(self) -> bool:
        return self._need == 0 and self._view[self._filled - 5 : self._filled] == _END


class Judge:
    """Looks at answers: the picture must be in each, which differs from a known one in no more than the serial number
    near its beginning. Every fiftieth answer is parsed besides, and its picture decoded.
    """

    def __init__(self, known: bytes) -> None:
        self._length = len(known)
        self._head, self._tail = known[:_ALIKE], known[_SERIAL:]
        self._seen = 0

    def find_fault(self, room: bytearray, size: int) -> str:
        """What is wrong with the answer in the first `size` bytes of `room`, in words; empty: nothing.

        Nothing is copied that need not be: what this process takes of the cores is missing to whom it measures.
        """
        if not room.startswith(b"HTTP/1.1 200 "):
            return room[: min(size, 300)].decode(errors="replace")
        start = room.find(b"\r\n\r\n", 0, size) + 4
        if _CHUNKED.search(room, 0, start - 2):
            room = _join_chunks(bytes(room[start:size]))
            start, size = 0, len(room)
        begin = room.find(self._head, start, size)
        end = begin + self._length
        whole = begin >= 0 and end < size and room[end : end + 1] == b'"'  # behind it are earlier answers
        if not (whole and room.startswith(self._tail, begin + _SERIAL)):
            return f"the picture is not in it: {bytes(room[start : start + 200])!r}"
        self._seen += 1
        if self._seen % 50 == 1:
            with Image.open(io.BytesIO(base64.b64decode(find_text(json.loads(room[start:size]))))) as image:
                image.load()
        return ""


def find_text(content: Any) -> str:
    """The picture's base64 in an answer of either shape."""
    if "data" in content:
        return str(content["data"][0]["b64_json"])
    parts = content["candidates"][0]["content"]["parts"]
    return next(str(part["inlineData"]["data"]) for part in parts if "inlineData" in part)


def _join_chunks(body: bytes) -> bytearray:
    pieces, at = list[bytes](), 0
    while True:
        end = body.index(b"\r\n", at)
        size = int(body[at:end], 16)
        if not size:
            return bytearray().join(pieces)
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _write_request(order: Order, number: int) -> bytes:
    # Words of its own for each, so that nobody may answer from a memory.
    content = json.dumps(order.body).replace("NUMBER", str(number)).encode()
    headers = {"host": "127.0.0.1", "content-type": "application/json", "content-length": str(len(content))}
    lines = [f"POST {order.path} HTTP/1.1", *(f"{name}: {value}" for name, value in (headers | order.headers).items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


async def run(order: Order, judge: Judge) -> Report:
    loop, latencies, faults = asyncio.get_running_loop(), list[float](), list[str]()
    numbers = iter(range(time.time_ns(), 10**20))
    began = time.perf_counter()
    end = began + order.seconds

    async def go_on() -> None:
        _, connection = await loop.create_connection(_Asking, "127.0.0.1", order.port)
        try:
            while not faults:  # one at the least, however long it took to connect
                sent = time.perf_counter()
                size = await connection.ask(_write_request(order, next(numbers)))
                latencies.append(1000 * (time.perf_counter() - sent))
                if fault := judge.find_fault(connection.room, size):
                    faults.append(fault)
                if time.perf_counter() > end:
                    break
        except OSError as error:
            faults.append(str(error))
        finally:
            connection.transport.close()

    await asyncio.gather(*(go_on() for _ in range(order.connections)))
    return Report(time.perf_counter() - began, latencies, faults)


def main() -> None:
    hold_freed_memory()
    for line in sys.stdin:
        order = Order(**json.loads(line))
        report = asyncio.run(run(order, Judge(Path(order.known).read_bytes())))
        print(json.dumps(asdict(report)), flush=True)


if __name__ == "__main__":
    main()
