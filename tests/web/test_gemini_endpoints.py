"""Gemini's native API on the application in this process."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from collections.abc import Coroutine
from typing import Any

import httpx2
import pytest
from PIL import Image

from pinxit.core.access import make_key
from pinxit.core.catalog import Catalog
from pinxit.core.images import Source
from pinxit.core.sources import Link
from pinxit.dialects.gemini.messages import read_message
from pinxit.dialects.gemini.models import ErrorEnvelope, GenerateContentResponse, InteractionErrorEnvelope
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")
_KEYED = {"x-goog-api-key": _SECRET}
_PATH = "/v1beta/models/gemini-2.5-flash-image"


def _paint(width: int = 4, height: int = 4) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


class _Gallery:
    """A Fetcher that has one picture under every address."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def fetch(self, link: Link) -> Source:
        self.asked.append(link.url)
        return Source(_paint(1000, 800), link.name)


class _House:
    def __init__(self, *, heartbeat: float = 10.0, workers: int = 2, queue: int = 16) -> None:
        self.engine = FakeEngine(workers=workers, queue=queue)
        self.gallery = _Gallery()
        self.app = build_app(make_desk(self.engine, _KEY, fetcher=self.gallery, heartbeat=heartbeat))

    def client(self) -> httpx2.AsyncClient:
        transport = httpx2.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx2.AsyncClient(transport=transport, base_url="http://pinxit", headers=_KEYED)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run(work)

    def ask(self, method: str, path: str, **how: Any) -> httpx2.Response:
        async def ask() -> httpx2.Response:
            async with self.client() as client:
                return await client.request(method, path, **how)

        answer: httpx2.Response = asyncio.run(ask())
        return answer

    def generate(self, contents: Any = "a fox", **fields: Any) -> httpx2.Response:
        return self.ask("POST", f"{_PATH}:generateContent", json={"contents": contents, **fields})

    def stream(self, contents: Any = "a fox", query: str = "?alt=sse", **fields: Any) -> httpx2.Response:
        return self.ask("POST", f"{_PATH}:streamGenerateContent{query}", json={"contents": contents, **fields})


@pytest.fixture
def house() -> _House:
    return _House()


def _error(answer: httpx2.Response, code: int, status: str) -> dict[str, Any]:
    assert answer.status_code == code, answer.text
    told = read_message(ErrorEnvelope, answer.content).error
    assert (told.code, told.status) == (code, status)
    body: dict[str, Any] = answer.json()["error"]
    return body


def _see(part: dict[str, Any]) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(part["inlineData"]["data"], validate=True)))


def _read_chunks(answer: httpx2.Response) -> list[dict[str, Any]]:
    """The chunks of an event stream, read as strictly as the official clients do."""
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text.endswith("\n\n")
    lines = [line for line in answer.text.split("\n") if line]
    assert all(line.startswith("data: ") for line in lines)
    return [json.loads(line.removeprefix("data: ")) for line in lines]


def test_a_picture_comes_with_what_was_drawn_and_what_it_cost(house: _House) -> None:
    answer = house.generate(generationConfig={"imageConfig": {"aspectRatio": "16:9"}})
    assert answer.status_code == 200
    told = read_message(GenerateContentResponse, answer.content)
    words, picture = answer.json()["candidates"][0]["content"]["parts"]
    assert words["text"]
    assert _see(picture).size == (1344, 768)
    assert told.model_version == "pinxit-fake"
    assert answer.headers["x-pinxit-model"] == "pinxit-fake"
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_settings_that_no_picture_depends_on_are_named_in_a_header(house: _House) -> None:
    answer = house.generate(
        generationConfig={"temperature": 0.5, "imageConfig": {"personGeneration": "ALLOW_ALL"}},
        safetySettings=[{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}],
    )
    assert answer.headers["x-pinxit-ignored"] == "safetySettings, temperature, personGeneration"
    assert "x-pinxit-ignored" not in house.generate().headers


@pytest.mark.parametrize("version", ["v1", "v1beta", "v1alpha"])
@pytest.mark.parametrize("method", ["generateContent", "streamGenerateContent", "countTokens"])
def test_every_version_has_every_method(house: _House, version: str, method: str) -> None:
    assert house.ask("POST", f"/{version}/models/auto:{method}", json={"contents": "a fox"}).status_code == 200


def test_the_same_seed_gives_the_same_picture_also_a_negative_one(house: _House) -> None:
    first, again, other = (
        house.generate(generationConfig={"seed": seed}).json()["candidates"][0]["content"]["parts"][1]
        for seed in (-5, -5, 5)
    )
    assert first == again
    assert first != other


