"""The settings of Google's newest client for Python: taken, taken without effect, or refused by their name."""

from __future__ import annotations

from typing import Any

import pytest

from acceptance.pictures import look_at

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
types = genai.types

_MODEL = "gemini-2.5-flash-image"


def _draw(google: Any, **settings: Any) -> Any:
    config = types.GenerateContentConfig(**settings)
    return google.models.generate_content(model=_MODEL, contents="a fox", config=config)


@pytest.mark.parametrize(
    "settings",
    [
        {"temperature": 0.2, "top_p": 0.9, "top_k": 40},
        {"max_output_tokens": 2000, "stop_sequences": ["stop"]},
        {"candidate_count": 1},
        {"seed": -7},
        {"seed": 2**31 - 1},
        {"presence_penalty": 0.1, "frequency_penalty": 0.1},
        {"safety_settings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}]},
        {"thinking_config": {"include_thoughts": False}},
        {"media_resolution": "MEDIA_RESOLUTION_LOW"},
        {"response_modalities": ["image", "text"]},
        {"response_modalities": ["TEXT", "IMAGE"]},
        {"response_mime_type": "text/plain"},
        {"system_instruction": ["You are a painter.", "Flat colours only."]},
        {"tools": []},
        {"image_config": {}},
    ],
    ids=str,
)
def test_a_setting_is_taken(google: Any, settings: dict[str, Any]) -> None:
    (picture,) = [part.inline_data for part in _draw(google, **settings).parts if part.inline_data]
    assert look_at(picture.data).size == (1024, 1024)


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"tools": [{"google_search": {}}]}, "tools"),
        ({"tools": [{"code_execution": {}}]}, "tools"),
        ({"cached_content": "cachedContents/1"}, "cached_content"),
        ({"response_schema": {"type": "OBJECT"}, "response_mime_type": "application/json"}, "response"),
        ({"speech_config": {"voice_config": {"prebuilt_voice_config": {"voice_name": "Kore"}}}}, "speech_config"),
        ({"response_logprobs": True}, "response_logprobs"),
        ({"image_config": {"aspect_ratio": "7:5"}}, "aspect_ratio"),
        ({"image_config": {"image_size": "3K"}}, "image_size"),
    ],
    ids=str,
)
def test_a_setting_is_refused_by_its_name(google: Any, settings: dict[str, Any], field: str) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        _draw(google, **settings)
    assert (refusal.value.code, refusal.value.status) == (400, "INVALID_ARGUMENT")
    named = [
        violation["field"]
        for detail in refusal.value.details["error"]["details"]
        for violation in detail.get("fieldViolations", ())
    ]
    assert len(named) == 1
    assert field in named[0]


@pytest.mark.parametrize(
    ("ratio", "pixels"),
    [
        ("1:1", (512, 512)),
        ("2:3", (424, 632)),
        ("3:2", (632, 424)),
        ("3:4", (448, 600)),
        ("4:3", (600, 448)),
        ("4:5", (464, 576)),
        ("5:4", (576, 464)),
        ("9:16", (384, 688)),
        ("16:9", (688, 384)),
        ("21:9", (792, 336)),
        ("1:4", (256, 1024)),
        ("4:1", (1024, 256)),
        ("1:8", (192, 1536)),
        ("8:1", (1536, 192)),
    ],
)
def test_each_of_googles_fourteen_ratios_has_its_pixels(google: Any, ratio: str, pixels: tuple[int, int]) -> None:
    response = _draw(google, image_config={"aspect_ratio": ratio, "image_size": "512"}, response_modalities=["IMAGE"])
    assert look_at(response.parts[0].inline_data.data).size == pixels
