"""Answers of Gemini's API: each is a message of its own models, with nothing beside it."""

from __future__ import annotations

import base64
from typing import Any, TypeVar

import orjson
import pytest
from pydantic import BaseModel

from pinxit.core.engine import ModelCard
from pinxit.core.errors import Blocked, InvalidRequest, NoPicture
from pinxit.core.images import Format, ImageRequest, Picture, Size, Usage
from pinxit.core.studio import ImageResult
from pinxit.core.tokens import count_text
from pinxit.dialects.gemini import predictions, writing
from pinxit.dialects.gemini.framing import choose_framing
from pinxit.dialects.gemini.messages import read_message
from pinxit.dialects.gemini.models import (
    CountTokensResponse,
    GeminiModel,
    GenerateContentResponse,
    ModelList,
    PredictResponse,
)
from pinxit.dialects.openai import Answer

_Message = TypeVar("_Message", bound=BaseModel)
_TOLD = "A red fox \ud83d in a wood."
_TOKENS = count_text(_TOLD)
_USAGE = Usage(19, 516, 1290)


def _make(count: int = 1, kind: Format = Format.PNG) -> ImageResult:
    pictures = tuple(
        Picture(number, bytes([number]) * 10, Size(64, 64), kind, number, _TOLD) for number in range(count)
    )
    return ImageResult(ImageRequest("auto", "a fox"), pictures, "fake", "pinxit-fake", _USAGE)


def _load(answer: Answer) -> bytes:
    body = b"".join(answer.pieces)
    assert len(body) == answer.length
    return body


def _check(message: type[_Message], body: bytes) -> _Message:
    return read_message(message, body)


def test_the_answer_has_words_then_the_picture_and_what_it_cost() -> None:
    body = _load(writing.Reply("r1", "pinxit-fake").write_whole(_make(kind=Format.JPEG)))
    told = _check(GenerateContentResponse, body)
    assert orjson.loads(body) == {
        "candidates": [
            {
                "content": {
                    "parts": [
                        {"text": "A red fox ? in a wood."},
                        {"inlineData": {"mimeType": "image/jpeg", "data": base64.b64encode(bytes(10)).decode()}},
                    ],
                    "role": "model",
                },
                "finishReason": "STOP",
                "index": 0,
            }
        ],
        "usageMetadata": {
            "promptTokenCount": 535,
            "candidatesTokenCount": 1290 + _TOKENS,
            "totalTokenCount": 535 + 1290 + _TOKENS,
            "promptTokensDetails": [
                {"modality": "TEXT", "tokenCount": 19},
                {"modality": "IMAGE", "tokenCount": 516},
            ],
            "candidatesTokensDetails": [
                {"modality": "TEXT", "tokenCount": _TOKENS},
                {"modality": "IMAGE", "tokenCount": 1290},
            ],
        },
        "modelVersion": "pinxit-fake",
        "responseId": "r1",
    }
    assert told.usage_metadata is not None
    assert told.usage_metadata.total_token_count == 535 + 1290 + _TOKENS


def test_without_words_there_is_the_picture_alone_and_no_token_for_words() -> None:
    told = orjson.loads(_load(writing.Reply("r1", "m", words=False).write_whole(_make())))
    assert [list(part) for part in told["candidates"][0]["content"]["parts"]] == [["inlineData"]]
    assert told["usageMetadata"]["candidatesTokenCount"] == 1290
    assert told["usageMetadata"]["candidatesTokensDetails"] == [{"modality": "IMAGE", "tokenCount": 1290}]


def test_only_the_last_chunk_of_a_stream_says_why_it_ended_and_what_it_cost() -> None:
    reply = writing.Reply("r1", "m")
    first = orjson.loads(reply.write_words(_make().pictures[0]))
    last = orjson.loads(reply.write_picture(_make()))
    assert "usageMetadata" not in first
    assert "finishReason" not in first["candidates"][0]
    assert [list(part) for part in last["candidates"][0]["content"]["parts"]] == [["inlineData"]]
    assert last["candidates"][0]["finishReason"] == "STOP"
    assert last["usageMetadata"]["totalTokenCount"] == 535 + 1290 + _TOKENS
    assert first["responseId"] == last["responseId"] == "r1"
    for chunk in (first, last):
        _check(GenerateContentResponse, orjson.dumps(chunk))


