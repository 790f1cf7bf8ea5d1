"""Google's own client for Python asks a real server for pictures."""

from __future__ import annotations

import asyncio
import base64
import io
from typing import Any

import httpx2
import pytest
from PIL import Image

from acceptance.pictures import draw_jpeg, draw_noise, draw_png, look_at
from pinxit.testing import RunningServer

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
types = genai.types

_MODEL = "gemini-2.5-flash-image"
_IMAGE_ONLY = types.GenerateContentConfig(response_modalities=["IMAGE"])


def _pictures(response: Any) -> list[Image.Image]:
    return [look_at(part.inline_data.data) for part in response.parts if part.inline_data]


def _tokens(details: Any) -> dict[str, int]:
    return {entry.modality.value: entry.token_count for entry in details or []}


def test_a_prompt_is_answered_with_words_and_a_picture(google: Any) -> None:
    response = google.models.generate_content(model=_MODEL, contents="a red fox")
    assert [picture.size for picture in _pictures(response)] == [(1024, 1024)]
    assert response.text == "A flat colour."
    (candidate,) = response.candidates
    assert candidate.finish_reason == types.FinishReason.STOP
    assert candidate.content.role == "model"
    assert response.model_version
    assert response.response_id


def test_tokens_are_counted_by_modality(google: Any) -> None:
    usage = google.models.generate_content(
        model=_MODEL, contents=["a red fox", types.Part.from_bytes(data=draw_png(), mime_type="image/png")]
    ).usage_metadata
    assert _tokens(usage.prompt_tokens_details) == {"TEXT": 3, "IMAGE": 258}
    made = _tokens(usage.candidates_tokens_details)
    assert made["IMAGE"] == 1290
    assert made["TEXT"] > 0
    assert usage.prompt_token_count == 261
    assert usage.candidates_token_count == sum(made.values())
    assert usage.total_token_count == 261 + sum(made.values())


def test_without_text_among_the_modalities_only_the_picture_comes(google: Any) -> None:
    response = google.models.generate_content(model=_MODEL, contents="a fox", config=_IMAGE_ONLY)
    assert response.text is None
    assert len(_pictures(response)) == 1


@pytest.mark.parametrize(
    ("model", "ratio", "size", "pixels"),
    [
        (_MODEL, "16:9", None, (1344, 768)),
        (_MODEL, "21:9", None, (1536, 672)),
        ("gemini-3.1-flash-image", "16:9", None, (1376, 768)),
        ("gemini-3.1-flash-image", "4:1", "512", (1024, 256)),
        ("gemini-3-pro-image", "3:4", "2K", (1792, 2400)),
        ("gemini-3.1-flash-image", None, "512", (512, 512)),
    ],
)
def test_an_image_config_is_kept_exactly(
    google: Any, model: str, ratio: str | None, size: str | None, pixels: tuple[int, int]
) -> None:
    config = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio=ratio, image_size=size))
    response = google.models.generate_content(model=model, contents="a fox", config=config)
    assert [picture.size for picture in _pictures(response)] == [pixels]


def test_a_seed_repeats_its_picture(google: Any) -> None:
    def draw(seed: int) -> bytes:
        config = types.GenerateContentConfig(seed=seed, response_modalities=["IMAGE"])
        response = google.models.generate_content(model=_MODEL, contents="a fox", config=config)
        return bytes(response.parts[0].inline_data.data)

    assert draw(7) == draw(7) != draw(8)


def test_a_picture_can_be_sent_in_four_ways_at_once(google: Any, gallery: str) -> None:
    contents = [
        "put them together",
        Image.open(io.BytesIO(draw_png(colour="red"))),
        types.Part.from_bytes(data=draw_jpeg(), mime_type="image/jpeg"),
        types.Part.from_uri(file_uri=f"{gallery}/otter.png", mime_type="image/png"),
        types.Part(inline_data=types.Blob(data=draw_png(colour="blue"), mime_type="image/png")),
    ]
    response = google.models.generate_content(model=_MODEL, contents=contents)
    assert response.text == "A flat colour made of 4 pictures."


def test_the_clients_url_safe_base64_arrives_unharmed(google: Any) -> None:
    picture = draw_noise()
    assert set("-_") & set(base64.urlsafe_b64encode(picture).decode())
    part = types.Part.from_bytes(data=picture, mime_type="image/png")
    response = google.models.generate_content(model=_MODEL, contents=[part, "a hat"])
    assert response.text == "A flat colour made of 1 pictures."


def test_without_a_ratio_an_edit_has_the_size_of_its_picture(google: Any) -> None:
    part = types.Part.from_bytes(data=draw_png(160, 112), mime_type="image/png")
    response = google.models.generate_content(model=_MODEL, contents=[part, "a hat"])
    assert [picture.size for picture in _pictures(response)] == [(160, 112)]


def test_the_picture_of_a_part_opens_as_googles_own_image(google: Any) -> None:
    response = google.models.generate_content(model=_MODEL, contents="a fox", config=_IMAGE_ONLY)
    image = response.parts[0].as_image()
    assert image.mime_type == "image/png"
    assert look_at(image.image_bytes).size == (1024, 1024)


def test_contents_with_roles_and_a_system_instruction(google: Any) -> None:
    contents = [
        types.Content(role="user", parts=[types.Part(text="a fox")]),
        types.Content(role="model", parts=[types.Part.from_bytes(data=draw_png(), mime_type="image/png")]),
        types.Content(role="user", parts=[types.Part(text="now with a hat")]),
    ]
    config = types.GenerateContentConfig(system_instruction="Flat colours only.", temperature=0.4, top_p=0.9)
    response = google.models.generate_content(model=_MODEL, contents=contents, config=config)
    assert response.text == "A flat colour made of 1 pictures."