def test_pictures_of_the_wish_reach_the_engine_and_are_counted(house: _House) -> None:
    parts = [
        {"text": "https://example.com/a.png. Make it night"},
        {"fileData": {"fileUri": "https://example.com/b.png"}},
        {"inlineData": {"mimeType": "image/png", "data": base64.urlsafe_b64encode(_paint()).decode().rstrip("=")}},
    ]
    body = house.generate([{"role": "user", "parts": parts}]).json()
    assert house.gallery.asked == ["https://example.com/a.png", "https://example.com/b.png"]
    details = {one["modality"]: one["tokenCount"] for one in body["usageMetadata"]["promptTokensDetails"]}
    assert details["IMAGE"] == 4 * 258 * 2 + 258
    assert "3 pictures" in body["candidates"][0]["content"]["parts"][0]["text"]


def test_an_answer_is_edited_further_by_sending_it_back(house: _House) -> None:
    answer = house.generate().json()["candidates"][0]["content"]
    turns = [{"role": "user", "parts": [{"text": "a fox"}]}, answer, {"role": "user", "parts": [{"text": "at night"}]}]
    body = house.generate(turns).json()
    assert "1 pictures" in body["candidates"][0]["content"]["parts"][0]["text"]


def test_more_pictures_than_the_model_takes_are_refused_before_any_is_fetched(house: _House) -> None:
    parts = [{"fileData": {"fileUri": f"https://example.com/{number}.png"}} for number in range(40)]
    body = _error(house.generate([{"parts": parts}]), 400, "INVALID_ARGUMENT")
    assert "source pictures" in body["message"]
    assert house.gallery.asked == []


def test_a_wish_declined_before_drawing_is_200_with_the_reason(house: _House) -> None:
    answer = house.generate("[block]")
    assert answer.status_code == 200
    assert answer.json()["promptFeedback"]["blockReason"] == "SAFETY"
    assert "candidates" not in answer.json()


def test_an_answer_without_a_picture_is_200_with_the_reason(house: _House) -> None:
    answer = house.generate("[none]")
    assert answer.status_code == 200
    assert answer.json()["candidates"][0]["finishReason"] == "NO_IMAGE"


def test_a_stream_has_the_words_first_then_the_picture_and_nothing_but_data(house: _House) -> None:
    words, picture = _read_chunks(house.stream())
    assert list(words["candidates"][0]["content"]["parts"][0]) == ["text"]
    assert "finishReason" not in words["candidates"][0]
    assert _see(picture["candidates"][0]["content"]["parts"][0]).size == (1024, 1024)
    assert picture["candidates"][0]["finishReason"] == "STOP"
    assert picture["usageMetadata"]["totalTokenCount"]


def test_a_stream_without_words_is_one_chunk(house: _House) -> None:
    assert len(_read_chunks(house.stream(generationConfig={"responseModalities": ["IMAGE"]}))) == 1


def test_a_slow_stream_shows_signs_of_life_that_are_empty_lines() -> None:
    answer = _House(heartbeat=0.05).stream("a fox [wait 0.4]")
    assert answer.text.startswith("\n\n")
    assert len(_read_chunks(answer)) == 2


def test_a_stream_that_fails_before_its_first_chunk_is_a_plain_error(house: _House) -> None:
    _error(house.stream("[break]"), 500, "INTERNAL")
    _error(house.stream(generationConfig={"candidateCount": 2}), 400, "INVALID_ARGUMENT")


def test_a_stream_that_fails_later_ends_with_the_error_as_its_last_chunk() -> None:
    chunks = _read_chunks(_House(heartbeat=0.05).stream("[wait 0.4] [fall]"))
    assert [chunk["error"]["status"] for chunk in chunks] == ["INTERNAL"]


def test_a_declined_wish_is_a_chunk_of_the_stream(house: _House) -> None:
    (chunk,) = _read_chunks(house.stream("[block]"))
    assert chunk["promptFeedback"]["blockReason"] == "SAFETY"


@pytest.mark.parametrize(
    ("contents", "count"), [("a fox [wait 0.3]", 2), ("[block]", 1), ("[wait 0.3] [fall]", 1), ("a fox", 2)]
)
def test_a_stream_without_alt_is_one_json_array(contents: str, count: int) -> None:
    answer = _House(heartbeat=0.05).stream(contents, query="")
    assert answer.headers["content-type"] == "application/json"
    chunks = answer.json()
    assert len(chunks) == count
    assert ("error" in chunks[-1]) is ("[fall]" in contents)


