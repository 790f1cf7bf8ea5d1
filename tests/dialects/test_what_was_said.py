"""Whether a caller named the format and the pixels, in every dialect: what nobody named may stay as a model made it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pinxit.core.images import ImageRequest, Size
from pinxit.core.sizes import is_alike, load_tiers, read_size
from pinxit.dialects import openai, predictions
from pinxit.dialects.chat.reading import read_chat
from pinxit.dialects.gemini import reading


def _images(**fields: Any) -> ImageRequest:
    return openai.read_generation(json.dumps({"model": "m", "prompt": "a fox", **fields}).encode()).request


def _chat(**fields: Any) -> ImageRequest:
    content = {"model": "m", "messages": [{"role": "user", "content": "a fox"}], **fields}
    return read_chat(json.dumps(content).encode()).asked.request


def _predict(**fields: Any) -> ImageRequest:
    body = json.dumps({"prompt": "a fox", **fields}).encode()
    return predictions.read_prediction(body, "m", edit=False).asked.request


def _gemini(**config: Any) -> ImageRequest:
    content = {"contents": [{"parts": [{"text": "a fox"}]}], "generationConfig": config}
    return reading.read_generation(json.dumps(content).encode(), "gemini-3-pro-image").with_pictures("m", ())


@pytest.mark.parametrize("ask", [_images, _chat, _predict])
def test_a_format_is_said_where_it_was_named(ask: Any) -> None:
    assert not ask().format_said
    assert ask(output_format="png").format_said
    assert ask(output_format="jpeg").format_said


@pytest.mark.parametrize("ask", [_images, _chat, _predict])
def test_a_quality_is_said_where_it_was_named(ask: Any) -> None:
    assert not ask().quality_said
    assert not ask(quality="auto").quality_said
    assert ask(quality="high").quality_said
    assert not _gemini().quality_said


@pytest.mark.parametrize("ask", [_images, _chat, _predict])
def test_pixels_are_said_where_they_were_named_and_a_ratio_is_none(ask: Any) -> None:
    assert ask(size="1344x768").pixels_said
    for said in ({"size": "16:9"}, {"size": "2K"}, {"aspect_ratio": "16:9", "resolution": "2K"}, {}):
        assert not ask(**said).pixels_said
    both = ask(size="1344x768", aspect_ratio="16:9")
    assert (both.pixels_said, both.size) == (True, Size(1344, 768))


def test_gemini_knows_ratios_only() -> None:
    asked = _gemini(imageConfig={"aspectRatio": "16:9"})
    assert (asked.size, asked.pixels_said, asked.format_said) == (Size(1376, 768), False, False)
    assert _gemini(imageConfig={"outputMimeType": "image/png"}).format_said


def test_whoever_makes_a_request_by_hand_means_what_it_says() -> None:
    assert ImageRequest(model="m", prompt="a fox").format_said
    assert ImageRequest(model="m", prompt="a fox").pixels_said


def test_a_ratio_is_alike_in_all_tables_and_no_other_is() -> None:
    for ratio, row in load_tiers().items():
        for tier, size in row.items():
            for other, others in load_tiers().items():
                assert is_alike(size, others[tier]) == (other == ratio)
            seed = read_size(ratio=ratio).size
            assert seed is not None
            assert is_alike(seed, size) == (tier == "1K")
