"""OpenAI's own client for Python talks to a model that answers with pictures, and asks for predictions."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx
import openai
import pytest

from acceptance.pictures import draw_png, look_at, write_data_url
from pinxit.testing import RunningServer

_MODEL = "gemini-2.5-flash-image"
_START = "![image](data:image/png;base64,"


def _say(text: str) -> list[Any]:
    return [{"role": "user", "content": text}]


def _read(content: str | None) -> tuple[int, int]:
    assert content
    assert content.startswith(_START)
    return look_at(content.removeprefix(_START).rstrip(")")).size


def test_a_picture_comes_as_markdown(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(model=_MODEL, messages=_say("a red fox"))
    (choice,) = answer.choices
    assert _read(choice.message.content) == (1024, 1024)
    assert choice.finish_reason == "stop"
    assert answer.usage
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (3, 1290)
    assert abs(answer.created - time.time()) < 600
    assert answer._request_id


def test_pictures_stand_apart_where_the_modalities_are_told(client: openai.OpenAI) -> None:
    more = {"modalities": ["image", "text"], "image_config": {"aspect_ratio": "16:9"}}
    answer = client.chat.completions.create(model=_MODEL, messages=_say("a fox"), extra_body=more)
    message: Any = answer.choices[0].message.to_dict()
    assert message["content"] == "A flat colour."
    (image,) = message["images"]
    assert look_at(image["image_url"]["url"].removeprefix("data:image/png;base64,")).size == (1344, 768)


def test_a_conversation_edits_what_was_drawn(client: openai.OpenAI) -> None:
    first = client.chat.completions.create(model=_MODEL, messages=_say("a fox"))
    said = [*_say("a fox"), {"role": "assistant", "content": first.choices[0].message.content}, *_say("now at night")]
    second = client.chat.completions.create(model=_MODEL, messages=said)
    assert second.usage
    assert second.usage.prompt_tokens > 258


def test_a_message_brings_pictures(client: openai.OpenAI, gallery: str) -> None:
    parts: list[Any] = [
        {"type": "text", "text": "put them together"},
        {"type": "image_url", "image_url": {"url": write_data_url(draw_png())}},
        {"type": "image_url", "image_url": {"url": f"{gallery}/hat.jpg"}},
    ]
    answer = client.chat.completions.create(model=_MODEL, messages=[{"role": "user", "content": parts}])
    assert answer.usage
    assert answer.usage.prompt_tokens == 2 * 258 + 3


def test_a_conversation_streams_with_its_tokens(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model=_MODEL, messages=_say("a fox"), stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    told = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)
    assert _read(told) == (1024, 1024)
    assert [choice.finish_reason for chunk in chunks for choice in chunk.choices][-1] == "stop"
    assert chunks[-1].usage
    assert chunks[-1].usage.total_tokens == 1292


def test_the_clients_own_stream_helper_puts_the_answer_together(client: openai.OpenAI) -> None:
    with client.chat.completions.stream(model=_MODEL, messages=_say("a fox")) as stream:
        final = stream.get_final_completion()
    assert _read(final.choices[0].message.content) == (1024, 1024)


def test_the_asynchronous_client_talks_and_streams(roomy: RunningServer) -> None:
    async def run() -> tuple[str | None, str]:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            whole = await client.chat.completions.create(model=_MODEL, messages=_say("a fox"))
            stream = await client.chat.completions.create(model=_MODEL, messages=_say("a fox"), stream=True)
            told = [choice.delta.content or "" async for chunk in stream for choice in chunk.choices]
            return whole.choices[0].message.content, "".join(told)

    whole, streamed = asyncio.run(run())
    assert whole == streamed
    assert _read(whole) == (1024, 1024)


def test_azures_client_talks(roomy: RunningServer) -> None:
    with openai.AzureOpenAI(
        azure_endpoint=roomy.url, api_key=roomy.key, api_version="2025-04-01-preview", max_retries=0
    ) as client:
        answer = client.chat.completions.create(model="gpt-image-1", messages=_say("a fox"))
    assert _read(answer.choices[0].message.content) == (1024, 1024)


@pytest.mark.parametrize(
    ("wish", "kind", "code"),
    [
        ({"messages": []}, openai.BadRequestError, None),
        ({"model": "gpt-9"}, openai.NotFoundError, "model_not_found"),
        ({"messages": _say("[block]")}, openai.BadRequestError, "moderation_blocked"),
        ({"messages": _say("[break]")}, openai.InternalServerError, "engine_failed"),
        ({"response_format": {"type": "json_object"}}, openai.BadRequestError, "unsupported_value"),
        ({"n": 11}, openai.BadRequestError, "invalid_value"),
    ],
)
def test_an_error_of_a_conversation_is_the_clients_own_exception(
    client: openai.OpenAI, wish: dict[str, Any], kind: type[openai.APIStatusError], code: str | None
) -> None:
    with pytest.raises(kind) as refusal:
        client.chat.completions.create(**{"model": _MODEL, "messages": _say("a fox"), **wish})
    assert refusal.value.code == code or (code is None and refusal.value.code)
    assert refusal.value.request_id


@pytest.fixture
def seed_client(roomy: RunningServer, client: openai.OpenAI) -> openai.OpenAI:
    """The seed's third version has no client of its own: OpenAI's, by its plain verbs."""
    return client.with_options(base_url=f"{roomy.url}/api/v3")


def _predict(client: openai.OpenAI, page: str, **fields: Any) -> Any:
    answer: Any = client.post(f"/google/{_MODEL}/{page}", cast_to=object, body=fields)
    assert (answer["message"], answer["code"]) == ("success", 200)
    return answer["data"]


def test_a_prediction_is_looked_at_until_it_is_done(seed_client: openai.OpenAI) -> None:
    begun = _predict(seed_client, "text-to-image", prompt="[wait 0.3] a fox", aspect_ratio="16:9")
    deadline = time.monotonic() + 30
    data = begun
    while data["status"] in {"created", "processing"} and time.monotonic() < deadline:
        time.sleep(0.1)
        found: Any = seed_client.get(begun["urls"]["get"], cast_to=object)
        data = found["data"]
    assert data["status"] == "completed"
    assert data["id"] == begun["id"]
    (output,) = data["outputs"]
    assert look_at(httpx.get(output).content).size == (1344, 768)


def test_a_prediction_can_be_waited_for(seed_client: openai.OpenAI) -> None:
    data = _predict(
        seed_client, "image-edit", prompt="a hat", images=[write_data_url(draw_png())], size="1K", enable_sync_mode=True
    )
    assert data["status"] == "completed"
    assert len(data["outputs"]) == 1


def test_a_prediction_that_is_not_there_is_not_found(seed_client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError):
        seed_client.get("/predictions/0123/result", cast_to=object)
