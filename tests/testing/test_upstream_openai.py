"""The stand-in for OpenAI says what OpenAI's own client takes, and refuses what OpenAI refuses."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from openai.types import ImagesResponse
from PIL import Image
from pydantic import BaseModel

from pinxit.testing.upstream import FakeUpstream, Upload

_FRESH = httpx.Client(limits=httpx.Limits(max_keepalive_connections=0))  # a connection for each request
_MODEL = "gpt-image-2"


@pytest.fixture
def client(upstream: FakeUpstream) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{upstream.url}/v1", api_key=upstream.key, max_retries=0, timeout=20) as client:
        yield client


def _png(mode: str = "RGBA", width: int = 64, height: int = 48) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


def _open(text: str | None) -> Image.Image:
    image = Image.open(io.BytesIO(base64.b64decode(text or "", validate=True)))
    image.load()
    return image


def _post(upstream: FakeUpstream, path: str = "/v1/images/generations", **fields: Any) -> httpx.Response:
    headers = {"authorization": f"Bearer {upstream.key}"}
    return _FRESH.post(
        upstream.url + path, json={"model": _MODEL, "prompt": "a fox", **fields}, headers=headers, timeout=20
    )


def _find_strange(value: Any) -> list[str]:
    """Fields that the official types do not know, at any depth."""
    if isinstance(value, list):
        return [name for item in value for name in _find_strange(item)]
    if not isinstance(value, BaseModel):
        return []
    inner = [name for item in value.__dict__.values() for name in _find_strange(item)]
    return [*(value.model_extra or {}), *inner]


def test_an_answer_is_what_the_official_types_say_and_nothing_else(upstream: FakeUpstream) -> None:
    told = _post(upstream, n=2, size="1344x768", output_format="webp", quality="high", safety_identifier="me").json()
    read = ImagesResponse.model_validate(told)
    assert not _find_strange(read)
    assert (read.size, read.output_format, read.quality, read.background) == ("1344x768", "webp", "high", "opaque")
    assert read.usage
    assert read.usage.total_tokens == read.usage.input_tokens + read.usage.output_tokens
    assert [_open(picture.b64_json).size for picture in read.data or []] == [(1344, 768)] * 2


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_a_picture_has_the_format_that_was_asked_for(client: openai.OpenAI, form: Any) -> None:
    answer = client.images.generate(model=_MODEL, prompt="a fox", output_format=form)
    assert [(_open(picture.b64_json).format or "").lower() for picture in answer.data or []] == [form]


def test_a_transparent_background_is_one(client: openai.OpenAI) -> None:
    answer = client.images.generate(model="gpt-image-1.5", prompt="a fox", background="transparent")
    assert _open((answer.data or [])[0].b64_json).mode == "RGBA"
    assert answer.background == "transparent"


def test_edits_take_pictures_and_a_mask_in_a_form(upstream: FakeUpstream, client: openai.OpenAI) -> None:
    answer = client.images.edit(model=_MODEL, prompt="a hat", image=[_png(), _png()], mask=_png(), n=2)
    assert len(answer.data or []) == 2
    assert answer.usage
    assert answer.usage.input_tokens_details.image_tokens > 0
    files = [(name, value.data) for name, value in upstream.calls[-1].body if isinstance(value, Upload)]
    assert files == [("image[]", _png()), ("image[]", _png()), ("mask", _png())]


def test_edits_take_pictures_in_json(upstream: FakeUpstream) -> None:
    link = f"data:image/png;base64,{base64.b64encode(_png()).decode()}"
    answer = _post(upstream, "/v1/images/edits", images=[{"image_url": link}])
    assert ImagesResponse.model_validate(answer.json()).data
    assert _post(upstream, "/v1/images/edits").json()["error"]["code"] == "missing_required_parameter"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"image": b"no picture"}, "invalid_image_file"),
        ({"image": _png(), "mask": _png(width=32)}, "invalid_mask"),
        ({"image": _png(), "mask": _png("RGB")}, "invalid_mask"),
    ],
    ids=["no picture", "mask of another size", "mask without alpha"],
)
def test_files_that_will_not_do_are_refused(client: openai.OpenAI, files: dict[str, bytes], reason: str) -> None:
    with pytest.raises(openai.BadRequestError) as raised:
        client.images.edit(model=_MODEL, prompt="a hat", **files)  # type: ignore[call-overload]
    assert raised.value.code == reason


@pytest.mark.parametrize("edit", [False, True], ids=["generation", "edit"])
def test_a_stream_gives_partial_pictures_and_then_the_whole_one(client: openai.OpenAI, edit: bool) -> None:
    wishes: Any = {"model": _MODEL, "prompt": "a fox [ping]", "stream": True, "partial_images": 2}
    stream = client.images.edit(image=_png(), **wishes) if edit else client.images.generate(**wishes)
    events = list(stream)
    kind = "image_edit" if edit else "image_generation"
    assert [event.type for event in events] == [f"{kind}.partial_image"] * 2 + [f"{kind}.completed"]
    assert [event.partial_image_index for event in events[:2]] == [0, 1]
    assert [_open(event.b64_json).size for event in events] == [(1024, 1024) if not edit else (1536, 1024)] * 3
    assert events[-1].usage.total_tokens > 0
    # Of the usage in a stream the client's types are older than what the API says.
    assert not set(_find_strange(events)) - {"output_tokens_details"}


def test_the_events_of_a_stream_are_named_as_their_types_are(upstream: FakeUpstream) -> None:
    lines = _post(upstream, stream=True, partial_images=1).text.splitlines()
    names = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    types = [json.loads(line.removeprefix("data: "))["type"] for line in lines if line.startswith("data: ")]
    assert names == types == ["image_generation.partial_image", "image_generation.completed"]


@pytest.mark.parametrize("prompt", ["[late 503]", "[cut]"])
def test_a_stream_that_ends_badly_has_no_picture(client: openai.OpenAI, upstream: FakeUpstream, prompt: str) -> None:
    stream = client.images.generate(model=_MODEL, prompt=prompt, stream=True)
    if "late" in prompt:
        with pytest.raises(openai.APIError, match="overloaded"):
            list(stream)
    else:
        assert not list(stream)
    assert upstream.made == 0


@pytest.mark.parametrize(
    ("prompt", "kind", "reason"),
    [
        ("[429 retry=2]", openai.RateLimitError, "rate_limit_exceeded"),
        ("[quota]", openai.RateLimitError, "insufficient_quota"),
        ("[denied]", openai.AuthenticationError, "invalid_api_key"),
        ("[403]", openai.PermissionDeniedError, "unsupported_country_region_territory"),
        ("[block]", openai.BadRequestError, "moderation_blocked"),
        ("[invalid No]", openai.BadRequestError, "invalid_value"),
        ("[409]", openai.ConflictError, "conflict"),
        ("[422]", openai.UnprocessableEntityError, None),
        ("[500]", openai.InternalServerError, None),
        ("[503]", openai.InternalServerError, None),
    ],
)
def test_a_refusal_is_the_error_class_that_it_should_be_with_all_four_keys(
    client: openai.OpenAI, prompt: str, kind: type[openai.APIStatusError], reason: str | None
) -> None:
    with pytest.raises(kind) as raised:
        client.images.generate(model=_MODEL, prompt=prompt)
    assert raised.value.code == reason
    assert isinstance(raised.value.body, dict)
    assert {"message", "type", "param", "code"} <= raised.value.body.keys()
    assert (raised.value.request_id or "").startswith("req_")


def test_when_to_come_again_stands_in_the_headers(upstream: FakeUpstream) -> None:
    refused = _post(upstream, prompt="[429 retry=1.5]")
    assert (refused.headers["retry-after-ms"], refused.headers["retry-after"]) == ("1500", "1.5")
    assert _post(upstream, prompt="[quota]").headers["x-should-retry"] == "false"


def test_the_official_client_comes_again_by_itself(upstream: FakeUpstream) -> None:
    client = openai.OpenAI(base_url=f"{upstream.url}/v1", api_key=upstream.key, max_retries=2)
    assert client.images.generate(model=_MODEL, prompt="a fox [429 retry=0.01 x1] [503 x2]").data
    assert [call.status for call in upstream.calls] == [429, 503, 200]
    assert [call.headers["x-stainless-retry-count"] for call in upstream.calls] == ["0", "1", "2"]


def test_a_block_says_where_it_happened(upstream: FakeUpstream) -> None:
    error = _post(upstream, prompt="[block output]").json()["error"]
    assert error["type"] == "image_generation_user_error"
    assert error["moderation_details"]["moderation_stage"] == "output"


@pytest.mark.parametrize(
    ("fields", "param", "reason"),
    [
        ({"response_format": "b64_json"}, "response_format", "unknown_parameter"),
        ({"style": "vivid"}, "style", "unknown_parameter"),
        ({"colour": "red"}, "colour", "unknown_parameter"),
        ({"complexity": "high"}, "complexity", "unknown_parameter"),
        ({"size": "100x100"}, "size", "invalid_value"),
        ({"size": "16:9"}, "size", "invalid_value"),
        ({"size": "1344x770"}, "size", "invalid_value"),
        ({"quality": "hd"}, "quality", "invalid_value"),
        ({"n": 11}, "n", "integer_above_max_value"),
        ({"n": 0}, "n", "integer_below_min_value"),
        ({"n": "many"}, "n", "invalid_type"),
        ({"prompt": ""}, "prompt", "missing_required_parameter"),
        ({"prompt": "x" * 32_001}, "prompt", "string_above_max_length"),
        ({"background": "transparent", "output_format": "jpeg"}, "background", "invalid_value"),
        ({"stream": {}}, "stream", "invalid_type"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_request_that_openai_would_refuse_is_refused(
    upstream: FakeUpstream, fields: dict[str, Any], param: str, reason: str
) -> None:
    answer = _post(upstream, **fields)
    assert answer.status_code == 400
    assert set(answer.json()["error"]) == {"message", "type", "param", "code"}
    assert (answer.json()["error"]["param"], answer.json()["error"]["code"]) == (param, reason)


def test_older_models_have_three_sizes(upstream: FakeUpstream) -> None:
    assert _post(upstream, model="gpt-image-1.5", size="1344x768").status_code == 400
    assert _post(upstream, model="gpt-image-1.5", size="1536x1024").status_code == 200


@pytest.mark.parametrize("model", ["dall-e-3", "gpt-image-1", "my-own"])
def test_models_that_are_gone_or_never_were_are_not_found(client: openai.OpenAI, model: str) -> None:
    with pytest.raises(openai.NotFoundError) as raised:
        client.images.generate(model=model, prompt="a fox")
    assert raised.value.code == "model_not_found"


def test_a_wrong_key_is_refused_and_shown_to_nobody(upstream: FakeUpstream) -> None:
    with pytest.raises(openai.AuthenticationError) as raised:
        openai.OpenAI(base_url=f"{upstream.url}/v1", api_key="sk-wrong-and-secret").images.generate(prompt="a fox")
    assert raised.value.code == "invalid_api_key"
    assert "wrong-and" not in str(raised.value)
    assert "wrong-and" not in repr(upstream.calls) + json.dumps([call.show() for call in upstream.calls])


def test_the_models_are_listed(client: openai.OpenAI) -> None:
    assert {_MODEL, "my-diffusion"} <= {model.id for model in client.models.list()}
    assert client.models.retrieve(_MODEL).object == "model"


def test_a_peer_takes_any_size_and_answers_with_addresses_that_work(client: openai.OpenAI) -> None:
    wishes: Any = {"model": "my-diffusion", "prompt": "a fox", "size": "72x40", "response_format": "url"}
    links = [picture.url for picture in client.images.generate(**wishes).data or []]
    fetched = httpx.get(links[0] or "")
    assert fetched.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(fetched.content)).size == (72, 40)


def test_azure_is_there_too(upstream: FakeUpstream) -> None:
    def connect(key: str) -> openai.AzureOpenAI:
        return openai.AzureOpenAI(azure_endpoint=upstream.url, api_key=key, api_version="2025-04-01-preview")

    assert connect(upstream.key).images.generate(model="gpt-image-1.5", prompt="a fox").data
    assert upstream.calls[-1].path == "/openai/deployments/gpt-image-1.5/images/generations"
    assert connect(upstream.key).images.edit(model="gpt-image-1.5", prompt="a fox", image=_png()).data
    with pytest.raises(openai.AuthenticationError, match="Access denied due to invalid subscription key"):
        connect("wrong").images.generate(model="gpt-image-1.5", prompt="a fox")
    with pytest.raises(openai.NotFoundError) as raised:
        connect(upstream.key).images.generate(model="nobody", prompt="a fox")
    assert raised.value.code == "DeploymentNotFound"


def test_answers_tell_limits_and_their_own_name(upstream: FakeUpstream) -> None:
    headers = _post(upstream).headers
    assert {"x-request-id", "openai-processing-ms", "x-ratelimit-remaining-requests"} <= headers.keys()
    assert headers["x-request-id"] != _post(upstream).headers["x-request-id"]


def test_fewer_more_and_equal_pictures_come_when_told_so(upstream: FakeUpstream) -> None:
    def draw(prompt: str, n: int) -> list[str]:
        return [picture["b64_json"] for picture in _post(upstream, prompt=prompt, n=n).json()["data"]]

    assert (len(draw("[few]", 3)), len(draw("[twice]", 1)), len(draw("[empty]", 2))) == (2, 2, 0)
    assert len(set(draw("a fox", 2))) == 2
    assert (len(draw("[duplicate]", 3)), len(set(draw("[duplicate]", 3)))) == (3, 1)
