"""The official clients for Python with the embedded illustrator behind the server: what is really drawn for them."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import openai
import pytest
from PIL import Image, ImageChops, ImageSequence

from acceptance.pictures import draw_png, look_at, write_png
from pinxit.testing import RunningServer, run_server

_SIZE = "256x192"


@pytest.fixture(scope="module")
def atelier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    settings = {"engines": "illustrator", "workers": "1", "fetch_allow": "localhost"}
    with run_server(tmp_path_factory.mktemp("atelier"), **settings) as running:
        yield running


@pytest.fixture
def painter(atelier: RunningServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{atelier.url}/v1", api_key=atelier.key, max_retries=0, timeout=120) as made:
        yield made


def _first(answer: Any) -> Image.Image:
    return look_at(answer.data[0].b64_json).convert("RGB")


def _differ(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is not None


def test_unfinished_states_show_the_picture_growing(painter: openai.OpenAI) -> None:
    ask: dict[str, Any] = {"model": "auto", "prompt": "a red fox in a snowy forest", "size": _SIZE}
    events = list(painter.images.generate(**ask, stream=True, partial_images=3))
    assert [event.type for event in events][-1] == "image_generation.completed"
    states = [look_at(event.b64_json) for event in events]
    assert {state.size for state in states} == {(256, 192)}
    assert len({state.convert("RGB").tobytes() for state in states}) >= 3
    assert all(_differ(states[-1], state) for state in states[:2])
    assert not _differ(states[-1], _first(painter.images.generate(**ask)))


def test_a_gif_is_a_drawing_that_is_built_up(painter: openai.OpenAI) -> None:
    answer = painter.images.generate(
        model="auto", prompt="a red fox", size=_SIZE, output_format="gif", frame_count=4, frame_duration_ms=300
    )
    film = look_at((answer.data or [])[0].b64_json)
    frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(film)]
    assert len(frames) == 4
    assert all(_differ(one, other) for one, other in pairwise(frames))


def test_an_svg_of_a_flat_medium_is_made_of_paths(painter: openai.OpenAI) -> None:
    answer = painter.images.generate(
        model="auto", prompt="a flat vector logo of a fox", size=_SIZE, output_format="svg"
    )
    drawing = base64.b64decode((answer.data or [])[0].b64_json or "")
    assert b"<svg" in drawing
    assert b"<path" in drawing
    assert b"<image" not in drawing


def test_a_mask_keeps_what_it_covers(painter: openai.OpenAI) -> None:
    source = Image.radial_gradient("L").resize((256, 192)).convert("RGB")
    mask = Image.new("RGBA", (256, 192), "white")
    mask.paste((0, 0, 0, 0), (128, 0, 256, 192))
    answer = painter.images.edit(
        model="auto", image=write_png(source), mask=write_png(mask), prompt="add a red apple", size=_SIZE
    )
    made = _first(answer)
    kept = (0, 0, 110, 192)  # the edge of a mask may be blended
    assert not _differ(made.crop(kept), source.crop(kept))
    assert _differ(made, source)


def test_an_edit_changes_its_picture_and_keeps_its_size(painter: openai.OpenAI) -> None:
    source = painter.images.generate(model="auto", prompt="a red fox", size=_SIZE)
    picture = base64.b64decode((source.data or [])[0].b64_json or "")
    edited = _first(painter.images.edit(model="auto", image=picture, prompt="make it black and white"))
    assert edited.size == (256, 192)
    assert _differ(edited, _first(source))


def test_a_variation_is_another_picture_of_the_same(painter: openai.OpenAI) -> None:
    source = painter.images.generate(model="auto", prompt="a red fox", size="256x256")
    picture = base64.b64decode((source.data or [])[0].b64_json or "")
    with pytest.warns(DeprecationWarning, match="deprecated"):
        answer = painter.images.create_variation(image=picture, size="256x256", n=2)
    one, other = (look_at(made.b64_json) for made in answer.data or [])
    assert one.size == other.size == (256, 256)
    assert _differ(one, other)
    assert _differ(one, _first(source))


def test_pictures_named_in_the_prompt_are_drawn_from(painter: openai.OpenAI, gallery: str) -> None:
    prompt = f"{gallery}/otter.png , {gallery}/hat.jpg. Create a collage of the two pictures"
    answer = painter.images.generate(model="gemini-2.5-flash-image", prompt=prompt, size="1:1")
    assert answer.usage
    assert answer.usage.input_tokens_details.image_tokens == 516
    assert _first(answer).size == (1024, 1024)


def test_clients_that_leave_at_any_moment_leave_the_illustrator_at_work(
    atelier: RunningServer, painter: openai.OpenAI
) -> None:
    async def leave(client: openai.AsyncOpenAI, number: int) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.02 * number):
                stream = await client.images.generate(
                    model="auto", prompt=f"a red fox, number {number}", size=_SIZE, stream=True, partial_images=3
                )
                async for _ in stream:
                    pass

    async def run() -> None:
        async with openai.AsyncOpenAI(base_url=f"{atelier.url}/v1", api_key=atelier.key, max_retries=0) as client:
            for number in range(1, 20):
                await leave(client, number)

    asyncio.run(run())
    assert painter.images.generate(model="auto", prompt="a red fox", size=_SIZE).data
    assert "Traceback" not in atelier.log.read_text(encoding="utf-8")


def test_an_unclear_edit_is_refused_rather_than_guessed(painter: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        painter.images.edit(model="auto", image=draw_png(), prompt="a hat", size=_SIZE)
    assert refusal.value.param == "prompt"


@pytest.mark.parametrize(
    "torn",
    [draw_png()[:-40], draw_png()[:60], b"\x89PNG\r\n\x1a\n" + b"\0" * 60],
    ids=["without its end", "without its pixels", "without its header"],
)
def test_a_torn_picture_is_a_bad_request_that_names_it(painter: openai.OpenAI, torn: bytes) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        painter.images.edit(model="auto", image=torn, prompt="make it black and white", size=_SIZE)
    assert refusal.value.param
    assert refusal.value.param.startswith("image")


def test_a_chat_with_googles_client_goes_on_drawing(atelier: RunningServer) -> None:
    genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
    types = genai.types
    options = types.HttpOptions(base_url=atelier.url)
    config = types.GenerateContentConfig(image_config=types.ImageConfig(image_size="512"))
    with genai.Client(api_key=atelier.key, http_options=options) as client:
        chat = client.chats.create(model="gemini-2.5-flash-image", config=config)
        first, second = chat.send_message("a red fox"), chat.send_message("make it black and white")
    pictures = [
        Image.open(io.BytesIO(part.inline_data.data)).convert("RGB")
        for answer in (first, second)
        for part in answer.parts
        if part.inline_data
    ]
    assert [picture.size for picture in pictures] == [(512, 512)] * 2
    assert _differ(*pictures)
    assert "fox" in first.text.lower()
