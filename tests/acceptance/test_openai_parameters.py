"""Every parameter of OpenAI's newest client is honoured, or refused by its name: none is ignored in silence."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import openai
import pytest
from openai.resources.images import Images

from acceptance.pictures import draw_png, look_at

_ASK: dict[str, Any] = {"model": "auto", "prompt": "a fox", "size": "64x64"}
_PLAIN = "pinxit-fake-plain"  # makes three sizes, takes no pictures and has no options


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"quality": "xhigh"}, {"quality": "xhigh"}),
        ({"quality": "max"}, {"quality": "max"}),
        ({"quality": "standard"}, {"quality": "medium"}),
        ({"background": "auto"}, {"background": "opaque"}),
        ({"complexity": "low"}, {}),
        ({"style": "natural"}, {}),
        ({"moderation": "low"}, {}),
        ({"output_format": "gif", "frame_duration_ms": 15}, {"output_format": "gif"}),
        ({"output_format": "jpeg", "output_compression": 30}, {"output_format": "jpeg"}),
        ({"size": "1024*512"}, {"size": "1024x512"}),
        ({"size": None, "n": None, "quality": None}, {"quality": "high"}),
        ({"response_format": "b64_json"}, {}),
        ({"partial_images": 0}, {}),
        ({"extra_body": {"steps": 7}}, {}),
        ({"extra_body": {"n": 2.0}}, {}),
    ],
    ids=str,
)
def test_a_parameter_is_honoured(client: openai.OpenAI, wish: dict[str, Any], told: dict[str, str]) -> None:
    raw = client.images.with_raw_response.generate(**{**_ASK, **wish})
    answer = raw.parse()
    assert answer.data
    assert {name: getattr(answer, name) for name in told} == told
    assert "x-pinxit-ignored" not in raw.headers


@pytest.mark.parametrize(
    ("wish", "param"),
    [
        ({"svg": {"model": "some"}}, "svg"),
        ({"output_format": "svg", "svg": {"reasoning": {"effort": "low"}}}, "svg"),
        ({"output_format": "svg", "n": 2}, "n"),
        ({"output_format": "svg", "stream": True}, "stream"),
        ({"output_format": "gif", "stream": True}, "stream"),
        ({"output_format": "gif", "output_compression": 50}, "output_compression"),
        ({"output_format": "gif", "background": "transparent"}, "background"),
        ({"output_format": "gif", "frame_count": 17}, "frame_count"),
        ({"output_format": "gif", "frame_duration_ms": 655_360}, "frame_duration_ms"),
        ({"frame_duration_ms": 100}, "frame_duration_ms"),
        ({"partial_images": 2}, "partial_images"),
        ({"complexity": "some"}, "complexity"),
        ({"moderation": "high"}, "moderation"),
        ({"style": "oil"}, "style"),
        ({"user": "x" * 513}, "user"),
        ({"safety_identifier": "x" * 513}, "safety_identifier"),
        ({"size": "1:1", "extra_body": {"aspect_ratio": "16:9"}}, "size"),
        ({"extra_body": {"resolution": "8K"}}, "resolution"),
        ({"extra_body": {"steps": 500}}, "steps"),
        ({"extra_body": {"n": "2"}}, "n"),
        ({"model": _PLAIN, "complexity": "low"}, "complexity"),
        ({"model": _PLAIN, "style": "vivid"}, "style"),
        ({"model": _PLAIN, "quality": "max"}, "quality"),
        ({"model": _PLAIN, "output_format": "gif"}, "output_format"),
        ({"model": _PLAIN, "size": "500x300", "extra_body": {"strict": True}}, "size"),
    ],
    ids=str,
)
def test_a_parameter_is_refused_by_its_name(client: openai.OpenAI, wish: dict[str, Any], param: str) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.generate(**{**_ASK, **wish})
    assert refusal.value.param
    assert refusal.value.param.partition(".")[0] == param


@pytest.mark.parametrize(
    ("wish", "param"),
    [
        ({"markup": draw_png(alpha=100)}, "markup"),
        ({"svg": {"model": "some"}}, "svg"),
        ({"output_format": "gif", "mask": draw_png(alpha=0)}, "mask"),
        ({"input_fidelity": "some"}, "input_fidelity"),
        ({"model": _PLAIN}, "image"),
        ({"image": []}, "image"),
        ({"image": b""}, "image"),
        ({"prompt": ""}, "prompt"),
    ],
    ids=["markup", "svg", "a masked gif", "fidelity", "a model without eyes", "no list", "no bytes", "no words"],
)
def test_a_parameter_of_an_edit_is_refused_by_its_name(client: openai.OpenAI, wish: dict[str, Any], param: str) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.edit(**{**_ASK, "image": draw_png(), **wish})
    assert refusal.value.param
    assert refusal.value.param.partition(".")[0] == param


def test_an_edit_over_the_limit_is_413(client: openai.OpenAI) -> None:
    with pytest.raises(openai.APIStatusError) as refusal:
        client.images.edit(**_ASK, image=draw_png() + bytes(2**21))
    assert (refusal.value.status_code, refusal.value.code) == (413, "request_too_large")


def test_a_size_that_the_model_does_not_make_is_fitted_and_both_are_told(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(model=_PLAIN, prompt="a fox", size="500x300")
    answer = raw.parse()
    assert look_at((answer.data or [])[0].b64_json).size == (500, 300)
    assert answer.size == "500x300"
    assert (raw.headers["x-pinxit-requested-size"], raw.headers["x-pinxit-native-size"]) == ("500x300", "1536x1024")


def test_what_nobody_reads_is_named(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(**_ASK, extra_body={"negative_prompt": "cats"})
    assert raw.headers["x-pinxit-ignored"] == "negative_prompt"


@pytest.mark.parametrize(
    ("method", "page", "kind"),
    [
        (Images.generate, "generations", "application/json"),
        (Images.edit, "edits", "multipart/form-data"),
        (Images.create_variation, "variations", "multipart/form-data"),
    ],
)
def test_no_parameter_of_the_client_is_missing_from_the_servers_own_document(
    client: openai.OpenAI, method: Callable[..., Any], page: str, kind: str
) -> None:
    """A newer client may have more of them: then this says which."""
    root = client.with_options(base_url=str(client.base_url).removesuffix("/v1/"))
    document: Any = root.get("/openapi.json", cast_to=object)
    schema = document["paths"][f"/v1/images/{page}"]["post"]["requestBody"]["content"][kind]["schema"]
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    asked = set(inspect.signature(inspect.unwrap(method)).parameters)
    assert asked - schema["properties"].keys() == {"self", "extra_headers", "extra_query", "extra_body", "timeout"}
