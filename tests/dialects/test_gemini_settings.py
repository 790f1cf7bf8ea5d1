"""Settings and turns as clients of several makers really send them: what is taken, what is refused, what is told."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from pinxit.core.errors import InvalidRequest
from pinxit.dialects.gemini.interactions import read_interaction
from pinxit.dialects.gemini.reading import read_counting, read_generation
from pinxit.dialects.gemini.wishes import Wish

_MODEL = "gemini-2.5-flash-image"


def _read(**fields: Any) -> Wish:
    return read_generation(json.dumps({"contents": "a fox", **fields}).encode(), _MODEL)


def _refused(**fields: Any) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        _read(**fields)
    return caught.value


@pytest.mark.parametrize("role", ["system", "user", "model", "SYSTEM", ""])
@pytest.mark.parametrize("name", ["systemInstruction", "system_instruction"])
def test_the_role_of_an_instruction_tells_nothing(name: str, role: str) -> None:
    assert _read(**{name: {"role": role, "parts": [{"text": "Use oil paint."}]}}).prompt == "Use oil paint.\na fox"


def test_a_role_that_is_no_word_is_refused_in_an_instruction_too() -> None:
    assert _refused(systemInstruction={"role": 5, "parts": []}).param == "systemInstruction.role"


def test_fewer_than_no_candidates_are_refused() -> None:
    assert _refused(generationConfig={"candidateCount": -1}).param == "generationConfig.candidateCount"
    assert _read(generationConfig={"candidateCount": 0}).n == 1


def test_two_formats_for_one_picture_are_refused() -> None:
    formats: list[dict[str, Any]] = [{"image": {}}, {"image": {"aspectRatio": "16:9"}}]
    assert _refused(generationConfig={"responseFormat": formats}).param == "generationConfig.responseFormat"
    assert _read(generationConfig={"responseFormat": [{"text": {}}, formats[1]]}).size.size


def test_all_that_no_picture_depends_on_is_told() -> None:
    wish = _read(labels={"team": "a"}, store=True, generationConfig={"audioTimestamp": True, "modelConfig": {"a": 1}})
    assert wish.ignored == ("labels", "store", "modelConfig", "audioTimestamp")
    assert _read(labels={}, store=False).ignored == ()


@pytest.mark.parametrize("field", ["audioTranscription", "audioMetadata", "speechMetadata", "spreadsheetMetadata"])
def test_parts_that_are_neither_text_nor_picture_are_refused_by_name(field: str) -> None:
    refusal = _refused(contents=[{"parts": [{"text": "a fox", field: {}}]}])
    assert refusal.param == f"contents[0].parts[0].{field}"
    assert "is not supported" in refusal.message


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"tools": [{"googleSearch": {}}]}, "tools"),
        ({"generationConfig": {"candidateCount": 2}}, "generationConfig.candidateCount"),
    ],
)
def test_counting_refuses_what_drawing_would(fields: dict[str, Any], param: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        read_counting(json.dumps({"contents": "a fox", **fields}).encode(), _MODEL)
    assert caught.value.param == param


def test_an_interaction_takes_a_models_name_as_it_is_listed() -> None:
    sent = {"model": "models/gemini-3-pro-image", "input": "a fox", "labels": {"team": "a"}}
    sent["response_format"] = {"type": "image", "aspect_ratio": "16:9"}
    asked = read_interaction(json.dumps(sent).encode())
    assert asked.model == "gemini-3-pro-image"
    plain = read_interaction(json.dumps({**sent, "model": "gemini-3-pro-image"}).encode())
    assert asked.wish.size == plain.wish.size
    assert asked.wish.ignored == ("labels",)


def test_a_conversation_of_a_great_many_turns_is_read_at_once() -> None:
    turns = [{"role": "user", "parts": [{"text": "abcdefg"}]}] * 5000
    began = time.perf_counter()
    prompt = _read(contents=turns).prompt
    assert time.perf_counter() - began < 2
    assert 31_990 <= len(prompt) <= 32_000


def test_more_turns_and_parts_than_anybody_needs_are_refused_before_they_are_read() -> None:
    began = time.perf_counter()
    assert _refused(contents=[{"parts": [{"text": "a"}]}] * 100_000).param == "contents"
    assert _refused(contents=[{"parts": [{"text": "a"}] * 100_000}]).param == "contents[0].parts"
    assert time.perf_counter() - began < 3
