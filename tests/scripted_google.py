"""A service on a real socket that answers with whatever a test writes, and keeps what it was asked."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from PIL import Image

from pinxit.core.engine import Drawn, Engine
from pinxit.core.images import ImageRequest
from pinxit.upstreams import Secret, Upstream


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def content(self) -> dict[str, Any]:
        read: dict[str, Any] = orjson.loads(self.body)
        return read


@dataclass(frozen=True)
class Said:
    """An answer: JSON of `content`, or the bytes of `body`."""

    content: Any = None
    status: int = 200
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Callable[[Asked], Said | Awaitable[Said]]


class ScriptedGoogle:
    """Answers with the next of `answers`, the last one for ever; a function is asked what to say."""

    def __init__(self, *answers: Said | Answering) -> None:
        self.answers = list(answers)
        self.asked: list[Asked] = []
        self.open = 0
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[ScriptedGoogle]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                path = line.split()[1].decode()
                headers = {}
                while (line := (await reader.readline()).strip()) != b"":
                    name, _, value = line.decode().partition(":")
                    headers[name.lower()] = value.strip()
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                asked = Asked(path, headers, body)
                self.asked.append(asked)
                writer.write(_pack(await self._choose(asked, reader)))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _choose(self, asked: Asked, reader: asyncio.StreamReader) -> Said:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Said):
            return answer
        self.open += 1
        try:
            said = answer(asked)
            return said if isinstance(said, Said) else await _await_caller(said, reader)
        finally:
            self.open -= 1


async def _await_caller(said: Awaitable[Said], reader: asyncio.StreamReader) -> Said:
    """What is said once it is; a caller who hangs up before ends it."""
    saying, hung_up = asyncio.ensure_future(said), asyncio.ensure_future(reader.read(1))
    done, _ = await asyncio.wait({saying, hung_up}, return_when=asyncio.FIRST_COMPLETED)
    for task in (saying, hung_up):
        if task not in done:
            task.cancel()
    if saying not in done:
        raise ConnectionResetError
    await asyncio.wait({hung_up})
    return saying.result()


def _pack(said: Said) -> bytes:
    body = json.dumps(said.content).encode() if said.body is None else said.body
    headers = {"content-type": "application/json", "content-length": str(len(body)), **said.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {said.status} Said\r\n{head}\r\n".encode() + body


def make_picture(size: tuple[int, int] = (1024, 1024), kind: str = "PNG", shade: int = 90, **info: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (shade, 120, 200)).save(buffer, kind, **info)
    return buffer.getvalue()


def show(data: bytes, mime: str = "image/png", **fields: Any) -> dict[str, Any]:
    """A part with a picture."""
    return {"inlineData": {"mimeType": mime, "data": base64.b64encode(data).decode()}, **fields}


USAGE = {
    "promptTokenCount": 12,
    "candidatesTokenCount": 1303,
    "totalTokenCount": 1315,
    "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 12}],
    "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1290}],
}


def answer(*parts: Any, usage: Any = USAGE, **candidate: Any) -> Said:
    """A usual answer made of parts, or of one picture with a text before it."""
    content = {"parts": list(parts) or [{"text": "A blue square."}, show(make_picture())], "role": "model"}
    whole = {"content": content, "finishReason": "STOP", "index": 0, **candidate}
    return Said({"candidates": [whole], "usageMetadata": usage, "modelVersion": "m", "responseId": "r"})


def refuse(status: int, name: str, message: str = "It says no.", *details: Any) -> Said:
    """An error in Google's envelope."""
    error = {"code": status, "message": message, "status": name, "details": list(details)}
    return Said({"error": error}, status)


def point_to(service: ScriptedGoogle, **fields: Any) -> Upstream:
    usual: dict[str, Any] = {"name": "google", "kind": "gemini", "key": Secret("AIza-canary-1"), "timeout": 10.0}
    return Upstream(**{"url": service.url, **usual, **fields})


async def collect(engine: Engine, **wishes: Any) -> list[Drawn]:
    """All that an engine yields for a request that its first model gets."""
    usual: dict[str, Any] = {"model": engine.models()[0].name, "prompt": "a fox"}
    async with aclosing(engine.draw(ImageRequest(**{**usual, **wishes}))) as events:
        return [event async for event in events]
