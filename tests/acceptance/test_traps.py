"""The traps of the three protocols: each has its test here, on a real socket, whatever else tests it elsewhere."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from google import genai
from google.genai import errors as google_errors
from PIL import Image

from pinxit.testing import RunningServer, run_server

_MODEL = "gemini-2.5-flash-image"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """One worker and no queue, so that it is easily full; its streams beat five times a second."""
    with run_server(tmp_path_factory.mktemp("traps"), workers="1", queue="0", linger="0", heartbeat="0.2") as running:
        yield running


@pytest.fixture(scope="module")
def http(house: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, headers={"authorization": f"Bearer {house.key}"}, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def google(house: RunningServer) -> genai.Client:
    return genai.Client(api_key=house.key, http_options={"base_url": house.url})


@pytest.fixture(scope="module")
def picture() -> bytes:
    # Of these pixels, the base64 holds all of + / and =, or the alphabets would not be told apart.
    noise = Image.frombytes("RGB", (29, 17), bytes(i * 89 % 256 for i in range(29 * 17 * 3)))
    out = io.BytesIO()
    noise.save(out, "PNG")
    data = out.getvalue()
    while not {"+", "/", "="} <= set(base64.b64encode(data).decode()):
        data += b"\xfb\xff"
    return data


def _generate(http: httpx.Client, **fields: Any) -> httpx.Response:
    return http.post("/v1/images/generations", json={"model": _MODEL, "prompt": "a fox", "size": "64x64", **fields})


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/images/generations", {}),
        ("POST", "/v1/images/generations", {"model": "nobody", "prompt": "x"}),
        ("POST", "/v1/images/edits", {"prompt": "x"}),
        ("POST", "/v1/chat/completions", {"messages": 5}),
        ("POST", "/v1/nothing", {}),
        ("PUT", "/v1/images/generations", {}),
    ],
)
def test_no_error_of_an_openai_route_has_a_detail(http: httpx.Client, method: str, path: str, body: object) -> None:
    answer = http.request(method, path, json=body)
    assert answer.status_code >= 400
    assert "detail" not in answer.json()
    assert set(answer.json()["error"]) == {"message", "type", "code", "param"}


def test_success_on_a_google_route_is_exactly_200(http: httpx.Client, google: genai.Client) -> None:
    body = {"contents": [{"parts": [{"text": "a fox"}]}]}
    for method in ("generateContent", "streamGenerateContent", "countTokens"):
        assert http.post(f"/v1beta/models/{_MODEL}:{method}", json=body).status_code == 200
    # A refusal is a success there, too.
    refused = {"contents": [{"parts": [{"text": "[block]"}]}]}
    answer = http.post(f"/v1beta/models/{_MODEL}:generateContent", json=refused)
    assert answer.status_code == 200
    assert answer.json()["promptFeedback"]["blockReason"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"prompt": "[block]"}, 400), ({"size": "16;9"}, 400), ({"model": "nobody"}, 404), ({"prompt": "[none]"}, 400)],
)
def test_what_cannot_get_better_is_no_status_that_clients_try_again(
    house: RunningServer, fields: dict[str, Any], status: int
) -> None:
    tried: list[object] = []
    seen = openai.DefaultHttpxClient(event_hooks={"response": [tried.append]})
    with openai.OpenAI(base_url=f"{house.url}/v1", api_key=house.key, max_retries=3, http_client=seen) as client:
        with pytest.raises(openai.APIStatusError) as refusal:
            client.images.generate(**{"model": _MODEL, "prompt": "x", **fields})
        assert refusal.value.status_code == status
    assert len(tried) == 1


def test_a_bad_key_is_401_for_openai_and_400_for_google(house: RunningServer) -> None:
    wrong = {"authorization": "Bearer sk-wrong"}
    answer = httpx.post(f"{house.url}/v1/images/generations", json={"model": "auto", "prompt": "x"}, headers=wrong)
    assert answer.status_code == 401
    stranger = genai.Client(api_key="wrong", http_options={"base_url": house.url})
    with pytest.raises(google_errors.ClientError) as refusal:
        stranger.models.generate_content(model=_MODEL, contents="x")
    assert (refusal.value.code, refusal.value.status) == (400, "INVALID_ARGUMENT")
    assert "API_KEY_INVALID" in str(refusal.value.details)


@pytest.mark.parametrize("scheme", ["", "Bearer ", "bearer ", "BEARER   "])
def test_a_key_needs_no_bearer(house: RunningServer, scheme: str) -> None:
    assert httpx.get(f"{house.url}/v1/models", headers={"authorization": scheme + house.key}).status_code == 200


@pytest.mark.parametrize("field", ["image", "image[]", "images[]"])
def test_uploads_are_known_by_their_bytes_under_every_name(http: httpx.Client, picture: bytes, field: str) -> None:
    files = {field: ("upload", picture, "application/octet-stream"), "mask[]": ("m.txt", picture, "text/plain")}
    form = {"model": _MODEL, "prompt": "x", "n": "2", "stream": "false", "partial_images": "0", "seed": "7"}
    answer = http.post("/v1/images/edits", data=form, files=files)
    assert answer.status_code == 200, answer.text
    assert len(answer.json()["data"]) == 2


def test_an_upload_that_is_no_picture_is_refused_whatever_it_is_called(http: httpx.Client) -> None:
    files = {"image": ("fox.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png")}
    answer = http.post("/v1/images/edits", data={"model": _MODEL, "prompt": "x"}, files=files)
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, "image")


def test_a_form_may_name_a_picture_by_a_url_field(http: httpx.Client, picture: bytes) -> None:
    link = "data:image/png;base64," + base64.b64encode(picture).decode()
    files = {"model": (None, _MODEL), "prompt": (None, "x"), "url[]": (None, link)}
    assert http.post("/v1/images/edits", files=files).status_code == 200


@pytest.mark.parametrize("prefix", ["", "data:image/png;base64,", "data:;base64,"])
@pytest.mark.parametrize("padded", [True, False], ids=["padded", "unpadded"])
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode], ids=["standard", "url-safe"])
def test_base64_is_read_in_both_alphabets(
    http: httpx.Client, picture: bytes, prefix: str, padded: bool, encode: Any
) -> None:
    text = encode(picture).decode()
    text = prefix + (text if padded else text.rstrip("="))
    answer = http.post("/v1/images/edits", json={"model": _MODEL, "prompt": "x", "images": [{"image_url": text}]})
    assert answer.status_code == 200, answer.text
    parts = [{"text": "x"}, {"inline_data": {"mime_type": "image/png", "data": text}}]
    answer = http.post(f"/v1beta/models/{_MODEL}:generateContent", json={"contents": [{"parts": parts}]})
    assert answer.status_code == 200, answer.text


def test_answers_hold_bare_base64(http: httpx.Client) -> None:
    text = _generate(http).json()["data"][0]["b64_json"]
    assert base64.b64decode(text, validate=True).startswith(b"\x89PNG")


def test_created_is_in_seconds_unless_the_profile_is_the_seeds(http: httpx.Client) -> None:
    assert _generate(http).json()["created"] > 10**12
    sdk = {"x-stainless-lang": "js"}
    body = {"model": _MODEL, "prompt": "x", "size": "64x64"}
    assert http.post("/v1/images/generations", json=body, headers=sdk).json()["created"] < 10**11


@pytest.mark.parametrize("name", ["vendor/model", "a:b", "publishers/x/models/y:z", "%2F", "tunedModels/a-b"])
def test_names_of_models_may_hold_slashes_and_colons(http: httpx.Client, name: str) -> None:
    body = {"contents": [{"parts": [{"text": "x"}]}]}
    answer = http.post(f"/v1beta/models/{name}:generateContent", json=body)
    assert answer.status_code == 404
    assert name.replace("%2F", "/") in answer.json()["error"]["message"]  # it is the model that is missing, not a page
    answer = http.get(f"/v1/models/{name}")
    assert answer.json()["error"]["code"] == "model_not_found"


def test_googles_listing_comes_in_pages_until_the_token_is_absent(google: genai.Client, http: httpx.Client) -> None:
    first = http.get("/v1beta/models", params={"pageSize": 5}).json()
    assert len(first["models"]) == 5
    second = http.get("/v1beta/models", params={"pageSize": 5, "pageToken": first["nextPageToken"]}).json()
    assert not {model["name"] for model in first["models"]} & {model["name"] for model in second["models"]}
    whole = http.get("/v1beta/models", params={"pageSize": 1000}).json()
    assert "nextPageToken" not in whole
    assert [model.name for model in google.models.list(config={"page_size": 3})] == [
        model["name"] for model in whole["models"]
    ]


def test_googles_stream_has_data_lines_alone_and_ends_with_a_blank_one(http: httpx.Client) -> None:
    body = {"contents": [{"parts": [{"text": "a fox [wait 0.7]"}]}]}
    answer = http.post(f"/v1beta/models/{_MODEL}:streamGenerateContent", params={"alt": "sse"}, json=body)
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text.endswith("\n\n")
    for line in answer.text.split("\n"):
        assert not line or re.match(r"data: \{.*\}$", line), line[:80]
    assert json.loads(answer.text.strip().split("\n")[-1].removeprefix("data: "))["usageMetadata"]


def test_google_takes_one_candidate_at_a_time(http: httpx.Client) -> None:
    body = {"contents": [{"parts": [{"text": "x"}]}], "generationConfig": {"candidateCount": 2}}
    answer = http.post(f"/v1beta/models/{_MODEL}:generateContent", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/images/generations", {"model": "auto", "prompt": "x", "size": "64x64"}),
        ("POST", "/v1/images/generations", {"model": "auto", "prompt": "x", "size": "64x64", "stream": True}),
        ("POST", "/v1/images/generations", {}),
        ("POST", f"/v1beta/models/{_MODEL}:generateContent", {"contents": "x"}),
        ("POST", f"/v1beta/models/{_MODEL}:streamGenerateContent?alt=sse", {"contents": "x"}),
        ("POST", f"/v1beta/models/{_MODEL}:nothing", {}),
        ("GET", "/v1/models", None),
        ("GET", "/nowhere", None),
        ("GET", "/health", None),
    ],
)
def test_every_answer_has_a_request_id_and_keeps_the_callers(
    http: httpx.Client, method: str, path: str, body: object
) -> None:
    for sent in ({}, {"x-request-id": "mine-7"}):
        said = http.request(method, path, json=body, headers=sent).headers["x-request-id"]
        assert said == "mine-7" if sent else said.startswith("req_")


def test_a_large_answer_says_its_length_and_comes_whole_without_compression(http: httpx.Client) -> None:
    answer = _generate(http, size="4096x4096", output_format="webp")
    assert answer.status_code == 200
    assert "content-encoding" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.content)
