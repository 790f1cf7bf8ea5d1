"""Chat completions over a socket, asked by OpenAI's own client and by hand."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import openai
import pytest
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pinxit.core.access import Caller, make_key
from pinxit.core.errors import PinxitError, SourceUnavailable
from pinxit.core.images import Source
from pinxit.core.sources import Link
from pinxit.dialects.chat.models import ChatAnswer, ChatChunk
from pinxit.dialects.profiles import Profile, write_error
from pinxit.dialects.wire import validate
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.bodies import HungUp
from pinxit.web.chat import complete

_KEY = make_key("test")[1]
_FOX: list[Any] = [{"role": "user", "content": "a fox"}]


def _file(side: int = 80) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), "red").save(out, "PNG")
    return out.getvalue()


class _Shelf:
    """A Fetcher with one picture."""

    async def fetch(self, link: Link) -> Source:
        if link.url != "https://example.com/red.png":
            raise SourceUnavailable("There is nothing.", param=link.name)
        return Source(_file(), link.name)


def _refuse(request: Request, error: Exception) -> Response:
    if isinstance(error, HungUp):
        return Response(status_code=499)
    refusal = write_error(error, Profile.OPENAI)
    return Response(refusal.body, refusal.status, refusal.headers, media_type="application/json")


def _build(engine: FakeEngine, heartbeat: float = 10.0) -> Starlette:
    desk = make_desk(engine, _KEY, fetcher=_Shelf(), heartbeat=heartbeat)

    async def admitted(request: Request) -> Response:
        request.state.caller = Caller(_KEY)
        return await complete(desk, request)

    routes = [Route("/v1/chat/completions", admitted, methods=["POST"])]
    return Starlette(routes=routes, exception_handlers={PinxitError: _refuse, HungUp: _refuse, Exception: _refuse})


@contextmanager
def _serve(app: Starlette) -> Iterator[str]:
    """The application on a free port, in a thread of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with _serve(_build(FakeEngine(workers=4))) as url:
        yield url


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=address, api_key="sk-any", max_retries=0) as made:
        yield made


def _post(address: str, **fields: Any) -> httpx2.Response:
    body = {"model": "auto", "messages": _FOX, "size": "64x64", **fields}
    return httpx2.post(f"{address}/chat/completions", json=body, timeout=30)


def _decode(url: str | None) -> tuple[str | None, tuple[int, int]]:
    head, _, text = (url or "").partition(";base64,")
    with Image.open(io.BytesIO(base64.b64decode(text, validate=True))) as image:
        assert head == f"data:image/{(image.format or '').lower()}"
        return image.format, image.size


def _await(happens: Callable[[], bool]) -> None:
    """Wait until something is so; much longer than it takes, for machines that have much to do."""
    deadline = time.monotonic() + 20
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _unwrap(markdown: str | None) -> str:
    assert markdown is not None
    assert markdown.startswith("![image](")
    assert markdown.endswith(")")
    return markdown[len("![image](") : -1]


def test_the_official_client_gets_a_picture_as_markdown(client: openai.OpenAI) -> None:
    made = client.chat.completions.create(
        model="gemini-2.5-flash-image", messages=_FOX, temperature=0.5, max_tokens=100, extra_body={"size": "16:9"}
    )
    choice = made.choices[0]
    assert _decode(_unwrap(choice.message.content)) == ("PNG", (1344, 768))
    assert (choice.message.role, choice.finish_reason, choice.index) == ("assistant", "stop", 0)
    assert made.object == "chat.completion"
    assert made.model == "gemini-2.5-flash-image"
    assert made.id.startswith("chatcmpl-")
    assert abs(made.created - time.time()) < 60
    assert made.usage
    assert (made.usage.prompt_tokens, made.usage.completion_tokens, made.usage.total_tokens) == (2, 1290, 1292)
    assert made.usage.prompt_tokens_details
    assert made.usage.prompt_tokens_details.cached_tokens == 0