def test_a_chat_edits_what_it_drew(google: Any) -> None:
    chat = google.chats.create(model=_MODEL)
    assert chat.send_message("a red fox").text == "A flat colour."
    assert chat.send_message("now at night").text == "A flat colour made of 1 pictures."
    last = chat.send_message(
        ["and with this hat", types.Part.from_bytes(data=draw_png(), mime_type="image/png")],
    )
    assert len(_pictures(last)) == 1
    assert len(chat.get_history()) == 6


def test_tokens_can_be_counted_without_drawing(google: Any) -> None:
    assert google.models.count_tokens(model=_MODEL, contents="a red fox").total_tokens == 3
    part = types.Part.from_bytes(data=draw_png(1000, 700), mime_type="image/png")
    assert google.models.count_tokens(model=_MODEL, contents=[part, "a red fox"]).total_tokens == 3 + 516


def test_models_are_listed_over_all_pages(google: Any) -> None:
    whole = [model.name for model in google.models.list()]
    paged = [model.name for model in google.models.list(config={"page_size": 5})]
    assert "models/gemini-2.5-flash-image" in whole
    assert len(whole) > 10
    assert paged == whole


@pytest.mark.parametrize("name", [_MODEL, f"models/{_MODEL}"])
def test_one_model_is_described(google: Any, name: str) -> None:
    model = google.models.get(model=name)
    assert model.name == f"models/{_MODEL}"
    assert "generateContent" in model.supported_actions
    assert model.input_token_limit
    assert model.display_name


@pytest.mark.parametrize("version", ["v1", "v1beta", "v1alpha"])
def test_every_version_of_the_api_that_the_client_knows_is_served(roomy: RunningServer, version: str) -> None:
    options = types.HttpOptions(base_url=roomy.url, api_version=version)
    with genai.Client(api_key=roomy.key, http_options=options) as client:
        assert len(_pictures(client.models.generate_content(model=_MODEL, contents="a fox"))) == 1
        assert client.models.get(model=_MODEL).name == f"models/{_MODEL}"
        assert f"models/{_MODEL}" in [model.name for model in client.models.list()]


def test_the_client_finds_the_server_by_its_environment(roomy: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", roomy.url)
    monkeypatch.setenv("GEMINI_API_KEY", roomy.key)
    monkeypatch.delenv("GOOGLE_API_KEY", raising=False)
    with genai.Client() as client:
        assert len(_pictures(client.models.generate_content(model=_MODEL, contents="a fox"))) == 1


def test_the_client_gets_its_own_shapes_where_openais_client_gets_others(google: Any, client: Any) -> None:
    ours = {model.name.removeprefix("models/") for model in google.models.list()}
    theirs = {model.id for model in client.models.list()}
    assert ours == theirs


def test_the_asynchronous_client(roomy: RunningServer) -> None:
    async def run() -> tuple[int, int, int, str]:
        options = types.HttpOptions(base_url=roomy.url)
        async with genai.Client(api_key=roomy.key, http_options=options).aio as client:
            asked = (client.models.generate_content(model=_MODEL, contents=f"fox {number}") for number in range(3))
            made = await asyncio.gather(*asked)
            counted = await client.models.count_tokens(model=_MODEL, contents="a red fox")
            listed = [model async for model in await client.models.list()]
            chat = client.chats.create(model=_MODEL)
            await chat.send_message("a fox")
            edited = await chat.send_message("now at night")
            return sum(len(_pictures(one)) for one in made), counted.total_tokens, len(listed), edited.text

    pictures, tokens, models, told = asyncio.run(run())
    assert (pictures, tokens, told) == (3, 3, "A flat colour made of 1 pictures.")
    assert models > 10


def test_the_asynchronous_client_over_its_other_transport(roomy: RunningServer) -> None:
    """The client takes aiohttp where that is installed; this is what it takes where it is not."""

    async def run() -> tuple[int, int]:
        async with httpx2.AsyncClient(timeout=60) as transport:
            options = types.HttpOptions(base_url=roomy.url, httpx_async_client=transport)
            client = genai.Client(api_key=roomy.key, http_options=options).aio
            whole = await client.models.generate_content(model=_MODEL, contents="a fox")
            stream = await client.models.generate_content_stream(model=_MODEL, contents="a fox")
            return len(_pictures(whole)), len([chunk async for chunk in stream])

    assert asyncio.run(run()) == (1, 2)


def test_an_interaction_is_answered_with_a_picture(google: Any) -> None:
    made = google.interactions.create(
        model=_MODEL,
        input="a red fox",
        response_format={"type": "image", "aspect_ratio": "16:9", "mime_type": "image/jpeg"},
    )
    assert made.status == "completed"
    assert look_at(made.output_image.data).format == "JPEG"
    assert look_at(made.output_image.data).size == (1344, 768)
    assert made.usage.total_output_tokens >= 1290


def test_an_interaction_takes_a_picture(google: Any) -> None:
    made = google.interactions.create(
        model=_MODEL,
        input=[
            {"type": "text", "text": "a hat"},
            {"type": "image", "data": base64.b64encode(draw_png()).decode(), "mime_type": "image/png"},
        ],
        response_modalities=["image"],
    )
    tokens = {entry.modality: entry.tokens for entry in made.usage.input_tokens_by_modality}
    assert tokens["image"] == 258


def test_an_interaction_streams(google: Any) -> None:
    events = list(google.interactions.create(model=_MODEL, input="a red fox", stream=True))
    kinds = [event.event_type for event in events]
    assert kinds[0] == "interaction.created"
    assert kinds[-1] == "interaction.completed"
    assert "step.delta" in kinds