def test_tokens_are_counted_without_drawing_and_with_the_pictures_behind_links(house: _House) -> None:
    parts = [{"text": "a fox"}, {"fileData": {"fileUri": "https://example.com/a.png"}}]
    answer = house.ask("POST", f"{_PATH}:countTokens", json={"contents": [{"parts": parts}]})
    assert answer.json() == {
        "totalTokens": 2 + 4 * 258,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 2}, {"modality": "IMAGE", "tokenCount": 4 * 258}],
    }


def test_tokens_of_a_wrapped_request_are_those_of_the_request_itself(house: _House) -> None:
    inner = {"model": "models/auto", "contents": [{"parts": [{"text": "a fox"}]}]}
    answer = house.ask("POST", f"{_PATH}:countTokens", json={"generateContentRequest": inner})
    assert answer.json()["totalTokens"] == 2


def test_a_prediction_has_as_many_pictures_as_were_asked_for(house: _House) -> None:
    body = {
        "instances": {"prompt": "a fox"},
        "parameters": {"sampleCount": 3, "outputOptions": {"mimeType": "image/jpeg"}},
    }
    predictions = house.ask("POST", f"{_PATH}:predict", json=body).json()["predictions"]
    kinds = {Image.open(io.BytesIO(base64.b64decode(one["bytesBase64Encoded"]))).format for one in predictions}
    assert (len(predictions), kinds) == (3, {"JPEG"})
    assert {one["mimeType"] for one in predictions} == {"image/jpeg"}


def test_a_declined_prediction_is_an_error_before_drawing_and_a_reason_after(house: _House) -> None:
    body = {"instances": [{"prompt": "[block]"}]}
    _error(house.ask("POST", f"{_PATH}:predict", json=body), 400, "INVALID_ARGUMENT")
    body = {"instances": [{"prompt": "[none]"}]}
    assert house.ask("POST", f"{_PATH}:predict", json=body).json()["predictions"][0]["raiFilteredReason"]


def test_a_negative_prompt_is_refused_where_the_model_knows_none(house: _House) -> None:
    body = {"instances": [{"prompt": "a fox"}], "parameters": {"negativePrompt": "rain"}}
    told = _error(house.ask("POST", f"{_PATH}:predict", json=body), 400, "INVALID_ARGUMENT")
    assert "negative_prompt" in told["message"]


def test_the_credential_decides_which_list_of_models_comes_from_v1(house: _House) -> None:
    google = house.ask("GET", "/v1/models").json()
    assert google["models"][0]["name"] == "models/pinxit-fake"
    keyed = house.ask("GET", f"/v1/models?key={_SECRET}", headers={"x-goog-api-key": ""}).json()
    assert keyed == google


def test_models_are_paged_until_there_is_no_token(house: _House) -> None:
    names, query = list[str](), "?pageSize=7"
    while True:
        page = house.ask("GET", f"/v1beta/models{query}").json()
        names += [model["name"] for model in page["models"]]
        if "nextPageToken" not in page:
            break
        assert len(page["models"]) == 7
        query = f"?pageSize=7&pageToken={page['nextPageToken']}"
    assert names == [f"models/{name}" for name in Catalog([house.engine])]


def test_a_model_is_shown_by_any_of_its_names(house: _House) -> None:
    for name in ("pinxit-fake", "auto", "gemini-3-pro-image"):
        shown = house.ask("GET", f"/v1beta/models/{name}").json()
        assert (shown["name"], shown["baseModelId"]) == (f"models/{name}", "pinxit-fake")


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("GET", "/v1beta/models/nope", "models/nope is not found for API version v1beta"),
        ("POST", "/v1beta/models/a/b:c:generateContent", "models/a/b:c is not found for API version v1beta"),
        ("POST", "/v1/models/nope:predict", "not supported for predict"),
        ("POST", "/v1beta/models/auto:embedContent", "not supported for embedContent"),
        ("POST", "/v1beta/models/auto", "is not found"),
    ],
)
def test_what_there_is_not_is_404_in_googles_words(house: _House, method: str, path: str, said: str) -> None:
    body = _error(house.ask(method, path, json={"contents": "x"} if method == "POST" else None), 404, "NOT_FOUND")
    assert said in body["message"]