def test_modalities_put_pictures_apart_from_the_words(client: openai.OpenAI) -> None:
    wishes = {"modalities": ["image", "text"], "image_config": {"aspect_ratio": "3:2"}, "output_format": "webp"}
    made = client.chat.completions.create(model="auto", messages=_FOX, extra_body=wishes)
    message = made.choices[0].message
    assert message.content == "A flat colour."
    images = message.model_dump()["images"]
    assert [(image["type"], image["index"]) for image in images] == [("image_url", 0)]
    assert _decode(images[0]["image_url"]["url"]) == ("WEBP", (1248, 832))


def test_a_wish_for_pictures_alone_has_no_words(client: openai.OpenAI) -> None:
    made = client.chat.completions.create(model="auto", messages=_FOX, extra_body={"modalities": ["image"]})
    assert made.choices[0].message.content == ""
    assert len(made.choices[0].message.model_dump()["images"]) == 1


def test_each_picture_is_a_choice(client: openai.OpenAI) -> None:
    made = client.chat.completions.create(model="auto", messages=_FOX, n=3, seed=4, extra_body={"size": "64x64"})
    assert [choice.index for choice in made.choices] == [0, 1, 2]
    assert len({choice.message.content for choice in made.choices}) == 3


def test_pictures_of_a_message_are_fetched_and_counted(client: openai.OpenAI) -> None:
    content: Any = [
        {"type": "text", "text": "make it blue"},
        {"type": "image_url", "image_url": {"url": "https://example.com/red.png"}},
    ]
    made = client.chat.completions.create(
        model="auto", messages=[{"role": "user", "content": content}], extra_body={"modalities": ["image", "text"]}
    )
    assert made.choices[0].message.content == "A flat colour made of 1 pictures."
    assert made.usage
    assert made.usage.model_dump()["prompt_tokens_details"]["image_tokens"] == 258
    assert _decode(made.choices[0].message.model_dump()["images"][0]["image_url"]["url"])[1] == (80, 80)


def test_an_answer_can_be_sent_back_and_worked_on(client: openai.OpenAI) -> None:
    messages = list(_FOX)
    first = client.chat.completions.create(model="auto", messages=messages, extra_body={"size": "128x64"})
    messages += [first.choices[0].message, {"role": "user", "content": "make it blue"}]
    second = client.chat.completions.create(model="auto", messages=messages)
    assert _decode(_unwrap(second.choices[0].message.content))[1] == (128, 64)


