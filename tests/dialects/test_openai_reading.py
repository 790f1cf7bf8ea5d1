from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from pinxit.core.engine import ModelCard, Span
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, Format, Quality, Size, Source
from pinxit.core.sources import Link
from pinxit.dialects.openai import Asked, read_credential, read_generation, write_ignored

_CARD = ModelCard(name="m", title="A model", options={"steps": Span(1, 50)})


def _read(**fields: Any) -> Asked:
    return read_generation(json.dumps({"model": "auto", "prompt": "a fox", **fields}).encode())


def test_the_seeds_three_fields_are_enough() -> None:
    asked = read_generation(b'{"model": "gemini-2.5-flash-image", "prompt": "a fox", "size": "16:9"}')
    assert asked.request.model == "gemini-2.5-flash-image"
    assert asked.request.size == Size(1344, 768)
    assert asked.size_said == "16:9"
    assert not asked.ignored(_CARD)


def test_absent_fields_and_null_mean_the_same_defaults() -> None:
    nulls = dict.fromkeys(
        "size n quality output_format output_compression background seed user response_format stream".split()
    )
    assert _read(**nulls) == _read()
    request = _read().request
    assert (request.n, request.quality, request.format, request.background) == (
        1,
        Quality.HIGH,
        Format.PNG,
        Background.AUTO,
    )
    assert request.size is None
    assert request.seed is None


def test_every_extension_is_read() -> None:
    request = _read(
        n=3,
        quality="low",
        output_format="webp",
        output_compression=70,
        background="transparent",
        seed=7,
        user="u-1",
        response_format="b64_json",
        stream=False,
    ).request
    assert (request.n, request.quality, request.format, request.compression) == (3, Quality.LOW, Format.WEBP, 70)
    assert (request.background, request.seed, request.user) == (Background.TRANSPARENT, 7, "u-1")


@pytest.mark.parametrize(("said", "echo"), [("16:9", "16:9"), ("800X600", "800x600"), (" 800*600 ", "800x600")])
def test_a_size_is_echoed_as_it_was_asked_for(said: str, echo: str) -> None:
    assert _read(size=said).size_said == echo


@pytest.mark.parametrize("said", ["auto", None])
def test_auto_has_no_echo(said: str | None) -> None:
    assert _read(size=said).size_said is None


def test_quality_auto_is_high() -> None:
    assert _read(quality="auto").request.quality is Quality.HIGH


def test_a_whole_number_may_be_written_with_a_point() -> None:
    assert _read(n=2.0).request.n == 2


def test_the_largest_seed_is_kept_exactly() -> None:
    assert _read(seed=2**63 - 1).request.seed == 2**63 - 1


def test_unknown_fields_are_ignored_and_named() -> None:
    assert _read(mood="blue", steps=4, tags=["x"]).ignored(_CARD) == ("mood", "tags")