@pytest.mark.parametrize("path", [f"{_PATH}:generateContent", "/v1/models/auto:generateContent"])
def test_a_wrong_key_is_400_and_a_missing_one_403(house: _House, path: str) -> None:
    wrong = house.ask("POST", path, json={"contents": "x"}, headers={"x-goog-api-key": "wrong"})
    assert _error(wrong, 400, "INVALID_ARGUMENT")["details"][0]["reason"] == "API_KEY_INVALID"
    _error(house.ask("POST", path, json={"contents": "x"}, headers={"x-goog-api-key": ""}), 403, "PERMISSION_DENIED")


@pytest.mark.parametrize(
    "headers",
    [{"x-goog-api-key": "", "authorization": f"Bearer {_SECRET}"}, {"x-goog-api-key": "", "authorization": _SECRET}],
)
def test_the_key_may_come_as_a_bearer_or_bare(house: _House, headers: dict[str, str]) -> None:
    answer = house.ask("POST", f"{_PATH}:generateContent", json={"contents": "x"}, headers=headers)
    assert answer.status_code == 200


def test_a_full_queue_is_429_and_says_when_to_come_back() -> None:
    house = _House(workers=1, queue=0)

    async def crowd() -> list[httpx2.Response]:
        async with house.client() as client:
            body = {"contents": "[wait 0.3]"}
            return list(await asyncio.gather(*(client.post(f"{_PATH}:generateContent", json=body) for _ in range(3))))

    full = [answer for answer in house.run(crowd()) if answer.status_code != 200]
    assert full
    for answer in full:
        body = _error(answer, 429, "RESOURCE_EXHAUSTED")
        assert any(detail.get("retryDelay") == "1s" for detail in body["details"])
        assert answer.headers["retry-after"] == "1"


def test_an_unknown_name_in_the_body_is_refused_with_its_place(house: _House) -> None:
    body = _error(house.generate(generationConfig={"ratio": 1}), 400, "INVALID_ARGUMENT")
    assert body["message"].endswith("Unknown name \"ratio\" at 'generation_config': Cannot find field.")
    assert body["details"][0]["fieldViolations"][0]["field"] == "generation_config.ratio"


def test_an_interaction_is_answered_whole(house: _House) -> None:
    body = {
        "model": "gemini-3-pro-image",
        "input": "a fox",
        "response_format": {"type": "image", "aspect_ratio": "16:9"},
    }
    answer = house.ask("POST", "/v1beta/interactions", json=body)
    told = answer.json()
    (part,) = told["steps"][-1]["content"]
    assert (told["status"], told["model"], part["mime_type"]) == ("completed", "gemini-3-pro-image", "image/png")
    assert Image.open(io.BytesIO(base64.b64decode(part["data"]))).size == (1376, 768)


def test_a_declined_interaction_has_failed(house: _House) -> None:
    told = house.ask("POST", "/v1beta/interactions", json={"model": "auto", "input": "[block]"}).json()
    assert (told["status"], told["errors"][0]["code"]) == ("failed", "blocked_safety")


@pytest.mark.parametrize(
    ("said", "last"),
    [("a fox", "interaction.completed"), ("[block]", "interaction.completed"), ("[wait 0.3] [fall]", "error")],
)
def test_a_streamed_interaction_ends_with_its_last_event(said: str, last: str) -> None:
    body = {"model": "auto", "input": said, "stream": True}
    answer = _House(heartbeat=0.05).ask("POST", "/v1beta/interactions", json=body)
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [line.removeprefix("data: ") for line in answer.text.split("\n") if line.startswith("data: ")]
    assert events[-1] == "[DONE]"
    assert json.loads(events[-2])["event_type"] == last


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/v1_x"), ("GET", "/v1_x?stream=false"), ("DELETE", "/v1_x"), ("POST", "/v1_x/cancel")],
)
def test_an_interaction_that_never_was_is_not_found(house: _House, method: str, path: str) -> None:
    answer = house.ask(method, f"/v1beta/interactions{path}")
    assert answer.status_code == 404
    assert read_message(InteractionErrorEnvelope, answer.content).error.code == "not_found"


def test_a_wrong_interaction_is_refused_in_its_own_envelope(house: _House) -> None:
    body = {"model": "auto", "input": "x", "tools": [{"type": "google_search"}]}
    answer = house.ask("POST", "/v1beta/interactions", json=body)
    assert answer.status_code == 400
    told = read_message(InteractionErrorEnvelope, answer.content).error
    assert told.code == "invalid_request"
    assert "tools" in told.message
