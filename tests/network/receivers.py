"""A receiver of webhooks, real and on a socket: it keeps what comes, and answers as a test tells it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

Behaviour = int | bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Message:
    """One POST as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


class Receiver:
    """Answers with the next of `answers`, the last one for ever; `slow` paths are held until `let_go`."""

    def __init__(self, *answers: Behaviour) -> None:
        self.answers = list(answers) or [200]
        self.messages: list[Message] = []
        self.connections = 0
        self.busy = 0
        self.most_at_once = 0
        self.let_go = asyncio.Event()
        self.came = asyncio.Event()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @asynccontextmanager
    async def running(self, port: int = 0) -> AsyncIterator[Receiver]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            self.let_go.set()
            server.close()

    async def wait_for(self, count: int, seconds: float = 20.0) -> list[Message]:
        """The messages once there are so many."""
        async with asyncio.timeout(seconds):
            while len(self.messages) < count:
                self.came.clear()
                await self.came.wait()
        return self.messages

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.busy += 1
        self.most_at_once = max(self.most_at_once, self.busy)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            message = await _read(reader)
            self.messages.append(message)
            self.came.set()
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            if message.path.startswith("/slow"):
                await self.let_go.wait()
            if isinstance(answer, int):
                writer.write(b"HTTP/1.1 %d Told\r\nContent-Length: 2\r\n\r\nok" % answer)
            elif isinstance(answer, bytes):
                writer.write(answer)
            else:
                await answer(writer)
            await writer.drain()
        self.busy -= 1
        writer.close()


async def _read(reader: asyncio.StreamReader) -> Message:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *lines = head.split("\r\n")[:-2]
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers["content-length"]))
    return Message(first.split()[1], headers, body)
