"""Interactions and predictions: from bodies to wishes, and from results to resources and events."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import orjson
import pytest

from pinxit.core.errors import Blocked, InvalidRequest
from pinxit.core.images import Format, ImageRequest, Picture, Size, Source, Usage
from pinxit.core.sources import Link
from pinxit.core.studio import ImageResult
from pinxit.dialects.gemini import interactions
from pinxit.dialects.gemini.interactions import Asked, Resource, read_interaction
from pinxit.dialects.gemini.messages import read_message
from pinxit.dialects.gemini.models import Interaction, InteractionEvent
from pinxit.dialects.gemini.predictions import read_prediction
from pinxit.dialects.gemini.wishes import Wish

_GIF = b"GIF89a" + bytes(20)
_DATA = base64.b64encode(_GIF).decode()
_MODEL = "gemini-3-pro-image"


def _ask(**fields: Any) -> Asked:
    return read_interaction(json.dumps({"model": _MODEL, "input": "a fox", **fields}).encode())


def _predict(instances: Any = None, **parameters: Any) -> Wish:
    body = {"instances": instances or {"prompt": "a fox"}, "parameters": parameters}
    return read_prediction(json.dumps(body).encode(), "imagen-4.0")


def _refused(read: Callable[..., object], **fields: Any) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        read(**fields)
    return caught.value


def test_reads_bodies_captured_from_the_official_python_client() -> None:
    asked = _ask(response_format={"aspect_ratio": "16:9", "image_size": "1K", "type": "image"})
    assert (asked.model, asked.stream) == (_MODEL, False)
    assert (asked.wish.prompt, asked.wish.size.size, asked.wish.words) == ("a fox", Size(1376, 768), False)
    parts = [{"text": "hi", "type": "text"}, {"data": _DATA, "mime_type": "image/gif", "type": "image"}]
    asked = _ask(
        generation_config={"image_config": {"aspect_ratio": "1:1"}, "seed": 3},
        input=[{"content": parts, "type": "user_input"}],
        response_modalities=["image"],
        store=False,
        stream=True,
    )
    assert (asked.wish.prompt, asked.wish.seed, asked.wish.words, asked.stream) == ("hi", 3, False, True)
    assert asked.wish.references == (Source(_GIF, "input[0].content[1].data"),)


@pytest.mark.parametrize(
    "said",
    [
        "a fox",
        {"type": "text", "text": "a fox"},
        [{"type": "text", "text": "a fox"}],
        ["a fox"],
        [{"type": "user_input", "content": [{"type": "text", "text": "a fox"}]}],
    ],
)
def test_the_input_may_be_a_text_a_part_parts_or_steps(said: Any) -> None:
    assert _ask(input=said).wish.prompt == "a fox"


def test_earlier_steps_bring_the_picture_that_is_edited() -> None:
    steps = [
        {"type": "user_input", "content": [{"type": "text", "text": "a fox"}]},
        {"type": "thought", "signature": "x"},
        {"type": "model_output", "content": [{"type": "image", "data": _DATA}]},
        {"type": "user_input", "content": [{"type": "text", "text": "make it night"}]},
    ]
    wish = _ask(input=steps).wish
    assert wish.prompt == "make it night"
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_GIF]


def test_a_picture_may_have_an_address() -> None:
    wish = _ask(input=[{"type": "text", "text": "x"}, {"type": "image", "uri": "https://example.com/a.png"}]).wish
    assert wish.references == (Link("https://example.com/a.png", "input[0].content[1].uri"),)


def test_words_come_beside_the_picture_unless_only_the_picture_is_asked_for() -> None:
    assert _ask().wish.words
    assert _ask(response_modalities=["text", "image"]).wish.words
    assert _ask(response_format=[{"type": "text"}, {"type": "image"}]).wish.words
    assert not _ask(response_format={"type": "image"}).wish.words


def test_the_format_is_read() -> None:
    assert _ask(response_format={"type": "image", "mime_type": "image/jpeg"}).wish.format is Format.JPEG
    assert _ask(response_mime_type="image/webp").wish.format is Format.WEBP


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"background": True}, "background"),
        ({"store": True}, "store"),
        ({"previous_interaction_id": "v1_x"}, "previous_interaction_id"),
        ({"webhook_config": {"uris": ["https://example.com"]}}, "webhook_config"),
        ({"tools": [{"type": "google_search"}]}, "tools"),
        ({"response_format": {"type": "image", "delivery": "uri"}}, "response_format.delivery"),
        ({"response_format": {"type": "text", "schema": {}}}, "response_format"),
        ({"response_format": {"type": "text"}}, "response_format"),
        ({"response_format": {"type": "audio"}}, "response_format"),
        ({"response_modalities": ["text"]}, "response_modalities"),
        ({"response_format": {"type": "image", "aspect_ratio": "5:7"}}, "response_format.aspect_ratio"),
        (
            {
                "response_format": {"type": "image", "image_size": "1K"},
                "generation_config": {"image_config": {"image_size": "2K"}},
            },
            "response_format.image_size",
        ),
        ({"generation_config": {"speech_config": []}}, "generation_config.speech_config"),
        ({"input": [{"type": "audio", "data": "x"}]}, "input[0].content[0].type"),
        ({"input": [{"type": "image"}]}, "input[0].content[0]"),
        ({"input": [{"type": "image", "uri": "gs://a/b"}]}, "input[0].content[0].uri"),
        ({"input": []}, "input"),
        ({"colour": 1}, "colour"),
    ],
)
def test_what_cannot_be_done_is_refused_by_name(fields: dict[str, Any], param: str) -> None:
    assert _refused(_ask, **fields).param == param


@pytest.mark.parametrize("said", [5, None, [5], [{"type": "walk"}], [{}]])
def test_inputs_that_are_none_are_refused(said: Any) -> None:
    assert (_refused(_ask, input=said).param or "").startswith("input")


def _make() -> ImageResult:
    picture = Picture(0, b"12345", Size(64, 64), Format.PNG, 0, "A fox.")
    return ImageResult(ImageRequest("auto", "a fox"), (picture,), "fake", "pinxit-fake", Usage(2, 258, 1290))


def _read_events(lines: bytes) -> list[dict[str, Any]]:
    blocks = [block.split("\n") for block in lines.decode().split("\n\n") if block]
    events = [orjson.loads(block[1].removeprefix("data: ")) for block in blocks if "[DONE]" not in block[1]]
    assert [f"event: {event['event_type']}" for event in events] == [
        block[0] for block in blocks if "[DONE]" not in block[1]
    ]
    for event in events:
        read_message(InteractionEvent, orjson.dumps(event))
    return events


def test_a_finished_interaction_has_one_step_with_words_and_the_picture() -> None:
    body = b"".join(Resource("v1_x", _MODEL, 0).write_whole(_make(), 61).pieces)
    told = read_message(Interaction, body)
    assert (told.status, told.created, told.updated) == ("completed", "1970-01-01T00:00:00Z", "1970-01-01T00:01:01Z")
    assert [part.type for part in told.steps[0].content or ()] == ["text", "image"]
    assert told.usage is not None
    assert (told.usage.total_input_tokens, told.usage.total_output_tokens) == (260, 1293)
    assert told.usage.total_tokens == 1553


def test_a_declined_interaction_has_failed_and_says_why() -> None:
    body = Resource("v1_x", _MODEL, 0).write_refusal(Blocked("No.", reason="safety"), 1)
    told = read_message(Interaction, body)
    assert told.status == "failed"
    assert [(fault.code, fault.message) for fault in told.errors or ()] == [("blocked_safety", "No.")]


def test_a_streamed_interaction_tells_its_steps_in_order_and_ends() -> None:
    resource = Resource("v1_x", _MODEL, 0)
    lines = b"".join(
        [*resource.tell_start(1), *resource.tell_picture(_make().pictures[0]), *resource.tell_end(_make(), 2)]
    )
    events = _read_events(lines)
    assert [event["event_type"] for event in events] == [
        "interaction.created",
        "interaction.status_update",
        "step.start",
        "step.delta",
        "step.delta",
        "step.stop",
        "interaction.completed",
    ]
    assert [event["delta"]["type"] for event in events if "delta" in event] == ["text", "image"]
    assert events[4]["delta"]["data"] == base64.b64encode(b"12345").decode()
    assert events[-1]["interaction"]["status"] == "completed"
    assert lines.endswith(interactions.DONE)


def test_a_declined_streamed_interaction_tells_the_error_and_ends() -> None:
    lines = b"".join(Resource("v1_x", _MODEL, 0).tell_refusal(Blocked("No."), 1))
    assert [event["event_type"] for event in _read_events(lines)] == [
        "interaction.created",
        "error",
        "interaction.completed",
    ]


def test_a_prediction_reads_the_body_that_open_webui_sends() -> None:
    wish = _predict({"prompt": "a fox"}, sampleCount=2, outputOptions={"mimeType": "image/png"})
    assert (wish.prompt, wish.n, wish.format, wish.words) == ("a fox", 2, Format.PNG, False)


def test_a_prediction_reads_all_of_imagens_parameters() -> None:
    wish = _predict(
        [{"prompt": "a fox", "image": {"bytesBase64Encoded": _DATA}}],
        aspectRatio="9:16",
        sampleImageSize="2k",
        seed=-1,
        outputOptions={"mimeType": "image/jpeg", "compressionQuality": 40},
        addWatermark=False,
        language="en",
        safetySetting="block_only_high",
        personGeneration="allow_all",
        includeRaiReason=True,
        enhancePrompt=True,
        negativePrompt="rain",
    )
    assert (wish.size.size, wish.seed, wish.format, wish.compression) == (
        Size(1536, 2752),
        2**32 - 1,
        Format.JPEG,
        40,
    )
    assert wish.options == (("negative_prompt", "rain"),)
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_GIF]


@pytest.mark.parametrize(
    ("parameters", "param"),
    [
        ({"sampleCount": 0}, "parameters.sampleCount"),
        ({"sampleCount": 9}, "parameters.sampleCount"),
        ({"aspectRatio": "5:7"}, "parameters.aspectRatio"),
        ({"sampleImageSize": "1K", "imageSize": "2K"}, "parameters.sampleImageSize"),
        ({"outputOptions": {"mimeType": "image/tiff"}}, "parameters.outputOptions.mimeType"),
        ({"outputOptions": {"compressionQuality": 40}}, "parameters.outputOptions.compressionQuality"),
        ({"storageUri": "gs://a"}, "parameters.storageUri"),
    ],
)
def test_a_wrong_parameter_of_a_prediction_is_refused_by_name(parameters: dict[str, Any], param: str) -> None:
    assert _refused(_predict, **parameters).param == param


@pytest.mark.parametrize("instances", [[{}], [{"prompt": "a"}, {"prompt": "b"}], "a fox", [{"prompt": " "}]])
def test_a_prediction_wants_one_instance_with_a_prompt(instances: Any) -> None:
    assert (_refused(_predict, instances=instances).param or "").startswith("instances")
