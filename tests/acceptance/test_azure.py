"""OpenAI's Azure clients for Python: another path, another header, the same pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import openai
import pytest

from acceptance.pictures import draw_jpeg, draw_png, look_at
from pinxit.testing import RunningServer

_ASK: dict[str, Any] = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64"}
_VERSION = "2025-04-01-preview"


@pytest.fixture
def azure(roomy: RunningServer) -> Iterator[openai.AzureOpenAI]:
    with openai.AzureOpenAI(
        azure_endpoint=roomy.url, api_key=roomy.key, api_version=_VERSION, max_retries=0, timeout=60
    ) as made:
        yield made


def test_azures_client_generates(azure: openai.AzureOpenAI) -> None:
    raw = azure.images.with_raw_response.generate(**_ASK)
    request = raw.http_request
    assert request.url.path == "/openai/deployments/gpt-image-1/images/generations"
    assert request.url.params["api-version"] == _VERSION
    assert "api-key" in request.headers
    assert look_at((raw.parse().data or [])[0].b64_json).size == (64, 64)
    assert raw.request_id


def test_a_deployment_that_the_client_fixes_is_the_model(roomy: RunningServer) -> None:
    with openai.AzureOpenAI(
        azure_endpoint=roomy.url,
        azure_deployment="gpt-image-2",
        api_key=roomy.key,
        api_version=_VERSION,
        max_retries=0,
    ) as client:
        raw = client.images.with_raw_response.generate(prompt="a fox", size="64x64")
    assert raw.headers["x-pinxit-model"] == "pinxit-fake"
    assert "/deployments/gpt-image-2/" in raw.http_request.url.path


def test_azures_client_edits_one_picture_and_several(azure: openai.AzureOpenAI) -> None:
    one = azure.images.edit(image=draw_png(), **_ASK)
    several = azure.images.edit(image=[draw_png(), draw_jpeg()], mask=draw_png(alpha=0), **_ASK)
    counts = [answer.usage and answer.usage.input_tokens_details.image_tokens for answer in (one, several)]
    assert counts == [258, 516]


def test_azures_client_streams(azure: openai.AzureOpenAI) -> None:
    events = list(azure.images.generate(**_ASK, stream=True, partial_images=2))
    assert [event.type for event in events] == [
        "image_generation.partial_image",
        "image_generation.partial_image",
        "image_generation.completed",
    ]


def test_azures_asynchronous_client_generates_edits_and_streams(roomy: RunningServer) -> None:
    async def run() -> tuple[int, int, list[str]]:
        async with openai.AsyncAzureOpenAI(
            azure_endpoint=roomy.url, api_key=roomy.key, api_version=_VERSION, max_retries=0
        ) as client:
            made = await client.images.generate(**_ASK, n=2)
            edited = await client.images.edit(image=draw_png(), **_ASK)
            stream = await client.images.edit(image=draw_png(), **_ASK, stream=True)
            kinds = [event.type async for event in stream]
            return len(made.data or []), len(edited.data or []), kinds

    assert asyncio.run(run()) == (2, 1, ["image_edit.completed"])


def test_a_token_provider_is_a_bearer(roomy: RunningServer) -> None:
    with openai.AzureOpenAI(
        azure_endpoint=roomy.url, azure_ad_token_provider=lambda: roomy.key, api_version=_VERSION, max_retries=0
    ) as client:
        assert client.images.generate(**_ASK).data


def test_a_deployment_that_is_no_model_is_not_found(azure: openai.AzureOpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as refusal:
        azure.images.generate(**{**_ASK, "model": "my-deployment"})
    assert refusal.value.code == "model_not_found"
    assert refusal.value.request_id


def test_a_wrong_key_and_a_bad_field_are_azures_exceptions_too(azure: openai.AzureOpenAI) -> None:
    with pytest.raises(openai.AuthenticationError):
        azure.with_options(api_key="sk-wrong").images.generate(**_ASK)
    with pytest.raises(openai.BadRequestError) as refusal:
        azure.images.generate(**_ASK, n=11)
    assert refusal.value.param == "n"
