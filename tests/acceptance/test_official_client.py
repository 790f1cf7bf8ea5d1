"""OpenAI's own client against the real server."""

from __future__ import annotations

import asyncio
import base64
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import openai
import pytest

from pinxit.testing import RunningServer


@pytest.fixture
def client(server: RunningServer) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key)


def test_a_picture_in_a_ratio_of_the_seed(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="gemini-2.5-flash-image", prompt="a fox", size="16:9")
    assert answer.data
    assert base64.b64decode(answer.data[0].b64_json or "").startswith(b"\x89PNG")
    assert answer.data[0].revised_prompt == "A flat colour."
    assert answer.size == "16:9"
    assert answer.quality == "high"
    assert answer.background == "opaque"
    assert answer.usage
    assert (answer.usage.output_tokens, answer.usage.total_tokens) == (1290, 1292)
    assert abs(answer.created - time.time()) < 60
    assert answer._request_id
    assert answer._request_id.startswith("req_")


def test_every_field_that_the_client_knows(client: openai.OpenAI) -> None:
    answer = client.images.generate(
        model="gpt-image-1",
        prompt="a fox",
        n=2,
        size="1024x1024",
        quality="low",
        background="transparent",
        output_format="webp",
        output_compression=80,
        response_format="b64_json",
        user="me",
        moderation="low",
        extra_body={"seed": 4},
    )
    assert len(answer.data or []) == 2
    assert (answer.background, answer.output_format, answer.quality) == ("transparent", "webp", "low")


def test_the_asynchronous_client(server: RunningServer) -> None:
    async def run() -> int:
        async with openai.AsyncOpenAI(base_url=f"{server.url}/v1", api_key=server.key) as client:
            made = await client.images.generate(model="auto", prompt="a fox", size="64x64")
            return len(made.data or [])

    assert asyncio.run(run()) == 1


def test_headers_say_who_served(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(model="gpt-image-1", prompt="x", size="auto", style="vivid")
    assert raw.headers["x-pinxit-model"] == "pinxit-fake"
    assert raw.headers["x-pinxit-ignored"] == "style"
    assert raw.parse().size == "1024x1024"


def test_a_wrong_key_is_an_authentication_error_in_openais_words(client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError) as refusal:
        client.with_options(api_key="sk-wrong").images.generate(model="auto", prompt="x")
    assert refusal.value.code == "invalid_api_key"
    assert refusal.value.type == "invalid_request_error"
    assert refusal.value.request_id


@pytest.mark.parametrize(
    ("wish", "param", "code"),
    [
        ({"size": "16;9"}, "size", "invalid_value"),
        ({"n": 11}, "n", "invalid_value"),
        ({"prompt": ""}, "prompt", "invalid_value"),
        ({"response_format": "url"}, "response_format", "unsupported_value"),
        ({"stream": True}, "stream", "unsupported_value"),
    ],
)
def test_a_bad_request_names_its_field(client: openai.OpenAI, wish: dict[str, Any], param: str, code: str) -> None:
    fields: dict[str, Any] = {"model": "auto", "prompt": "x", **wish}
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.generate(**fields)
    assert (refusal.value.param, refusal.value.code) == (param, code)
    assert refusal.value.request_id


def test_an_unknown_model_is_not_found(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as refusal:
        client.images.generate(model="dall-e-9", prompt="x")
    assert (refusal.value.param, refusal.value.code) == ("model", "model_not_found")


def test_models_are_listed_and_retrieved(client: openai.OpenAI) -> None:
    names = [model.id for model in client.models.list()]
    assert "gemini-2.5-flash-image" in names
    assert client.models.retrieve("auto").owned_by == "pinxit"


def test_the_client_comes_back_by_itself_when_the_queue_was_full(client: openai.OpenAI) -> None:
    with ThreadPoolExecutor(2) as pool:
        slow = [pool.submit(client.images.generate, model="auto", prompt="[wait 0.8]", size="64x64") for _ in range(2)]
        time.sleep(0.3)
        with pytest.raises(openai.RateLimitError):
            client.with_options(max_retries=0).images.generate(model="auto", prompt="x", size="64x64")
        assert client.with_options(max_retries=4).images.generate(model="auto", prompt="x", size="64x64").data
        assert all(job.result().data for job in slow)
