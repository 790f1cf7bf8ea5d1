"""What Google's own Python client sends is read, and what is written is read by it; no server is in between."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import httpx2
import pytest
from google import genai
from google.genai import errors, types
from PIL import Image

from pinxit.core.errors import EngineFailed, Overloaded, Unauthenticated
from pinxit.core.images import Format, ImageRequest, Picture, Size, Source, Tier, Usage
from pinxit.core.studio import ImageResult
from pinxit.dialects.gemini import interaction_resources as resources
from pinxit.dialects.gemini import writing
from pinxit.dialects.gemini.errors import write_error
from pinxit.dialects.gemini.framing import EventLines
from pinxit.dialects.gemini.interaction_resources import Resource
from pinxit.dialects.gemini.interactions import read_interaction
from pinxit.dialects.gemini.reading import read_counting, read_generation

_MODEL = "gemini-3-pro-image"


def _paint() -> Image.Image:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), (255, 250, 3)).save(out, "PNG")
    return Image.open(io.BytesIO(out.getvalue()))


def _result() -> ImageResult:
    out = io.BytesIO()
    _paint().save(out, "PNG")
    picture = Picture(0, out.getvalue(), Size(64, 64), Format.PNG, 0, "A fox in snow.")
    return ImageResult(ImageRequest("auto", "a fox"), (picture,), "fake", "pinxit-fake", Usage(2, 258, 1290))


class _Wire:
    """A client whose requests end here: the last body is kept, the answer is what it was made with."""

    def __init__(self, answer: bytes = b"{}", status: int = 200, kind: str = "application/json") -> None:
        self.body = b""
        self._answer, self._status, self._kind = answer, status, kind
        transport = httpx2.MockTransport(self._take)
        options = types.HttpOptions(base_url="http://pinxit.test", httpx_client=httpx2.Client(transport=transport))
        self.client = genai.Client(api_key="k", http_options=options)

    def _take(self, request: httpx2.Request) -> httpx2.Response:
        self.body = request.content
        return httpx2.Response(self._status, content=self._answer, headers={"content-type": self._kind})

    def generate(self, contents: Any = "a fox", **config: Any) -> types.GenerateContentResponse:
        return self.client.models.generate_content(
            model=_MODEL, contents=contents, config=types.GenerateContentConfig(**config)
        )

    def stream(self) -> list[types.GenerateContentResponse]:
        return list(self.client.models.generate_content_stream(model=_MODEL, contents="a fox"))


def _join(pieces: Sequence[bytes]) -> bytes:
    return b"".join(pieces)


def test_pictures_texts_and_settings_of_the_client_are_read() -> None:
    wire = _Wire()
    part = types.Part.from_uri(file_uri="https://example.com/a.png", mime_type="image/png")
    wire.generate(
        ["a fox", _paint(), part],
        response_modalities=["IMAGE"],
        seed=-7,
        temperature=0.5,
        system_instruction="Use ink.",
        safety_settings=[types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_NONE")],  # type: ignore[arg-type]
        image_config=types.ImageConfig(aspect_ratio="21:9", image_size="4K"),
    )
    wish = read_generation(wire.body, _MODEL)
    assert (wish.prompt, wish.words, wish.seed) == ("Use ink.\na fox", False, 2**32 - 7)
    assert wish.size.size == Size(6336, 2688)
    assert [type(reference) is Source for reference in wish.references] == [True, False]


def test_a_bare_prompt_of_the_client_leaves_all_open() -> None:
    wire = _Wire()
    wire.generate()
    wish = read_generation(wire.body, _MODEL)
    assert (wish.prompt, wish.size.size, wish.size.tier, wish.words) == ("a fox", None, Tier.ONE, True)


def test_a_chat_sends_the_picture_back_and_it_is_edited() -> None:
    wire = _Wire(_join(list(writing.Reply("r", "m").write_whole(_result()).pieces)))
    chat = wire.client.chats.create(model=_MODEL)
    chat.send_message("a fox")
    chat.send_message("make it night")
    wish = read_generation(wire.body, _MODEL)
    assert wish.prompt == "make it night"
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_result().pictures[0].data]


def test_what_the_client_wants_counted_is_read() -> None:
    wire = _Wire(writing.write_count(Usage(2, 258, 0)))
    contents: Any = ["a fox", _paint()]
    counted = wire.client.models.count_tokens(model=_MODEL, contents=contents)
    assert counted.total_tokens == 260
    assert len(read_counting(wire.body, _MODEL).references) == 1


def test_the_client_finds_words_picture_and_tokens_in_an_answer() -> None:
    answer = _Wire(_join(list(writing.Reply("r1", "pinxit-fake").write_whole(_result()).pieces))).generate()
    words, picture = answer.parts or [types.Part(), types.Part()]
    assert words.text == "A fox in snow."
    assert picture.inline_data is not None
    assert picture.inline_data.data == _result().pictures[0].data
    assert (answer.model_version, answer.response_id) == ("pinxit-fake", "r1")
    assert answer.usage_metadata is not None
    assert answer.usage_metadata.total_token_count == 260 + 1290 + 5


def test_the_client_reads_a_stream_with_signs_of_life_in_it() -> None:
    frame, reply = EventLines(), writing.Reply("r1", "m")
    chunks = [frame.frame(reply.write_words(_result().pictures[0])), frame.frame(reply.write_picture(_result()))]
    body = frame.heartbeat + frame.heartbeat.join(chunks) + frame.heartbeat
    first, last = _Wire(body, kind="text/event-stream").stream()
    assert first.text == "A fox in snow."
    assert last.candidates is not None
    assert last.candidates[0].finish_reason is types.FinishReason.STOP


def test_the_client_raises_its_own_error_for_one_in_the_middle_of_a_stream() -> None:
    frame, reply = EventLines(), writing.Reply("r1", "m")
    broken = frame.end(write_error(EngineFailed("It broke.")).body)
    body = frame.frame(reply.write_words(_result().pictures[0])) + frame.heartbeat + broken
    with pytest.raises(errors.ServerError) as caught:
        _Wire(body, kind="text/event-stream").stream()
    assert (caught.value.code, caught.value.message) == (500, "It broke.")


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (Unauthenticated("x"), 400, "INVALID_ARGUMENT"),
        (Overloaded("x", retry_after=2), 429, "RESOURCE_EXHAUSTED"),
        (EngineFailed("x"), 500, "INTERNAL"),
    ],
)
def test_the_client_raises_its_own_errors_with_code_and_status(error: Exception, code: int, status: str) -> None:
    refusal = write_error(error)
    with pytest.raises(errors.APIError) as caught:
        _Wire(refusal.body, refusal.status).generate()
    assert (caught.value.code, caught.value.status) == (code, status)


def test_the_client_finds_the_picture_of_an_interaction() -> None:
    wire = _Wire(_join(list(Resource("v1_x", _MODEL, 0).write_whole(_result(), 1).pieces)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client calls interactions experimental
        told: Any = wire.client.interactions.create(
            model=_MODEL, input="a fox", response_format={"type": "image", "aspect_ratio": "1:8", "image_size": "512"}
        )
    assert (told.status, told.output_text, told.output_image.mime_type) == ("completed", "A fox in snow.", "image/png")
    assert read_interaction(wire.body).wish.size.size == Size(192, 1536)


_TELLING: list[tuple[Callable[[Resource], list[bytes]], str]] = [
    (
        lambda resource: [
            *resource.tell_start(1),
            resources.HEARTBEAT,
            *resource.tell_picture(_result().pictures[0]),
            *resource.tell_end(_result(), 2),
        ],
        "interaction.completed",
    ),
    (lambda resource: [*resource.tell_start(1), resources.write_failure(EngineFailed("It broke."))], "error"),
]


@pytest.mark.parametrize(("tell", "last"), _TELLING)
def test_the_client_reads_a_streamed_interaction_to_its_end(tell: Callable[[Resource], list[bytes]], last: str) -> None:
    wire = _Wire(_join(tell(Resource("v1_x", _MODEL, 0))), kind="text/event-stream")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        events: Any = list(wire.client.interactions.create(model=_MODEL, input="a fox", stream=True))
    assert events[0].event_type == "interaction.created"
    assert events[-1].event_type == last
    assert read_interaction(wire.body).stream