@pytest.mark.parametrize(
    ("fields", "kind", "param"),
    [
        ({"extra_body": {"size": "huge"}}, openai.BadRequestError, "size"),
        ({"tools": [{"type": "function", "function": {"name": "f"}}]}, openai.BadRequestError, "tools"),
        ({"response_format": {"type": "json_object"}}, openai.BadRequestError, "response_format"),
        ({"modalities": ["text"]}, openai.BadRequestError, "modalities"),
        ({"model": "gpt-9"}, openai.NotFoundError, "model"),
        ({"messages": [{"role": "user", "content": "[break]"}]}, openai.InternalServerError, None),
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_errors_are_the_clients_own_classes_and_name_the_field(
    client: openai.OpenAI, fields: dict[str, Any], kind: type[openai.APIStatusError], param: str | None, stream: bool
) -> None:
    with pytest.raises(kind) as caught:
        client.chat.completions.create(**{"model": "auto", "messages": _FOX, "stream": stream, **fields})
    assert caught.value.param == param
    assert caught.value.code


def test_a_picture_that_cannot_be_had_is_named(client: openai.OpenAI) -> None:
    content: Any = [{"type": "image_url", "image_url": {"url": "https://example.com/none.png"}}]
    with pytest.raises(openai.BadRequestError) as caught:
        client.chat.completions.create(model="auto", messages=[{"role": "user", "content": content}])
    assert caught.value.param == "messages[0].content[0].image_url"


def test_the_official_client_streams_a_picture(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="auto", messages=_FOX, stream=True, stream_options={"include_usage": True}, extra_body={"size": "64x64"}
    )
    chunks = list(stream)
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert deltas[0].role == "assistant"
    assert _decode(_unwrap("".join(delta.content or "" for delta in deltas)))[1] == (64, 64)
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices] == [None, None, "stop"]
    assert not chunks[-1].choices
    assert chunks[-1].usage
    assert chunks[-1].usage.total_tokens == 1292
    assert all(chunk.usage is None for chunk in chunks[:-1])
    assert len({chunk.id for chunk in chunks}) == 1


def test_streamed_pictures_may_come_apart_from_the_words(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="auto", messages=_FOX, n=2, stream=True, extra_body={"size": "64x64", "modalities": ["image", "text"]}
    )
    shown = {}
    for chunk in stream:
        for choice in chunk.choices:
            for image in choice.delta.model_dump().get("images") or []:
                shown[choice.index] = (choice.delta.content, _decode(image["image_url"]["url"]))
    assert shown == {0: ("A flat colour.", ("PNG", (64, 64))), 1: ("A flat colour.", ("PNG", (64, 64)))}


def test_the_asynchronous_client_streams(address: str) -> None:
    async def run() -> str:
        async with openai.AsyncOpenAI(base_url=address, api_key="sk-any") as client:
            stream = await client.chat.completions.create(
                model="auto", messages=_FOX, stream=True, extra_body={"size": "64x64"}
            )
            return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    assert _decode(_unwrap(asyncio.run(run())))[1] == (64, 64)


def test_the_clients_streaming_helper_puts_the_message_together(client: openai.OpenAI) -> None:
    with client.chat.completions.stream(model="auto", messages=_FOX, extra_body={"size": "64x64"}) as stream:
        message = stream.get_final_completion().choices[0].message
    assert _decode(_unwrap(message.content))[1] == (64, 64)


def test_signs_of_life_come_while_nothing_else_does_and_clients_pass_over_them() -> None:
    messages: list[Any] = [{"role": "user", "content": "a fox [wait 0.6]"}]
    with _serve(_build(FakeEngine(), heartbeat=0.1)) as url:
        text = _post(url, messages=messages, stream=True).text
        client = openai.OpenAI(base_url=url, api_key="sk-any", max_retries=0)
        chunks = list(client.chat.completions.create(model="auto", messages=messages, stream=True))
    assert text.startswith(": ")
    assert text.endswith("data: [DONE]\n\n")
    assert len(chunks) == 3


def test_an_error_after_the_stream_began_is_an_event_that_the_client_raises() -> None:
    messages: list[Any] = [{"role": "user", "content": "a fox [wait 0.4] [fall]"}]
    with _serve(_build(FakeEngine(), heartbeat=0.1)) as url:
        client = openai.OpenAI(base_url=url, api_key="sk-any", max_retries=0)
        with pytest.raises(openai.APIError, match="half-way") as caught:
            list(client.chat.completions.create(model="auto", messages=messages, stream=True))
    assert caught.value.code == "engine_failed"


def test_a_reader_who_leaves_stops_the_drawing() -> None:
    engine = FakeEngine()
    body = {"model": "auto", "messages": [{"role": "user", "content": "[wait 60]"}], "stream": True}
    with _serve(_build(engine, heartbeat=0.1)) as url:
        with httpx2.stream("POST", f"{url}/chat/completions", json=body) as answer:
            pieces = answer.iter_raw()  # kept: the connection closes with it
            next(pieces)
            assert engine.drawing == 1
        _await(lambda: engine.drawing == 0)


def test_answers_and_events_are_as_described(address: str) -> None:
    for extra in ({}, {"modalities": ["image", "text"]}):
        answer = _post(address, **extra)
        assert int(answer.headers["content-length"]) == len(answer.content)
        validate(ChatAnswer, answer.json())
        lines = _post(address, stream=True, stream_options={"include_usage": True}, **extra).text.split("\n\n")
        assert lines[-2:] == ["data: [DONE]", ""]
        for line in lines[:-2]:
            validate(ChatChunk, json.loads(line.removeprefix("data: ")))


def test_headers_say_who_drew_and_what_was_ignored(address: str) -> None:
    for stream in (False, True):
        headers = _post(address, stream=stream, temperature=1).headers
        assert (headers["x-pinxit-engine"], headers["x-pinxit-model"]) == ("fake", "pinxit-fake")
        assert headers["x-pinxit-ignored"] == "temperature"
