from __future__ import annotations

import json
from typing import Any

import pytest

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, Format, Quality, Size
from pinxit.dialects.openai import Generation, read_credential, read_generation, write_ignored


def _read(**fields: Any) -> Generation:
    return read_generation(json.dumps({"model": "auto", "prompt": "a fox", **fields}).encode())


def test_the_seeds_three_fields_are_enough() -> None:
    asked = read_generation(b'{"model": "gemini-2.5-flash-image", "prompt": "a fox", "size": "16:9"}')
    assert asked.request.model == "gemini-2.5-flash-image"
    assert asked.request.size == Size(1344, 768)
    assert asked.size_said == "16:9"
    assert not asked.ignored


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
    assert _read(style="vivid", moderation="low").ignored == ("style", "moderation")


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
        ("size", "99999x99999", "4096"),
        ("n", 0, "1 to 10"),
        ("n", 11, "1 to 10"),
        ("n", True, "not true"),
        ("n", "2", "not the string '2'"),
        ("n", 1.5, "a whole number"),
        ("n", 10**30, "1 to 10"),
        ("n", [], "not a list"),
        ("quality", "ultra", "low, medium, high or auto"),
        ("quality", {}, "not an object"),
        ("output_format", "gif", "png, jpeg or webp"),
        ("output_format", 1, "png, jpeg or webp"),
        ("output_compression", 101, "0 to 100"),
        ("output_compression", False, "0 to 100"),
        ("background", "blue", "transparent, opaque or auto"),
        ("seed", -1, "2^63"),
        ("seed", 2**63, "2^63"),
        ("seed", True, "2^63"),
        ("user", 5, "a string"),
        ("user", "x" * 513, "512"),
        ("response_format", "url", "b64_json"),
        ("response_format", "png", "b64_json"),
        ("stream", True, "false"),
        ("stream", 1, "false"),
        ("stream", 0, "false"),
        ("stream", "false", "false"),
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
        _read(background="transparent", output_format="jpeg")
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
    assert read_generation(body).ignored == ("deep",)


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
