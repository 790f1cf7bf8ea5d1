"""OpenAI's own client for Python asks a real server for pictures."""

from __future__ import annotations

import asyncio
import base64
import time
from typing import Any

import openai
import pytest
from openai.types import ImagesResponse

from acceptance.journal import Calls
from acceptance.pictures import look_at
from pinxit.testing import RunningServer


def _only(answer: ImagesResponse) -> str | None:
    assert answer.data
    assert len(answer.data) == 1
    return answer.data[0].b64_json


def test_a_picture_comes_with_everything_that_the_client_types(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="gpt-image-2", prompt="a red fox", size="1024x1024")
    assert look_at(_only(answer)).size == (1024, 1024)
    assert abs(answer.created - time.time()) < 600  # seconds, not the seed's milliseconds
    assert (answer.background, answer.output_format, answer.quality) == ("opaque", "png", "high")
    assert answer.size == "1024x1024"
    assert answer.data
    assert answer.data[0].revised_prompt
    assert answer.data[0].url is None
    assert answer._request_id
    assert answer._request_id.startswith("req_")


def test_tokens_are_counted_in_the_clients_own_fields(client: openai.OpenAI) -> None:
    usage = client.images.generate(model="auto", prompt="a red fox", size="16:9", n=2).usage
    assert usage
    assert (usage.input_tokens, usage.output_tokens, usage.total_tokens) == (3, 2580, 2583)
    assert (usage.input_tokens_details.text_tokens, usage.input_tokens_details.image_tokens) == (3, 0)
    assert usage.output_tokens_details
    assert (usage.output_tokens_details.image_tokens, usage.output_tokens_details.text_tokens) == (2580, 0)


@pytest.mark.parametrize(
    ("size", "pixels", "said"),
    [
        ("16:9", (1344, 768), "16:9"),
        ("9:16", (768, 1344), "9:16"),
        ("1:1", (1024, 1024), "1:1"),
        ("21:9", (1536, 672), "21:9"),
        ("4:1", (2048, 512), "4:1"),
        ("1536x1024", (1536, 1024), "1536x1024"),
        ("1000x600", (1000, 600), "1000x600"),
        ("512", (512, 512), None),
        ("auto", (1024, 1024), None),
    ],
)
def test_a_size_is_kept_exactly(client: openai.OpenAI, size: str, pixels: tuple[int, int], said: str | None) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", size=size)
    assert look_at(_only(answer)).size == pixels
    assert answer.size in ({said} if said else {"1:1", f"{pixels[0]}x{pixels[1]}"})


def test_a_ratio_and_a_resolution_travel_in_the_extra_body(client: openai.OpenAI) -> None:
    more = {"aspect_ratio": "4:3", "resolution": "512"}
    answer = client.images.generate(model="auto", prompt="a fox", extra_body=more)
    assert look_at(_only(answer)).size == (600, 448)


