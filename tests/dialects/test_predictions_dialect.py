"""The third version of the seed's service: what a body wants, and how a prediction is told."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, Format, Picture, Size, Source, Tier
from pinxit.core.sources import Link
from pinxit.dialects.predictions import (
    Prediction,
    PredictionAnswer,
    PredictionRequest,
    PredictionStatus,
    Wanted,
    read_prediction,
    write_prediction,
)


def _file() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


_BASE64 = base64.b64encode(_file()).decode()


def _read(*, edit: bool = False, **fields: Any) -> Wanted:
    return read_prediction(json.dumps({"prompt": "a cat", **fields}).encode(), "fake", edit=edit)


def _told(prediction: Prediction) -> dict[str, Any]:
    answer = write_prediction(prediction, "https://pictures.example/")
    body = b"".join(answer.pieces)
    assert len(body) == answer.length
    PredictionAnswer.model_validate_json(body, strict=True)
    told: dict[str, Any] = json.loads(body)
    return told


def test_the_sample_of_the_documentation_is_read() -> None:
    wanted = _read(
        edit=True,
        images=["https://example.com/cat.png"],
        output_format="jpeg",
        size="1K",
        aspect_ratio="1:1",
        temperature=1,
        topP=0.95,
        enable_base64_output=False,
        enable_sync_mode=False,
    )
    request = wanted.asked.request
    assert (request.model, request.prompt, request.size) == ("fake", "a cat", Size(1024, 1024))
    assert request.format is Format.JPEG
    assert wanted.asked.references == (Link("https://example.com/cat.png", "images[0]"),)
    assert set(wanted.asked.extras) == {"temperature", "topP"}
    assert not wanted.wait


@pytest.mark.parametrize("name", ["images", "image"])
@pytest.mark.parametrize("text", [_BASE64, f"data:image/png;base64,{_BASE64}", _BASE64.rstrip("=")])
def test_pictures_come_as_base64_alone_or_in_a_list(name: str, text: str) -> None:
    for value in (text, [text]):
        wanted = _read(edit=True, **{name: value})
        assert wanted.asked.references == (Source(_file(), f"{name}[0]"),)


def test_pictures_may_come_with_a_text_to_image_wish_too() -> None:
    assert len(_read(images=[_BASE64]).asked.references) == 1


@pytest.mark.parametrize(
    ("fields", "size", "tier"),
    [
        ({}, None, None),
        ({"size": "2K"}, None, Tier.TWO),
        ({"size": "16:9"}, Size(1344, 768), None),
        ({"size": "2227*3183"}, Size(2227, 3183), None),
        ({"aspect_ratio": "16:9"}, Size(1344, 768), None),
        ({"size": "2K", "aspect_ratio": "16:9"}, Size(2752, 1536), None),
        ({"resolution": "2K", "aspect_ratio": "16:9"}, Size(2752, 1536), None),
    ],
)
def test_a_size_is_a_class_a_ratio_or_pixels(fields: dict[str, Any], size: Size | None, tier: Tier | None) -> None:
    request = _read(**fields).asked.request
    assert (request.size, request.tier) == (size, tier)


def test_other_wishes_are_read() -> None:
    wanted = _read(n=4, seed=3, background="transparent", enable_sync_mode=True, response_format="b64_json")
    request = wanted.asked.request
    assert (request.n, request.seed, request.background) == (4, 3, Background.TRANSPARENT)
    assert wanted.wait


def test_the_seed_minus_one_takes_any() -> None:
    assert _read(seed=-1).asked.request.seed is None


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"prompt": None}, "prompt"),
        ({"prompt": " "}, "prompt"),
        ({"n": 11}, "n"),
        ({"n": "2"}, "n"),
        ({"seed": -2}, "seed"),
        ({"size": "9K"}, "size"),
        ({"aspect_ratio": "17:3"}, "aspect_ratio"),
        ({"size": "1:1", "aspect_ratio": "16:9"}, "size"),
        ({"output_format": "bmp"}, "output_format"),
        ({"enable_sync_mode": "yes"}, "enable_sync_mode"),
        ({"images": 7}, "images"),
        ({"images": [7]}, "images[0]"),
        ({"images": [_BASE64, "file:///etc/passwd"]}, "images[1]"),
        ({"image": "****"}, "image[0]"),
        ({"images": [_BASE64] * 16, "image": _BASE64}, "images"),
        ({"response_format": "xml"}, "response_format"),
    ],
)
def test_a_wrong_field_is_named(fields: dict[str, Any], param: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        _read(**fields)
    assert caught.value.param == param


def test_an_edit_needs_a_picture() -> None:
    with pytest.raises(InvalidRequest) as caught:
        _read(edit=True)
    assert (caught.value.param, caught.value.code) == ("images", "missing_required_parameter")


def test_one_picture_or_a_list_stands_in_the_schema() -> None:
    described = PredictionRequest.model_json_schema()["properties"]["images"]["anyOf"][0]
    assert described["type"] == ["string", "array"]
    assert described["items"] == {"type": "string"}


def test_a_prediction_that_has_just_begun_has_no_outputs() -> None:
    begun = Prediction("abc", "google/fake", PredictionStatus.CREATED, created=1_762_156_444.8075)
    assert _told(begun) == {
        "data": {
            "id": "abc",
            "model": "google/fake",
            "outputs": [],
            "urls": {"get": "https://pictures.example/api/v3/predictions/abc/result"},
            "status": "created",
            "error": None,
            "executionTime": 0,
            "timings": {"inference": 0},
            "has_nsfw_contents": [],
            "created_at": "2025-11-03T07:54:04.807Z",
        },
        "message": "success",
        "code": 200,
    }


def test_a_completed_one_has_its_pictures_as_data_urls_and_its_times_in_milliseconds() -> None:
    pictures = tuple(Picture(i, bytes([i]) * (5 + i), Size(64, 64), Format.WEBP, 0, "x") for i in range(3))
    done = Prediction("abc", "m", PredictionStatus.COMPLETED, 0.0, spent=2.5, drawing=1.25, pictures=pictures)
    data = _told(done)["data"]
    head = "data:image/webp;base64,"
    assert [base64.b64decode(output.removeprefix(head)) for output in data["outputs"]] == [p.data for p in pictures]
    assert (data["executionTime"], data["timings"]) == (2500, {"inference": 1250})


def test_a_failed_one_says_why_even_in_broken_letters() -> None:
    failed = Prediction("abc", "m", PredictionStatus.FAILED, 0.0, error="It broke: \ud800.")
    data = _told(failed)["data"]
    assert (data["status"], data["error"]) == ("failed", "It broke: ?.")