@pytest.mark.parametrize(
    ("reason", "before", "after"),
    [
        ("safety", "SAFETY", "IMAGE_SAFETY"),
        ("PROHIBITED_CONTENT", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT"),
        ("recitation", "OTHER", "IMAGE_RECITATION"),
        ("whatever", "OTHER", "IMAGE_OTHER"),
    ],
)
def test_a_declined_wish_has_the_reason_in_googles_words(reason: str, before: str, after: str) -> None:
    reply = writing.Reply("r1", "m")
    early = orjson.loads(reply.write_refusal(Blocked("No.", reason=reason), _USAGE))
    late = orjson.loads(reply.write_refusal(Blocked("No.", reason=reason, stage="output"), _USAGE))
    assert early["promptFeedback"] == {"blockReason": before, "blockReasonMessage": "No."}
    assert "candidates" not in early
    assert late["candidates"] == [{"finishReason": after, "finishMessage": "No.", "index": 0}]
    assert early["usageMetadata"]["totalTokenCount"] == 535
    for body in (early, late):
        _check(GenerateContentResponse, orjson.dumps(body))


def test_an_answer_without_a_picture_says_so() -> None:
    body = orjson.loads(writing.Reply("r1", "m").write_refusal(NoPicture("Words only."), _USAGE))
    assert body["candidates"][0]["finishReason"] == "NO_IMAGE"


def test_tokens_are_counted_by_kind() -> None:
    body = writing.write_count(Usage(19, 516, 0))
    _check(CountTokensResponse, body)
    assert orjson.loads(body) == {
        "totalTokens": 535,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 19}, {"modality": "IMAGE", "tokenCount": 516}],
    }


_CARDS = {
    name: ModelCard(name="pinxit-fake", title="One colour") for name in ("pinxit-fake", "auto", "a/b:c", "d", "e")
}


def _page(**query: str | None) -> dict[str, Any]:
    body = writing.write_models(_CARDS, **query)
    _check(ModelList, body)
    page: dict[str, Any] = orjson.loads(body)
    return page


def test_models_are_listed_in_pages_until_the_token_is_absent() -> None:
    names, token = list[str](), None
    for _ in range(3):
        page = _page(size="2", token=token)
        names += [model["name"] for model in page["models"]]
        token = page.get("nextPageToken")
    assert token is None
    assert names == [f"models/{name}" for name in _CARDS]


@pytest.mark.parametrize("size", [None, "", "0", "1000", "5"])
def test_a_page_holds_all_models_where_it_can(size: str | None) -> None:
    page = _page(size=size)
    assert len(page["models"]) == 5
    assert "nextPageToken" not in page


@pytest.mark.parametrize("query", [{"size": "x"}, {"size": "-1"}, {"size": "٣"}, {"token": "x"}, {"token": "bm9uZQ=="}])
def test_a_size_or_token_that_no_page_gave_is_refused(query: dict[str, str]) -> None:
    with pytest.raises(InvalidRequest):
        writing.write_models(_CARDS, **query)


def test_a_model_has_the_name_that_it_was_asked_by() -> None:
    body = writing.write_model("auto", _CARDS["auto"])
    model = _check(GeminiModel, body)
    assert (model.name, model.base_model_id, model.display_name) == ("models/auto", "pinxit-fake", "One colour")
    assert {"generateContent", "countTokens"} <= set(model.supported_generation_methods)


def test_predictions_are_as_many_as_pictures() -> None:
    body = _load(predictions.write_predictions(_make(2)))
    told = _check(PredictResponse, body)
    data = [base64.b64decode(prediction.bytes_base64_encoded or "") for prediction in told.predictions]
    assert data == [bytes(10), b"\1" * 10]
    assert [prediction.mime_type for prediction in told.predictions] == ["image/png"] * 2


def test_events_are_bare_lines_of_data_and_end_in_an_empty_line() -> None:
    frame = choose_framing("sse")
    sent = frame.heartbeat + frame.frame(b"{}") + frame.heartbeat + frame.frame(b'{"a":1}') + frame.end(b'{"error":{}}')
    lines = sent.decode().split("\n")
    assert [line for line in lines if line] == ["data: {}", 'data: {"a":1}', 'data: {"error":{}}']
    assert sent.endswith(b"\n\n")
    assert frame.end() == b""


@pytest.mark.parametrize("chunks", [[], [b'{"a":1}'], [b'{"a":1}', b'{"a":2}']])
@pytest.mark.parametrize("error", [b"", b'{"error":{}}'])
def test_an_array_is_json_as_a_whole_whatever_comes_in_between(chunks: list[bytes], error: bytes) -> None:
    frame = choose_framing(None)
    sent = frame.heartbeat + b"".join(frame.frame(chunk) + frame.heartbeat for chunk in chunks) + frame.end(error)
    assert orjson.loads(sent) == [orjson.loads(chunk) for chunk in [*chunks, *([error] if error else [])]]