def test_a_field_that_the_model_knows_becomes_its_option() -> None:
    request = _read(mood="blue", steps=4).with_pictures(_CARD, (), None)
    assert request.options == (("steps", 4),)


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert read_generation(b'\xef\xbb\xbf{"model":"auto","prompt":"x"}').request.prompt == "x"


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [
        ("model", 5, "a string"),
        ("model", "  ", "Name a model"),
        ("prompt", ["a fox"], "a string"),
        ("prompt", "", "what the picture should show"),
        ("prompt", "x" * 32_001, "32,000"),
        ("size", "16;9", "16:9"),
        ("size", 1024, "1024x1024"),
        ("size", "99999x99999", "12288"),
        ("n", 0, "1 to 10"),
        ("n", 11, "1 to 10"),
        ("n", True, "not true"),
        ("n", "2", "not the string '2'"),
        ("n", 1.5, "a whole number"),
        ("n", 10**30, "1 to 10"),
        ("n", [], "not an empty list"),
        ("quality", "ultra", "low, medium, high, xhigh, max, standard, hd or auto"),
        ("quality", {}, "not an object"),
        ("output_format", "bmp", "png, jpeg, webp, gif or svg"),
        ("output_format", 1, "png, jpeg, webp, gif or svg"),
        ("output_compression", 101, "0 to 100"),
        ("output_compression", False, "0 to 100"),
        ("background", "blue", "transparent, opaque or auto"),
        ("seed", -1, "2^63"),
        ("seed", 2**63, "2^63"),
        ("seed", True, "2^63"),
        ("user", 5, "a string"),
        ("user", "x" * 513, "512"),
        ("response_format", "png", "b64_json"),
        ("stream", 1, "true or false"),
        ("stream", 0, "true or false"),
        ("stream", "false", "true or false"),
        ("partial_images", 4, "0 to 3"),
        ("partial_images", 2, "stream"),
        ("frame_count", 17, "2 to 16"),
        ("frame_count", 3, "gif"),
        ("frame_duration_ms", 5, "10 to 655350"),
        ("complexity", "extreme", "low, medium or high"),
        ("style", "wild", "vivid or natural"),
        ("svg", "yes", "an object"),
        ("svg", {"model": "x"}, "output_format svg"),
        ("aspect_ratio", "7:3", "21:9"),
        ("resolution", "8K", "4K"),
        ("safety_identifier", 5, "a string"),
    ],
)
def test_a_wrong_field_is_named_and_told_what_is_right(field: str, value: object, right: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _read(**{field: value})
    assert refusal.value.param == field
    assert right in refusal.value.message


@pytest.mark.parametrize("field", ["model", "prompt"])
def test_a_missing_field_is_named(field: str) -> None:
    for body in ({"model": "auto", "prompt": "x"} | {field: None}, {"model": "auto", "prompt": "x"}):
        with pytest.raises(InvalidRequest) as refusal:
            read_generation(
                json.dumps({name: body[name] for name in body if name != field or body[name] is None}).encode()
            )
        assert (refusal.value.param, refusal.value.code) == (field, "missing_required_parameter")


def test_transparent_jpeg_is_refused() -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _ = _read(background="transparent", output_format="jpeg").request
    assert refusal.value.param == "background"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"a fox"',
        b"7",
        b'{"prompt": NaN}',
        b'{"n": 1e999}',
        b'{"prompt": "\xff"}',
        b'{"prompt": "\\ud800"}',
        b"[" * 100_000,
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
        b"{'prompt': 'x'}",
    ],
    ids=lambda body: repr(body[:14]),
)
def test_what_is_no_json_object_is_refused(body: bytes) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_generation(body)
    assert refusal.value.code == "invalid_json"
    assert len(refusal.value.message) < 300


def test_deep_nesting_in_a_field_that_nobody_reads_does_no_harm() -> None:
    body = b'{"model":"auto","prompt":"x","deep":' + b"[" * 900 + b"]" * 900 + b"}"
    assert read_generation(body).ignored(_CARD) == ("deep",)


def test_deep_nesting_in_a_field_that_is_read_is_refused_calmly() -> None:
    with pytest.raises(InvalidRequest, match="not a list"):
        read_generation(b'{"model":"auto","prompt":' + b"[" * 900 + b"]" * 900 + b"}")


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer sk-1"},
        {"authorization": "bearer  sk-1"},
        {"authorization": "BEARER sk-1 "},
        {"authorization": "sk-1"},
        {"api-key": "sk-1"},
        {"x-api-key": "sk-1"},
        {"authorization": "", "x-api-key": "sk-1"},
        {"authorization": "Bearer ", "api-key": "sk-1"},
        {"authorization": "sk-1", "api-key": "sk-2"},
    ],
)
def test_a_key_is_found_wherever_clients_put_it(headers: dict[str, str]) -> None:
    assert read_credential(headers) == "sk-1"


@pytest.mark.parametrize("headers", [{}, {"authorization": ""}, {"authorization": "Bearer"}, {"authorization": " "}])
def test_no_key_is_none(headers: dict[str, str]) -> None:
    assert read_credential(headers) is None


def test_ignored_names_are_safe_in_a_header() -> None:
    assert write_ignored(["style", "a\r\nb", "ключ"]) == "style, a%0D%0Ab, %D0%BA%D0%BB%D1%8E%D1%87"
    assert write_ignored([f"f{number}" for number in range(20)]).endswith("f15, and 4 more")


def test_pictures_in_the_prompt_do_not_count_as_its_characters() -> None:
    packed = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(60_000)).decode()
    asked = _read(prompt=f"data:image/png;base64,{packed} , https://example.com/a.png. Put them beside each other")
    assert [type(reference) for reference in asked.references] == [Source, Link]
    assert asked.wish["prompt"] == "Put them beside each other"


def test_links_alone_ask_for_a_variation() -> None:
    assert _read(prompt="https://example.com/a.png").wish["prompt"] == ""


def test_an_ignored_field_without_a_name_leaves_a_header_that_can_be_sent() -> None:
    told = write_ignored(["a", "", " "])
    assert told == told.strip()
    assert told == 'a, "", ""'
