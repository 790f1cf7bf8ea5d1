"""Google's own client for Python talks with the embedded illustrator, several turns long."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image, ImageChops

from pinxit.testing import RunningServer, run_server

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
types = genai.types

_MODEL = "gemini-2.5-flash-image"


@pytest.fixture(scope="module")
def atelier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("atelier"), engines="illustrator", workers="1") as running:
        yield running


@pytest.fixture
def chat(atelier: RunningServer) -> Iterator[Any]:
    config = types.GenerateContentConfig(image_config=types.ImageConfig(image_size="512"))
    with genai.Client(api_key=atelier.key, http_options=types.HttpOptions(base_url=atelier.url)) as client:
        yield client.chats.create(model=_MODEL, config=config)


def _see(answer: Any) -> Image.Image:
    (data,) = [part.inline_data.data for part in answer.parts if part.inline_data]
    return Image.open(io.BytesIO(data)).convert("RGB")


def _differ(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is not None


def test_every_turn_changes_the_picture_of_the_turn_before(chat: Any) -> None:
    told = []
    shown = []
    for said in ("a fox in the snow", "make it night", "add the text HELLO at the top", "now as a watercolor"):
        answer = chat.send_message(said)
        told.append(answer.text)
        shown.append(_see(answer))
    assert all("Drawn anew" not in text for text in told)
    assert ["fox" in told[0], "night" in told[1], "HELLO" in told[2], "watercolour" in told[3]] == [True] * 4
    assert all(_differ(one, other) for number, one in enumerate(shown) for other in shown[:number])


def test_what_cannot_be_painted_into_a_picture_is_drawn_anew_with_the_rest(chat: Any) -> None:
    chat.send_message("a cat")
    hatted = chat.send_message("now with a hat")
    assert hatted.text.startswith("Drawn anew")
    assert "cat wearing a hat" in hatted.text
    grey = chat.send_message("make it black and white")
    assert "Drawn anew" not in grey.text
    assert "dog" in chat.send_message("add a dog").text


def test_a_wish_of_its_own_begins_a_new_picture(chat: Any) -> None:
    chat.send_message("a cat")
    castle = chat.send_message("draw a castle at night").text
    assert "castle" in castle
    assert "cat." not in castle


def test_what_can_neither_be_painted_nor_drawn_anew_is_refused_and_the_chat_goes_on(chat: Any) -> None:
    chat.send_message("a cat with a hat")
    with pytest.raises(genai.errors.ClientError) as refusal:
        chat.send_message("remove the hat")
    assert (refusal.value.code, refusal.value.status) == (400, "INVALID_ARGUMENT")
    assert "night" in chat.send_message("make it night").text


def test_a_streamed_turn_is_drawn_anew_as_well(chat: Any) -> None:
    chat.send_message("a cat")
    chunks = list(chat.send_message_stream("now with a hat"))
    assert "cat wearing a hat" in "".join(chunk.text or "" for chunk in chunks)
    assert sum(part.inline_data is not None for chunk in chunks for part in chunk.parts or ()) == 1
