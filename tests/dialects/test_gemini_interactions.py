"""Interactions and predictions: from bodies to wishes, and from results to resources and events."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import orjson
import pytest

from pinxit.core.errors import Blocked, Cancelled, EngineFailed, InvalidRequest
from pinxit.core.images import Format, ImageRequest, Picture, Size, Source, Usage
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.core.records import pack_error
from pinxit.core.sources import Link
from pinxit.core.studio import ImageResult
from pinxit.dialects.gemini import interaction_resources as resources
from pinxit.dialects.gemini.interaction_resources import (
    Resource,
    read_event_id,
    read_interaction_id,
    show_job,
    write_job,
)
from pinxit.dialects.gemini.interactions import Asked, read_interaction, unpack_conversation
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
        ({"background": True, "store": False}, "store"),
        ({"webhook_config": {"uris": ["https://example.com"]}}, "webhook_config"),
        (
            {"background": True, "webhook_config": {"uris": ["https://a.example", "https://b.example"]}},
            "webhook_config.uris",
        ),
        ({"background": True, "webhook_config": {"user_metadata": {"a": 1}}}, "webhook_config.user_metadata"),
        ({"background": True, "webhook_config": {"uri": "https://a.example"}}, "webhook_config.uri"),
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


def test_an_interaction_is_stored_unless_it_says_otherwise() -> None:
    assert [_ask(**fields).store for fields in ({}, {"store": True}, {"store": False})] == [True, True, False]


def test_background_work_may_have_a_webhook() -> None:
    asked = _ask(background=True, webhook_config={"uris": ["https://example.com/told"]})
    assert (asked.background, asked.webhook) == (True, "https://example.com/told")


def _after(manner: dict[str, Any], said: str) -> Asked:
    """What is asked for next, when the answer to an interaction was a picture."""
    kept = json.loads(json.dumps(manner))  # as it comes from a database
    return _ask(input=said).go_on(unpack_conversation(kept, Source(_GIF, "previous_interaction_id"), "A fox."))


def test_what_comes_after_an_interaction_is_about_its_picture() -> None:
    wish = _after(_ask(input="a cat").pack(), "add a dog").wish
    assert wish.prompt == "add a dog"
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_GIF]
    assert "cat" in wish.anew
    assert "dog" in wish.anew


def test_a_conversation_of_many_interactions_is_remembered_whole() -> None:
    second = _after(_ask(input="a cat").pack(), "now with a hat")
    third = _after(second.pack(), "add a dog")
    assert all(word in third.wish.anew for word in ("cat", "hat", "dog"))


def test_what_began_with_a_picture_of_the_user_is_never_drawn_anew() -> None:
    began = _ask(input=[{"type": "text", "text": "a hat"}, {"type": "image", "data": _DATA}])
    second = _after(began.pack(), "make it red")
    assert second.wish.anew == ""
    assert _after(second.pack(), "make it blue").wish.anew == ""


def test_the_beginning_of_an_endless_conversation_is_forgotten() -> None:
    asked = _ask(input="a fox")
    for number in range(40):
        asked = _after(asked.pack(), f"{number} " + "x" * 2000)
    assert len(json.dumps(asked.pack())) < 100_000
    assert asked.wish.anew == ""
    assert asked.wish.prompt.startswith("39 ")


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
    assert lines.endswith(resources.DONE)


def test_a_declined_streamed_interaction_tells_the_error_and_ends() -> None:
    lines = b"".join(Resource("v1_x", _MODEL, 0).tell_refusal(Blocked("No."), 1))
    assert [event["event_type"] for event in _read_events(lines)] == [
        "interaction.created",
        "error",
        "interaction.completed",
    ]


def _tell_all(after: int = 0) -> list[dict[str, Any]]:
    resource = Resource("v1_x", _MODEL, 0, attempt=2, after=after)
    pieces = [*resource.tell_start(1), *resource.tell_picture(_make().pictures[0]), *resource.tell_end(_make(), 2)]
    return _read_events(b"".join(pieces))


def test_a_stream_goes_on_after_any_of_its_events() -> None:
    whole = _tell_all()
    for known, event in enumerate(whole, 1):
        attempt, number = read_event_id(event["event_id"])
        assert attempt == 2
        assert _tell_all(number) == whole[known:]


@pytest.mark.parametrize("said", ["", "2", "x.y", "2.x", "99999999999.1", "1.1\n", "٣.٣"])
def test_what_is_no_event_begins_from_the_start(said: str) -> None:
    assert read_event_id(said) == (0, 0)


def _job(**fields: Any) -> Job:
    manner = _ask(input="a fox", previous_interaction_id="v1_before").pack()
    plain = {"id": f"job_{'a' * 32}", "owner": "sk", "route": "interactions", "model": _MODEL, "n": 1, "created": 0.0}
    return Job(**{**plain, "day": "1970-01-01", "estimate": Spend(), "fingerprint": "", "manner": manner, **fields})


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({}, "queued", None),
        ({"state": JobState.RUNNING}, "in_progress", None),
        ({"state": JobState.FAILED, "failure": pack_error(EngineFailed("It broke."))}, "failed", "internal_error"),
        ({"state": JobState.FAILED, "failure": pack_error(Blocked("No."))}, "failed", "blocked_safety"),
        ({"state": JobState.CANCELLED, "failure": pack_error(Cancelled("Stop."))}, "cancelled", "cancelled"),
    ],
)
def test_a_job_without_a_picture_is_told_as_an_interaction(fields: dict[str, Any], status: str, code: str) -> None:
    job = _job(**fields)
    told = read_message(Interaction, write_job(show_job(job), job, 1))
    assert (told.status, told.previous_interaction_id) == (status, "v1_before")
    assert [fault.code for fault in told.errors or ()] == [code] * (code is not None)
    assert read_interaction_id(told.id) == job.id


def test_the_words_of_the_input_are_told_where_they_are_asked_for() -> None:
    job = _job()
    told = read_message(Interaction, write_job(show_job(job, with_input=True), job, 1))
    assert [(step.type, [part.text for part in step.content or ()]) for step in told.input or ()] == [
        ("user_input", ["a fox"])
    ]


@pytest.mark.parametrize("said", ["", "v1_", "job_" + "a" * 32, "a" * 32, "v1_" + "a" * 31])
def test_what_is_no_interaction_names_no_job(said: str) -> None:
    assert not read_interaction_id(said).startswith("job_")


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
