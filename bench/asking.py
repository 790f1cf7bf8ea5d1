"""Asking for pictures over connections that stay open, some at once; answers are kept, to be looked at later."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_PATIENCE = 600.0  # seconds: the first request loads the model
Body = Callable[[int], dict[str, Any]]
"""The body of the request of a number."""


@dataclass(frozen=True)
class Door:
    """Where a side is asked, and how."""

    port: int
    path: str
    body: Body
    headers: dict[str, str] = field(default_factory=dict)

    def write(self, number: int) -> bytes:
        content = json.dumps(self.body(number)).encode()
        headers = {"host": "127.0.0.1", "content-type": "application/json", "content-length": str(len(content))}
        lines = [
            f"POST {self.path} HTTP/1.1",
            *(f"{name}: {value}" for name, value in (headers | self.headers).items()),
        ]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


@dataclass(frozen=True)
class Round:
    """What was asked at one time: seconds in all, milliseconds of each request, and the answers by number."""

    seconds: float
    latencies: list[float]
    answers: dict[int, bytes] = field(repr=False)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds


def ask(door: Door, numbers: Sequence[int], connections: int) -> Round:
    """All requests of these numbers, by so many connections. Raises RuntimeError for an answer that is not 200."""
    return asyncio.run(_ask(door, numbers, connections))


async def _ask(door: Door, numbers: Sequence[int], connections: int) -> Round:
    waiting, latencies, answers = iter(numbers), list[float](), dict[int, bytes]()
    began = time.perf_counter()
    await asyncio.gather(*(_go_on(door, waiting, latencies, answers) for _ in range(connections)))
    return Round(time.perf_counter() - began, latencies, answers)


async def _go_on(door: Door, waiting: Iterator[int], latencies: list[float], answers: dict[int, bytes]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port, limit=2**24)
    try:
        for number in waiting:
            sent = time.perf_counter()
            writer.write(door.write(number))
            async with asyncio.timeout(_PATIENCE):
                head = await reader.readuntil(b"\r\n\r\n")
                said = _LENGTH.search(head)
                content = await reader.readexactly(int(said[1]) if said else 0)
            if not head.startswith(b"HTTP/1.1 200 "):
                raise RuntimeError(f"{head[:60]!r} {content[:400]!r}")
            latencies.append(1000 * (time.perf_counter() - sent))
            answers[number] = content
    finally:
        writer.close()


def read_pixels(answer: bytes) -> np.ndarray[Any, Any]:
    """All pictures of an answer, as pictures x rows x columns x RGB of whole numbers."""
    pictures = []
    for entry in json.loads(answer)["data"]:
        with Image.open(io.BytesIO(base64.b64decode(entry["b64_json"]))) as image:
            pictures.append(np.asarray(image.convert("RGB")).astype(np.int16))
    return np.stack(pictures)


def differ(first: dict[int, bytes], second: dict[int, bytes]) -> int:
    """The largest difference of a channel, of 255, between the pictures of the same numbers."""
    assert first.keys() == second.keys()
    return max(int(np.abs(read_pixels(first[number]) - read_pixels(second[number])).max()) for number in first)
