"""OpenAI's own client for Python watches pictures come into being."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import Any

import openai
import pytest
from openai.types import ImageEditCompletedEvent, ImageGenCompletedEvent, ImageGenPartialImageEvent

from acceptance.journal import Calls
from acceptance.pictures import draw_jpeg, draw_png, look_at
from pinxit.testing import RunningServer

_ASK: dict[str, Any] = {"model": "auto", "prompt": "a fox", "size": "64x64"}


def _generate(client: openai.OpenAI, **wishes: Any) -> list[Any]:
    return list(client.images.generate(**{**_ASK, **wishes}, stream=True))


def _edit(client: openai.OpenAI, **wishes: Any) -> list[Any]:
    return list(client.images.edit(**{"image": draw_png(), **_ASK, **wishes}, stream=True))


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_generation_shows_as_many_unfinished_states_as_were_asked_for(client: openai.OpenAI, count: int) -> None:
    *partials, last = _generate(client, partial_images=count)
    assert [event.type for event in partials] == ["image_generation.partial_image"] * count
    assert [event.partial_image_index for event in partials] == list(range(count))
    assert all(look_at(event.b64_json).size == (64, 64) for event in partials)
    assert isinstance(last, ImageGenCompletedEvent)
    assert last.usage.output_tokens == 1290 + 100 * count


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_an_edit_shows_as_many_unfinished_states_as_were_asked_for(client: openai.OpenAI, count: int) -> None:
    *partials, last = _edit(client, partial_images=count)
    assert [event.type for event in partials] == ["image_edit.partial_image"] * count
    assert [event.partial_image_index for event in partials] == list(range(count))
    assert isinstance(last, ImageEditCompletedEvent)
    assert last.type == "image_edit.completed"
    assert last.usage.input_tokens_details.image_tokens == 258


def test_events_have_every_field_that_the_client_requires(client: openai.OpenAI) -> None:
    partial, last = _generate(client, partial_images=1, output_format="webp", quality="low", background="opaque")
    assert isinstance(partial, ImageGenPartialImageEvent)
    for event in (partial, last):
        assert abs(event.created_at - time.time()) < 600
        assert (event.output_format, event.quality, event.background, event.size) == ("webp", "low", "opaque", "64x64")
        assert look_at(event.b64_json).format == "WEBP"
        type(event).model_validate(event.to_dict())  # strictly, where the client itself builds loosely
    assert (last.usage.input_tokens, last.usage.total_tokens) == (2, 1392)


def test_without_partial_images_a_stream_is_one_event(client: openai.OpenAI) -> None:
    (event,) = _generate(client)
    assert event.type == "image_generation.completed"


def test_two_pictures_are_two_completed_events(client: openai.OpenAI) -> None:
    events = _generate(client, n=2)
    assert [event.type for event in events] == ["image_generation.completed"] * 2
    assert events[0].b64_json != events[1].b64_json


def test_an_edit_of_two_pictures_with_a_mask_streams(client: openai.OpenAI) -> None:
    events = _edit(client, image=[draw_png(), draw_jpeg()], mask=draw_png(alpha=0), partial_images=1)
    assert [event.type for event in events] == ["image_edit.partial_image", "image_edit.completed"]
    assert events[-1].usage.input_tokens_details.image_tokens == 516


def test_a_streamed_picture_is_the_one_that_is_not_streamed(client: openai.OpenAI) -> None:
    whole = client.images.generate(**_ASK, extra_body={"seed": 3})
    (event,) = _generate(client, extra_body={"seed": 3})
    assert whole.data
    assert event.b64_json == whole.data[0].b64_json


def test_a_stream_has_a_request_id_and_the_type_of_server_sent_events(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(**_ASK, stream=True, partial_images=1)
    assert raw.headers["content-type"].startswith("text/event-stream")
    assert raw.request_id
    assert raw.headers["x-pinxit-model"] == "pinxit-fake"
    assert [event.type for event in raw.parse()][-1] == "image_generation.completed"


def test_the_lines_of_a_stream_name_each_event_and_hold_it_on_one_line(client: openai.OpenAI) -> None:
    ask = client.images.with_streaming_response.generate
    with ask(**_ASK, stream=True, partial_images=1) as response:
        lines = [line for line in response.iter_lines() if line and not line.startswith(":")]
    names = [line.removeprefix("event: ") for line in lines[::2]]
    assert names == ["image_generation.partial_image", "image_generation.completed"]
    assert all(line.startswith("data: {") for line in lines[1::2])


def test_the_asynchronous_client_streams_generations_and_edits(roomy: RunningServer) -> None:
    async def run() -> list[str]:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            made = await client.images.generate(**_ASK, stream=True, partial_images=2)
            kinds = [event.type async for event in made]
            edited = await client.images.edit(image=draw_png(), **_ASK, stream=True, partial_images=1)
            return kinds + [event.type async for event in edited]

    assert asyncio.run(run()) == [
        *["image_generation.partial_image"] * 2,
        "image_generation.completed",
        "image_edit.partial_image",
        "image_edit.completed",
    ]


@pytest.mark.parametrize(
    ("wish", "param"),
    [
        ({"partial_images": 4}, "partial_images"),
        ({"size": "16;9"}, "size"),
        ({"model": "dall-e-9"}, "model"),
        ({"n": 0}, "n"),
        ({"prompt": ""}, "prompt"),
    ],
)
def test_an_error_before_the_first_event_is_a_plain_one(
    client: openai.OpenAI, wish: dict[str, Any], param: str
) -> None:
    with pytest.raises(openai.APIStatusError) as refusal:
        _generate(client, **wish)
    assert refusal.value.status_code in {400, 404}
    assert refusal.value.param == param


def test_a_declined_wish_is_a_plain_error_even_in_a_stream(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        _generate(client, prompt="[block]", partial_images=1)
    assert refusal.value.code == "moderation_blocked"


def test_an_error_after_the_first_event_ends_the_stream_with_the_clients_exception(client: openai.OpenAI) -> None:
    stream = client.images.generate(**{**_ASK, "prompt": "[fall]"}, stream=True, partial_images=2)
    assert [next(stream).type for _ in range(2)] == ["image_generation.partial_image"] * 2
    with pytest.raises(openai.APIError) as failure:
        next(stream)
    assert failure.value.code == "engine_failed"
    assert failure.value.type == "server_error"
    assert failure.value.message


def test_leaving_a_stream_frees_the_engine_each_time(narrow_client: openai.OpenAI) -> None:
    wait: dict[str, Any] = {**_ASK, "prompt": "[wait 600]"}
    patient = narrow_client.with_options(max_retries=8)
    for _ in range(8):
        # The only place is taken for ten minutes unless the server noticed that the one before left.
        stream = patient.images.generate(**wait, stream=True, partial_images=3)
        assert next(stream).type == "image_generation.partial_image"
        stream.close()
    assert patient.images.generate(**_ASK).data


def test_clients_that_leave_at_any_moment_leave_the_engine_free(
    narrow: RunningServer, narrow_client: openai.OpenAI
) -> None:
    async def leave(client: openai.AsyncOpenAI, number: int) -> None:
        streamed = {"stream": True, "partial_images": 3} if number % 2 else {}
        with contextlib.suppress(TimeoutError, openai.RateLimitError):
            async with asyncio.timeout(0.002 * number):
                answer: Any = await client.images.generate(**{**_ASK, "prompt": "[wait 600]", **streamed})
                async for _ in answer:
                    pass

    async def run() -> None:
        async with openai.AsyncOpenAI(base_url=f"{narrow.url}/v1", api_key=narrow.key, max_retries=0) as client:
            for number in range(1, 40):
                await leave(client, number)

    asyncio.run(run())
    assert narrow_client.with_options(max_retries=8).images.generate(**_ASK).data


def test_each_stream_is_logged_as_one_call(client: openai.OpenAI, roomy: RunningServer) -> None:
    calls = Calls(roomy)
    _generate(client, partial_images=3)
    assert calls.list_new(1) == [200]


def test_signs_of_life_are_comments_that_the_client_does_not_see(impatient: RunningServer) -> None:
    ask: dict[str, Any] = {**_ASK, "prompt": "[wait 0.7] a fox", "stream": True}
    with openai.OpenAI(base_url=f"{impatient.url}/v1", api_key=impatient.key, max_retries=0) as client:
        assert [event.type for event in client.images.generate(**ask)] == ["image_generation.completed"]
        with client.images.with_streaming_response.generate(**ask) as response:
            comments = [line for line in response.iter_lines() if line.startswith(":")]
    assert len(comments) >= 2


def test_signs_of_life_keep_a_client_that_waits_a_second_for_each_byte(impatient: RunningServer) -> None:
    ask: dict[str, Any] = {**_ASK, "prompt": "[wait 2.5] a fox", "stream": True}
    patience = openai.Timeout(30, read=1.5)
    with openai.OpenAI(
        base_url=f"{impatient.url}/v1", api_key=impatient.key, max_retries=0, timeout=patience
    ) as client:
        assert [event.type for event in client.images.generate(**ask)] == ["image_generation.completed"]
        with pytest.raises(openai.APITimeoutError):  # without a stream nothing comes before the picture
            client.images.generate(**{**ask, "stream": False})
