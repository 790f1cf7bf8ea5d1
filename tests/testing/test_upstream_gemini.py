"""The stand-in for Gemini says what Google's own client takes, and refuses what Google refuses."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from google import genai
from google.genai import errors, types
from PIL import Image

from pinxit.testing.upstream import FakeUpstream
from pinxit.testing.upstream.gemini.tables import BLOCK_REASONS, FINISH_REASONS, MODELS

_FRESH = httpx.Client(limits=httpx.Limits(max_keepalive_connections=0))  # a connection for each request
_FLASH, _NEW, _PRO = "gemini-2.5-flash-image", "gemini-3.1-flash-image", "gemini-3-pro-image"


@pytest.fixture
def client(upstream: FakeUpstream) -> Iterator[genai.Client]:
    options = types.HttpOptions(base_url=upstream.url, timeout=20_000)
    with genai.Client(api_key=upstream.key, http_options=options) as client:
        yield client


def _post(upstream: FakeUpstream, body: Any, model: str = _FLASH, **headers: str) -> httpx.Response:
    url = f"{upstream.url}/v1beta/models/{model}:generateContent"
    return _FRESH.post(url, json=body, headers={"x-goog-api-key": upstream.key, **headers}, timeout=20)


def _ask(*parts: Any, **config: Any) -> dict[str, Any]:
    return {"contents": [{"role": "user", "parts": [{"text": "a fox"}, *parts]}], "generationConfig": config}


def _png(width: int = 8, height: int = 8) -> str:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(buffer, "PNG")
    return base64.b64encode(buffer.getvalue()).decode()


def _read_table() -> Iterator[tuple[str, str, str, str]]:
    """Model, ratio, size and pixels, as the page of protocols that the tables come from prints them."""
    text = (Path(__file__).parent / "gemini-pixels.txt").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        ratio, *cells = line.split()
        for size, pixels in zip(("old", "512", "1K", "2K", "4K"), cells, strict=True):
            if pixels != "-":
                yield (_FLASH if size == "old" else _NEW), ratio, ("1K" if size == "old" else size), pixels


@pytest.mark.parametrize(("model", "ratio", "size", "pixels"), list(_read_table()))
def test_a_ratio_and_a_size_have_the_pixels_of_the_published_table(
    model: str, ratio: str, size: str, pixels: str
) -> None:
    assert "{}x{}".format(*MODELS[model].measure(ratio, size)) == pixels


@pytest.mark.parametrize("model", list(MODELS))
def test_the_picture_has_the_pixels_and_the_format_that_the_answer_says(client: genai.Client, model: str) -> None:
    config = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio="21:9"))
    answer = client.models.generate_content(model=model, contents="a fox", config=config)
    blob = next(part.inline_data for part in answer.parts or [] if part.inline_data)
    with Image.open(io.BytesIO(blob.data or b"")) as image:
        image.load()
        assert image.size == MODELS[model].measure("21:9", "1K")
        assert blob.mime_type == f"image/{(image.format or '').lower()}" == MODELS[model].mime


def test_a_larger_size_gives_more_pixels_and_costs_its_own_tokens(client: genai.Client) -> None:
    for size, (width, tokens) in {"512": (512, 747), "2K": (2048, 1680)}.items():
        config = types.GenerateContentConfig(image_config=types.ImageConfig(image_size=size))
        answer = client.models.generate_content(model=_NEW, contents="a fox", config=config)
        blob = next(part.inline_data for part in answer.parts or [] if part.inline_data)
        usage = answer.usage_metadata
        assert Image.open(io.BytesIO(blob.data or b"")).width == width
        assert usage
        assert [item.token_count for item in usage.candidates_tokens_details or []] == [tokens]


def test_the_usage_adds_up(upstream: FakeUpstream) -> None:
    for model in (_FLASH, _PRO):
        told = _post(upstream, _ask({"inlineData": {"mimeType": "image/png", "data": _png()}}), model).json()
        usage = types.GenerateContentResponse.model_validate(told).usage_metadata
        assert usage
        parts = (usage.prompt_token_count, usage.candidates_token_count, usage.thoughts_token_count)
        assert usage.total_token_count == sum(part or 0 for part in parts)
        details = {str(item.modality): item.token_count for item in usage.prompt_tokens_details or []}
        assert sum(count or 0 for count in details.values()) == usage.prompt_token_count
        assert details["MediaModality.IMAGE"] == MODELS[model].source_tokens


@pytest.mark.parametrize("reason", FINISH_REASONS[1:])
def test_every_reason_to_finish_without_a_picture_is_understood_by_the_official_types(
    upstream: FakeUpstream, reason: str
) -> None:
    answer = _post(upstream, {"contents": [{"parts": [{"text": f"a fox [finish {reason}]"}]}]})
    read = types.GenerateContentResponse.model_validate(answer.json())
    assert answer.status_code == 200
    assert [candidate.finish_reason for candidate in read.candidates or []] == [types.FinishReason[reason]]
    assert not read.parts


@pytest.mark.parametrize("reason", BLOCK_REASONS)
def test_every_reason_to_block_a_prompt_is_understood_by_the_official_types(
    upstream: FakeUpstream, reason: str
) -> None:
    answer = _post(upstream, {"contents": [{"parts": [{"text": f"a fox [block {reason}]"}]}]})
    read = types.GenerateContentResponse.model_validate(answer.json())
    assert answer.status_code == 200
    assert read.candidates is None
    assert read.prompt_feedback
    assert read.prompt_feedback.block_reason == types.BlockedReason[reason]


def test_the_tables_of_reasons_are_those_of_the_official_client() -> None:
    finished = {reason.name for reason in types.FinishReason} - {"FINISH_REASON_UNSPECIFIED"}
    blocked = {reason.name for reason in types.BlockedReason} - {"BLOCKED_REASON_UNSPECIFIED"}
    assert set(FINISH_REASONS) == finished
    assert set(BLOCK_REASONS) == blocked


def test_a_stream_gives_the_words_first_then_the_picture_whole_then_the_end(client: genai.Client) -> None:
    chunks = list(client.models.generate_content_stream(model=_NEW, contents="a fox"))
    kinds = ["picture" if part.inline_data else "words" for chunk in chunks for part in chunk.parts or []]
    assert kinds[:2] == ["words", "picture"]
    ends = [(chunk.candidates or [types.Candidate()])[0].finish_reason for chunk in chunks]
    assert [reason.name if reason else None for reason in ends] == [None, None, "STOP"]
    assert [chunk.usage_metadata is not None for chunk in chunks] == [False, False, True]


def test_a_stream_that_is_not_asked_for_as_events_is_a_list(upstream: FakeUpstream) -> None:
    url = f"{upstream.url}/v1/models/{_FLASH}:streamGenerateContent"
    answer = httpx.post(url, json=_ask(), headers={"x-goog-api-key": upstream.key})
    assert [types.GenerateContentResponse.model_validate(chunk) for chunk in answer.json()]


def test_an_error_in_a_stream_is_raised_by_the_official_client(client: genai.Client) -> None:
    with pytest.raises(errors.ServerError) as raised:
        list(client.models.generate_content_stream(model=_NEW, contents="a fox [late 503]"))
    assert raised.value.status == "UNAVAILABLE"


@pytest.mark.parametrize(
    ("prompt", "kind", "number", "status"),
    [
        ("[429]", errors.ClientError, 429, "RESOURCE_EXHAUSTED"),
        ("[quota]", errors.ClientError, 429, "RESOURCE_EXHAUSTED"),
        ("[denied]", errors.ClientError, 403, "PERMISSION_DENIED"),
        ("[invalid No]", errors.ClientError, 400, "INVALID_ARGUMENT"),
        ("[500]", errors.ServerError, 500, "INTERNAL"),
        ("[503]", errors.ServerError, 503, "UNAVAILABLE"),
        ("[504]", errors.ServerError, 504, "DEADLINE_EXCEEDED"),
    ],
)
def test_a_refusal_is_the_error_class_that_it_should_be(
    client: genai.Client, prompt: str, kind: type[errors.APIError], number: int, status: str
) -> None:
    with pytest.raises(kind) as raised:
        client.models.generate_content(model=_FLASH, contents=prompt)
    assert (raised.value.code, raised.value.status) == (number, status)


def test_when_to_come_again_stands_in_retry_info_and_nowhere_else(upstream: FakeUpstream) -> None:
    answer = _post(upstream, {"contents": [{"parts": [{"text": "a fox [429 retry=1.5]"}]}]})
    details = answer.json()["error"]["details"]
    assert {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "1.5s"} in details
    assert "retry-after" not in answer.headers


def test_a_wrong_key_is_an_invalid_argument(upstream: FakeUpstream) -> None:
    answer = _post(upstream, _ask(), **{"x-goog-api-key": "AIza-wrong"})
    error = answer.json()["error"]
    assert (answer.status_code, error["status"]) == (400, "INVALID_ARGUMENT")
    assert error["details"][0]["reason"] == "API_KEY_INVALID"
    assert error["details"][0]["domain"] == "googleapis.com"
    assert "AIza-wrong" not in json.dumps(answer.json()) + repr(upstream.calls)
    assert upstream.calls[-1].account is None


def test_no_key_and_a_wrong_token_are_refused_in_their_own_ways(upstream: FakeUpstream) -> None:
    assert _post(upstream, _ask(), **{"x-goog-api-key": ""}).status_code == 403
    wrong = _post(upstream, _ask(), **{"x-goog-api-key": "", "authorization": "Bearer ya29.wrong"})
    assert (wrong.status_code, wrong.json()["error"]["status"]) == (401, "UNAUTHENTICATED")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"wrong": 1}, 'Unknown name "wrong": Cannot find field.'),
        (_ask(colour="red"), "Unknown name \"colour\" at 'generation_config': Cannot find field."),
        (_ask({"picture": 1}), "Unknown name \"picture\" at 'contents[0].parts[1]': Cannot find field."),
        (_ask(candidateCount=2), "Multiple candidates is not enabled"),
        (_ask(candidateCount="x"), "Invalid value at 'generation_config.candidate_count' (TYPE_INT32), \"x\""),
        (_ask(responseModalities=["SMELL"]), "Invalid value at 'generation_config.response_modalities[0]'"),
        (_ask(imageConfig={"aspectRatio": "5:3"}), "aspect_ratio must be one of"),
        (_ask(imageConfig={"imageSize": "2K"}), "image size"),
        (_ask({"inlineData": {"mimeType": "image/gif", "data": "R0lG"}}), "Unsupported MIME type"),
        (_ask({"inlineData": {"mimeType": "image/png", "data": "R0lG"}}), "Unable to process input image"),
        (_ask({"inlineData": {"mimeType": "image/png", "data": "no base64"}}), "Base64 decoding failed"),
        ({}, "contents is not specified"),
        ({"contents": [{"role": "system", "parts": [{"text": "x"}]}]}, "valid role"),
        ({"contents": [{"parts": [{}]}]}, "must have one initialized field"),
        ([], "Root element must be a message"),
    ],
)
def test_a_request_that_google_would_refuse_is_refused_in_its_words(
    upstream: FakeUpstream, body: Any, words: str
) -> None:
    answer = _post(upstream, body)
    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"
    assert words in answer.json()["error"]["message"]
    assert upstream.drawn == 0


def test_names_in_snake_case_and_base64_in_the_other_alphabet_are_taken(upstream: FakeUpstream) -> None:
    data = _png(64, 16).replace("+", "-").replace("/", "_").rstrip("=")
    body = {
        "contents": {"parts": [{"text": "a fox"}, {"inline_data": {"mime_type": "image/png", "data": data}}]},
        "generation_config": {"response_modalities": ["image"], "image_config": {"aspect_ratio": "1:1"}},
    }
    answer = _post(upstream, body)
    assert [list(part) for part in answer.json()["candidates"][0]["content"]["parts"]] == [["inlineData"]]


def test_without_a_ratio_a_picture_is_shaped_like_the_one_that_came_in(upstream: FakeUpstream) -> None:
    answer = _post(upstream, _ask({"inlineData": {"mimeType": "image/png", "data": _png(64, 36)}})).json()
    parts = answer["candidates"][0]["content"]["parts"]
    data = next(part["inlineData"]["data"] for part in parts if "inlineData" in part)
    assert Image.open(io.BytesIO(base64.b64decode(data))).size == (1344, 768)


def test_an_unknown_model_is_not_found_in_googles_words(client: genai.Client) -> None:
    with pytest.raises(errors.ClientError, match="is not found for API version v1, or is not supported for") as raised:
        client.models.generate_content(model="gemini-9-image", contents="a fox")
    assert raised.value.code == 404


def test_a_follow_up_goes_on_with_signatures_that_were_given_out_and_with_no_others(
    upstream: FakeUpstream, client: genai.Client
) -> None:
    chat = client.chats.create(model=_PRO)
    first = chat.send_message("a fox")
    assert [bool(part.thought_signature) for part in first.parts or [] if part.inline_data] == [True]
    assert chat.send_message("at night").parts
    turn = {"role": "model", "parts": [{"inlineData": {"mimeType": "image/png", "data": _png()}}]}
    follow_up = {"contents": [turn, {"role": "user", "parts": [{"text": "at night"}]}]}
    assert "missing a thought_signature" in _post(upstream, follow_up, _PRO).json()["error"]["message"]
    assert _post(upstream, follow_up, _FLASH).status_code == 200
    turn["parts"][0]["thoughtSignature"] = base64.b64encode(b"of somebody else").decode()  # type: ignore[index]
    assert "signature is not valid" in _post(upstream, follow_up, _PRO).json()["error"]["message"]
    turn["parts"][0]["thoughtSignature"] = "skip_thought_signature_validator"  # type: ignore[index]
    assert _post(upstream, follow_up, _PRO).status_code == 200


def test_thoughts_are_shown_to_those_who_ask_for_them(client: genai.Client) -> None:
    config = types.GenerateContentConfig(thinking_config=types.ThinkingConfig(include_thoughts=True))
    answer = client.models.generate_content(model=_PRO, contents="a fox [thoughts]", config=config)
    thoughts = [bool(part.inline_data) for part in answer.parts or [] if part.thought]
    assert thoughts == [False, True]
    assert [part.inline_data is not None for part in answer.parts or [] if not part.thought] == [False, True]


def test_the_list_of_models_has_all_of_them_page_by_page(client: genai.Client) -> None:
    names = [model.name for model in client.models.list(config={"page_size": 2})]
    assert names == [f"models/{name}" for name in MODELS]
    assert client.models.get(model=_FLASH).name == f"models/{_FLASH}"


def test_tokens_are_counted(client: genai.Client) -> None:
    assert (client.models.count_tokens(model=_FLASH, contents="a red fox in the snow").total_tokens or 0) > 1


@pytest.mark.parametrize(
    "path",
    [
        f"/v1/projects/mine/locations/global/publishers/google/models/{_FLASH}:generateContent",
        f"/v1beta1/projects/mine/locations/europe-west4/publishers/google/models/{_FLASH}:generateContent",
        f"/v1/publishers/google/models/{_FLASH}:generateContent",
    ],
)
def test_vertex_is_there_too_with_a_token_and_with_fields_of_its_own(upstream: FakeUpstream, path: str) -> None:
    body = _ask(imageConfig={"aspectRatio": "1:1", "imageOutputOptions": {"mimeType": "image/png"}})
    answer = httpx.post(upstream.url + path, json=body, headers={"authorization": f"Bearer {upstream.key}"})
    assert types.GenerateContentResponse.model_validate(answer.json()).parts
    assert _post(upstream, body).status_code == 400


def test_two_pictures_are_never_the_same_bytes_unless_told_so(upstream: FakeUpstream) -> None:
    def draw(prompt: str) -> list[str]:
        parts = _post(upstream, {"contents": [{"parts": [{"text": prompt}]}]}).json()["candidates"][0]["content"][
            "parts"
        ]
        return [part["inlineData"]["data"] for part in parts if "inlineData" in part]

    assert len({*draw("a fox"), *draw("a fox"), *draw("a fox [twice]")}) == 4
    assert len(draw("[duplicate]")) == 2
    assert len(set(draw("[duplicate]"))) == 1


def test_spoilt_pictures_are_spoilt_in_the_way_that_was_asked_for(upstream: FakeUpstream) -> None:
    def draw(prompt: str) -> tuple[str, str]:
        parts = _post(upstream, {"contents": [{"parts": [{"text": prompt}]}]}).json()["candidates"][0]["content"][
            "parts"
        ]
        blob = next(part["inlineData"] for part in parts if "inlineData" in part)
        return blob["mimeType"], blob["data"]

    assert draw("[data-url]")[1].startswith("data:image/png;base64,iVBOR")
    assert re.fullmatch(r"[\w-]+", draw("[urlsafe]")[1])
    assert draw("[mistyped]")[1].startswith("/9j/")
    with pytest.raises(OSError, match="truncated"):
        Image.open(io.BytesIO(base64.b64decode(draw("[broken picture]")[1]))).load()
    with pytest.raises(ValueError, match="base64"):
        base64.b64decode(draw("[garbage]")[1], validate=True)


def test_answers_without_what_was_asked_for_have_the_shapes_that_are_seen_in_the_wild(upstream: FakeUpstream) -> None:
    def draw(prompt: str) -> dict[str, Any]:
        told: dict[str, Any] = _post(upstream, {"contents": [{"parts": [{"text": prompt}]}]}).json()
        types.GenerateContentResponse.model_validate(told)
        return told

    assert "candidates" not in draw("[empty]")
    assert "usageMetadata" not in draw("[no usage]")
    words = draw("[words]")["candidates"][0]
    assert (words["finishReason"], list(words["content"]["parts"][0])) == ("STOP", ["text"])
    strange = _post(upstream, {"contents": [{"parts": [{"text": "[extra]"}]}]}).json()["candidates"][0]
    assert "colour_of_mood" in strange