def test_the_largest_picture_of_the_table(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", extra_body={"size": "8:1", "resolution": "4K"})
    assert look_at(_only(answer)).size == (12288, 1536)
    assert answer.usage
    assert answer.usage.output_tokens == 18 * 1290


def test_ten_pictures_differ(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", size="64x64", n=10)
    assert len({picture.b64_json for picture in answer.data or []}) == 10


@pytest.mark.parametrize("prompt", ["ein roter Fuchs – „Füchse“", "赤い狐", "🦊 with 🎩", "<fox> & \u0000 'hat'\n\t"])
def test_a_prompt_in_any_script(client: openai.OpenAI, prompt: str) -> None:
    assert look_at(_only(client.images.generate(model="auto", prompt=prompt, size="64x64"))).size == (64, 64)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_each_format_is_what_it_says(client: openai.OpenAI, kind: Any) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", size="96x64", output_format=kind)
    assert look_at(_only(answer)).format == kind.upper()
    assert answer.output_format == kind


def test_a_gif_has_the_frames_and_the_time_that_were_asked_for(client: openai.OpenAI) -> None:
    answer = client.images.generate(
        model="auto", prompt="a fox", size="96x64", output_format="gif", frame_count=4, frame_duration_ms=150
    )
    picture = look_at(_only(answer))
    assert (picture.format, getattr(picture, "n_frames", 1)) == ("GIF", 4)
    assert picture.info["duration"] == 150


def test_an_svg_is_a_drawing(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", size="96x64", output_format="svg")
    assert b"<svg" in base64.b64decode(_only(answer) or "")[:300]
    assert answer.output_format == "svg"


def test_a_model_that_makes_no_svg_says_so(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.generate(model="pinxit-fake-plain", prompt="a fox", output_format="svg")
    assert (refusal.value.param, refusal.value.code) == ("output_format", "unsupported_value")


def test_a_transparent_background_is_transparent(client: openai.OpenAI) -> None:
    answer = client.images.generate(
        model="auto", prompt="a fox", size="96x64", background="transparent", output_format="webp"
    )
    assert answer.background == "transparent"
    assert look_at(_only(answer)).convert("RGBA").getchannel("A").getextrema()[0] == 0


@pytest.mark.parametrize(
    ("quality", "done"), [("low", "low"), ("medium", "medium"), ("high", "high"), ("auto", "high"), ("hd", "high")]
)
def test_a_quality_is_said_as_it_was_done(client: openai.OpenAI, quality: Any, done: str) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", size="64x64", quality=quality)
    assert answer.quality == done


def test_every_parameter_of_the_client_at_once(client: openai.OpenAI) -> None:
    answer = client.images.generate(
        model="gpt-image-1",
        prompt="a fox",
        n=2,
        size="64x64",
        quality="low",
        background="opaque",
        output_format="webp",
        output_compression=80,
        response_format="b64_json",
        safety_identifier="reader-7",
        user="me",
        moderation="low",
        style="vivid",
        stream=False,
        extra_body={"seed": 4},
    )
    assert len(answer.data or []) == 2
    assert (answer.output_format, answer.quality, answer.safety_identifier) == ("webp", "low", "reader-7")


def test_the_deprecated_user_is_the_safety_identifier(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="auto", prompt="a fox", size="64x64", user="me")
    assert answer.safety_identifier == "me"


def test_a_seed_repeats_its_picture(client: openai.OpenAI) -> None:
    first, second, other = (
        _only(client.images.generate(model="auto", prompt="a fox", size="64x64", extra_body={"seed": seed}))
        for seed in (7, 7, 8)
    )
    assert first == second != other


@pytest.mark.parametrize("name", ["gemini-2.5-flash-image", "gpt-image-2.6-sunburst", "chatgpt-image-latest", "auto"])
def test_a_model_answers_to_the_names_that_clients_know(client: openai.OpenAI, name: str) -> None:
    raw = client.images.with_raw_response.generate(model=name, prompt="a fox", size="64x64")
    assert raw.headers["x-pinxit-model"] == "pinxit-fake"
    assert raw.headers["x-pinxit-engine"] == "fake"
    assert raw.headers["x-request-id"] == raw.request_id
    assert look_at(_only(raw.parse())).size == (64, 64)


def test_a_raw_response_shows_the_bytes_and_the_time(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(model="auto", prompt="a fox", size="64x64")
    assert raw.status_code == 200
    assert raw.retries_taken == 0
    assert int(raw.headers["openai-processing-ms"]) >= 0
    assert raw.http_response.json()["data"][0]["b64_json"] == _only(raw.parse())


def test_a_streaming_response_can_be_read_piece_by_piece(client: openai.OpenAI) -> None:
    with client.images.with_streaming_response.generate(model="auto", prompt="a fox", size="64x64") as response:
        assert response.headers["content-type"] == "application/json"
        assert b"".join(response.iter_bytes()).rstrip().endswith(b"}")


def test_a_request_id_of_the_caller_comes_back(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="auto", prompt="x", size="64x64", extra_headers={"x-request-id": "mine-1"})
    assert answer._request_id == "mine-1"


def test_the_asynchronous_client_asks_for_several_at_once(roomy: RunningServer) -> None:
    async def run() -> list[ImagesResponse]:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            asked = (client.images.generate(model="auto", prompt=f"fox {number}", size="64x64") for number in range(16))
            return await asyncio.gather(*asked)

    answers = asyncio.run(run())
    assert len({_only(answer) for answer in answers}) == 16


def test_the_asynchronous_client_gets_raw_and_streaming_responses(roomy: RunningServer) -> None:
    async def run() -> tuple[str | None, int]:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            raw = await client.images.with_raw_response.generate(model="auto", prompt="x", size="64x64")
            images = client.images.with_streaming_response
            async with images.generate(model="auto", prompt="x", size="64x64") as response:
                length = len(await response.read())
            return raw.request_id, length

    request_id, length = asyncio.run(run())
    assert request_id
    assert length > 100


def test_models_are_listed_and_retrieved(client: openai.OpenAI) -> None:
    models = {model.id: model for model in client.models.list()}
    assert {"pinxit-fake", "auto", "gemini-2.5-flash-image", "gpt-image-2"} <= models.keys()
    one = client.models.retrieve("gpt-image-2")
    assert (one.id, one.object, one.owned_by) == ("gpt-image-2", "model", "pinxit")
    assert one.created == models["gpt-image-2"].created


def test_a_models_card_is_one_query_away(client: openai.OpenAI) -> None:
    raw = client.models.with_raw_response.retrieve("auto", extra_query={"schema": "true"})
    assert raw.parse().id == "auto"
    assert len(raw.http_response.json()) > 5


def test_the_asynchronous_client_lists_models(roomy: RunningServer) -> None:
    async def run() -> list[str]:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key) as client:
            return [model.id async for model in client.models.list()]

    assert "auto" in asyncio.run(run())


def test_the_server_logs_each_call_once(client: openai.OpenAI, roomy: RunningServer) -> None:
    calls = Calls(roomy)
    client.models.retrieve("auto")
    client.images.generate(model="auto", prompt="x", size="64x64")
    assert calls.list_new(2) == [200, 200]
