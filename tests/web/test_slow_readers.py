"""Whoever asks and then takes nothing keeps neither the engine nor the pictures."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from pinxit.core.access import make_key
from pinxit.testing import FakeEngine, make_desk
from pinxit.web import bodies
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")


async def _ask_and_take(engine: FakeEngine, pieces: int, **fields: Any) -> list[int]:
    """The sizes of what a caller took before it stopped reading; it never hangs up."""
    app = build_app(make_desk(engine, _KEY))
    body = json.dumps({"model": "auto", "prompt": "a fox", "size": "1024x1024", **fields}).encode()
    headers = [(b"authorization", _SECRET.encode()), (b"content-type", b"application/json")]
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/v1/images/generations",
        "raw_path": b"/v1/images/generations",
        "query_string": b"",
        "headers": headers,
        "server": ("pinxit", 80),
    }
    asked = [{"type": "http.request", "body": body, "more_body": False}]
    taken: list[int] = []

    async def receive() -> Any:
        if not asked:
            await asyncio.Event().wait()
        return asked.pop()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            if len(taken) >= pieces:
                await asyncio.Event().wait()
            taken.append(len(message["body"]))

    async with asyncio.timeout(10):
        await app(scope, receive, send)
    return taken


@pytest.mark.parametrize("fields", [{"stream": True, "partial_images": 3, "n": 4}, {"n": 2}])
def test_an_answer_that_nobody_takes_is_given_up(monkeypatch: pytest.MonkeyPatch, fields: dict[str, Any]) -> None:
    monkeypatch.setattr(bodies, "_PATIENCE", 0.2)

    async def run() -> None:
        engine = FakeEngine()
        assert len(await _ask_and_take(engine, 1, **fields)) == 1
        assert engine.drawing == 0
        for _ in range(100):  # what is still being written down
            await asyncio.sleep(0.01)
            if len(asyncio.all_tasks()) == 1:
                break
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(run())


def test_a_large_picture_is_handed_over_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "_SLICE", 1000)
    taken = asyncio.run(_ask_and_take(FakeEngine(), 1000, stream=True, size="4096x4096"))
    assert max(taken) == 1000
    assert sum(taken) > 5000
