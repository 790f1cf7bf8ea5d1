"""Conversations about a picture that cannot be changed as wished, on the application in this process."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from PIL import Image

from pinxit.core.access import make_key
from pinxit.core.engine import ModelCard
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest, Partial, Picture, Progress
from pinxit.core.redrawing import NOTE
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")


class _Stubborn(FakeEngine):
    """Draws from words alone and keeps what it was asked; pictures it refuses to change."""

    def __init__(self, *, sources: int = 16, code: str = "unsupported_edit") -> None:
        super().__init__()
        self.code = code
        self.sources = sources
        self.drawn: list[str] = []

    def models(self) -> Sequence[ModelCard]:
        return [replace(card, sources=self.sources, masks=False) for card in super().models()]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        if request.sources:
            raise InvalidRequest("This picture stays as it is.", param="prompt", code=self.code)
        self.drawn.append(request.prompt)
        async for event in super().draw(request):
            yield event


def _ask(engine: FakeEngine, path: str, body: dict[str, Any]) -> httpx2.Response:
    app = build_app(make_desk(engine, _KEY))

    async def ask() -> httpx2.Response:
        transport = httpx2.ASGITransport(app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://pinxit") as client:
            return await client.post(path, json=body, headers={"x-goog-api-key": _SECRET})

    return asyncio.run(ask())


def _paint() -> str:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def _gemini(*said: str, brought: bool = False) -> dict[str, Any]:
    picture = {"inlineData": {"mimeType": "image/png", "data": _paint()}}
    contents: list[Any] = []
    for text in said[:-1]:
        contents += [{"role": "user", "parts": [{"text": text}]}, {"role": "model", "parts": [picture]}]
    contents.append({"role": "user", "parts": [{"text": said[-1]}]})
    if brought:
        contents[0]["parts"].append(picture)
    return {"contents": contents}


def _interaction(*said: str) -> dict[str, Any]:
    picture = {"type": "image", "data": _paint()}
    steps: list[Any] = []
    for text in said[:-1]:
        steps.append({"type": "user_input", "content": [{"type": "text", "text": text}]})
        steps.append({"type": "model_output", "content": [picture]})
    steps.append({"type": "user_input", "content": [{"type": "text", "text": said[-1]}]})
    return {"model": "auto", "input": steps}


def _chat(*said: str, **fields: Any) -> dict[str, Any]:
    messages: list[Any] = []
    for text in said[:-1]:
        messages.append({"role": "user", "content": text})
        messages.append({"role": "assistant", "content": f"![image](data:image/png;base64,{_paint()})"})
    return {"model": "auto", "messages": [*messages, {"role": "user", "content": said[-1]}], **fields}


_GENERATE = "/v1beta/models/auto:generateContent"
_STREAM = "/v1beta/models/auto:streamGenerateContent?alt=sse"
_INTERACT = "/v1beta/interactions"
_CHAT = "/v1/chat/completions"
_SAID = ("a cat", "now with a hat")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (_GENERATE, _gemini(*_SAID)),
        (_STREAM, _gemini(*_SAID)),
        (_INTERACT, _interaction(*_SAID)),
        (_INTERACT, {**_interaction(*_SAID), "stream": True}),
        (_CHAT, _chat(*_SAID)),
        (_CHAT, _chat(*_SAID, modalities=["image", "text"])),
        (_CHAT, _chat(*_SAID, stream=True)),
    ],
)
def test_an_addition_that_cannot_be_painted_in_is_drawn_anew_and_told(path: str, body: dict[str, Any]) -> None:
    engine = _Stubborn()
    answer = _ask(engine, path, body)
    assert answer.status_code == 200
    assert engine.drawn == ["a cat, with a hat"]
    assert NOTE in answer.text


def test_a_picture_drawn_anew_costs_what_its_own_words_cost() -> None:
    usage = _ask(_Stubborn(), _GENERATE, _gemini(*_SAID)).json()["usageMetadata"]
    assert [entry["modality"] for entry in usage["promptTokensDetails"]] == ["TEXT"]


@pytest.mark.parametrize(("path", "write"), [(_GENERATE, _gemini), (_STREAM, _gemini), (_CHAT, _chat)])
def test_what_words_cannot_tell_stays_refused_in_the_engines_words(path: str, write: Any) -> None:
    engine = _Stubborn()
    answer = _ask(engine, path, write("a cat with a hat", "remove the hat"))
    assert answer.status_code == 400
    assert "This picture stays as it is." in answer.text
    assert engine.drawn == []


def test_a_picture_of_the_users_own_is_never_drawn_anew() -> None:
    engine = _Stubborn()
    assert _ask(engine, _GENERATE, _gemini(*_SAID, brought=True)).status_code == 400
    link = "https://example.com/a.png. a cat"
    assert _ask(engine, _CHAT, _chat(link, "now with a hat")).status_code == 400
    assert engine.drawn == []


@pytest.mark.parametrize(("path", "body"), [(_GENERATE, _gemini(*_SAID)), (_CHAT, _chat(*_SAID))])
def test_another_fault_of_the_picture_is_no_reason_to_draw_anew(path: str, body: dict[str, Any]) -> None:
    engine = _Stubborn(code="invalid_image")
    assert _ask(engine, path, body).status_code == 400
    assert engine.drawn == []


@pytest.mark.parametrize(("path", "body"), [(_GENERATE, _gemini(*_SAID)), (_CHAT, _chat(*_SAID))])
def test_a_model_that_takes_no_pictures_goes_on_from_the_words(path: str, body: dict[str, Any]) -> None:
    engine = _Stubborn(sources=0)
    assert _ask(engine, path, body).status_code == 200
    assert engine.drawn == ["a cat, with a hat"]


def test_what_the_system_says_counts_for_the_picture_drawn_anew_too() -> None:
    engine = _Stubborn()
    _ask(engine, _GENERATE, {**_gemini(*_SAID), "systemInstruction": "Use oil paint."})
    chat = _chat(*_SAID)
    _ask(engine, _CHAT, {**chat, "messages": [{"role": "system", "content": "Use oil paint."}, *chat["messages"]]})
    assert engine.drawn == ["Use oil paint.\na cat, with a hat", "Use oil paint.\n\na cat, with a hat"]


def test_a_stream_of_a_picture_drawn_anew_has_the_form_of_any_other() -> None:
    lines = [line for line in _ask(_Stubborn(), _STREAM, _gemini(*_SAID)).text.split("\n") if line]
    words, picture = (json.loads(line.removeprefix("data: ")) for line in lines)
    assert words["candidates"][0]["content"]["parts"][0]["text"].startswith(NOTE)
    assert picture["candidates"][0]["finishReason"] == "STOP"
