from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from pinxit.core import errors
from pinxit.core.engine import ModelCard
from pinxit.core.images import Format, ImageRequest, Picture, Size
from pinxit.core.studio import ImageResult
from pinxit.core.tokens import count_usage
from pinxit.dialects.openai import Manner, write_images, write_models
from pinxit.dialects.profiles import Profile, choose_profile, write_error


def _result(*datas: bytes, description: str = "A fox.", transparent: bool = False) -> ImageResult:
    pictures = tuple(
        Picture(number, data, Size(1344, 768), Format.PNG, 0, description, transparent=transparent)
        for number, data in enumerate(datas)
    )
    request = ImageRequest(model="auto", prompt="a fox")
    return ImageResult(request, pictures, "fake", "pinxit-fake", count_usage("a fox", pictures))


def _write(result: ImageResult, said: str | None = None, profile: Profile = Profile.SEED) -> dict[str, Any]:
    answer = write_images(result, Manner(profile, said), 1_762_156_444.807)
    body = b"".join(answer.pieces)
    assert len(body) == answer.length
    written: dict[str, Any] = json.loads(body)
    return written


def test_the_answer_has_every_field_of_the_seed() -> None:
    assert _write(_result(b"abcd"), "16:9") == {
        "created": 1762156444807,
        "data": [{"b64_json": base64.b64encode(b"abcd").decode(), "revised_prompt": "A fox."}],
        "output_format": "png",
        "quality": "high",
        "background": "opaque",
        "size": "16:9",
        "usage": {
            "input_tokens": 2,
            "input_tokens_details": {"image_tokens": 0, "text_tokens": 2},
            "output_tokens": 1290,
            "total_tokens": 1292,
        },
    }


def test_openais_profile_counts_seconds() -> None:
    assert _write(_result(b"abcd"), profile=Profile.OPENAI)["created"] == 1762156444


def test_a_size_left_to_the_prompt_is_answered_with_what_was_made() -> None:
    assert _write(_result(b"abcd"))["size"] == "16:9"
    assert _write(_result(b"abcd"), profile=Profile.OPENAI)["size"] == "1344x768"


def test_transparency_is_told_as_it_came_out() -> None:
    assert _write(_result(b"abcd", transparent=True))["background"] == "transparent"


@pytest.mark.parametrize("count", [1, 2, 10])
@pytest.mark.parametrize("length", [0, 1, 2, 3, 1000])
def test_any_number_and_length_of_pictures_makes_valid_json_of_the_length_told(count: int, length: int) -> None:
    written = _write(_result(*[bytes([number]) * length for number in range(count)]))
    assert [base64.b64decode(entry["b64_json"]) for entry in written["data"]] == [
        bytes([number]) * length for number in range(count)
    ]
    assert written["usage"]["output_tokens"] == 1290 * count


def test_a_description_with_quotes_and_broken_characters_cannot_break_the_answer() -> None:
    written = _write(_result(b"x", description='A sign: "OPEN"\n\ud800'))
    assert written["data"][0]["revised_prompt"] == 'A sign: "OPEN"\n?'


def test_models_have_openais_shape_and_aliases_say_who_serves_them() -> None:
    card = ModelCard("pinxit-x", "X", created=5)
    assert json.loads(write_models({"pinxit-x": card, "auto": card})) == {
        "object": "list",
        "data": [
            {"id": "pinxit-x", "object": "model", "created": 5, "owned_by": "pinxit"},
            {"id": "auto", "object": "model", "created": 5, "owned_by": "pinxit", "served_by": "pinxit-x"},
        ],
    }


def test_official_clients_are_known_by_their_headers_and_a_setting_fixes_either() -> None:
    official = {"x-stainless-lang": "python"}
    assert choose_profile(official, "auto") is Profile.OPENAI
    assert choose_profile({"user-agent": "curl"}, "auto") is Profile.SEED
    assert choose_profile(official, "seed") is Profile.SEED
    assert choose_profile({}, "openai") is Profile.OPENAI


def test_the_seed_names_an_error_by_its_status() -> None:
    refusal = write_error(errors.Unauthenticated("whatever"), Profile.SEED)
    assert refusal.status == 401
    assert json.loads(refusal.body)["error"] == {
        "message": "Invalid signature",
        "type": "401",
        "code": "invalid_api_key",
        "param": None,
    }


@pytest.mark.parametrize(
    ("error", "status", "kind", "code"),
    [
        (errors.InvalidRequest("m"), 400, "invalid_request_error", "invalid_value"),
        (errors.InvalidRequest("m", code="special"), 400, "invalid_request_error", "special"),
        (errors.Unauthenticated("m"), 401, "invalid_request_error", "invalid_api_key"),
        (errors.UnknownModel("m"), 404, "invalid_request_error", "model_not_found"),
        (errors.NotFound("m"), 404, "invalid_request_error", "not_found"),
        (errors.MethodNotAllowed("m"), 405, "invalid_request_error", "method_not_allowed"),
        (errors.RequestTooSlow("m"), 408, "invalid_request_error", "request_timeout"),
        (errors.RequestTooLarge("m"), 413, "invalid_request_error", "request_too_large"),
        (errors.UnsupportedMedia("m"), 415, "invalid_request_error", "unsupported_media_type"),
        (errors.Overloaded("m", retry_after=1), 429, "rate_limit_error", "rate_limit_exceeded"),
        (errors.EngineFailed("m"), 500, "server_error", "engine_failed"),
        (errors.EngineMissing("m"), 501, "server_error", "engine_missing"),
        (errors.MemoryShort("m"), 503, "server_error", "out_of_memory"),
    ],
)
def test_each_error_has_its_status_and_words(error: errors.PinxitError, status: int, kind: str, code: str) -> None:
    refusal = write_error(error, Profile.OPENAI)
    told = json.loads(refusal.body)["error"]
    assert (refusal.status, told["type"], told["code"], told["message"]) == (status, kind, code, "m")
    assert json.loads(write_error(error, Profile.SEED).body)["error"]["type"] == str(status)


def test_every_error_of_the_tree_is_in_the_table() -> None:
    def below(kind: type[errors.PinxitError]) -> set[type[errors.PinxitError]]:
        return {kind}.union(*map(below, kind.__subclasses__()))

    ours = {kind for kind in below(errors.PinxitError) if kind.__module__ == errors.__name__}
    from pinxit.dialects import profiles

    assert ours == set(profiles._TABLE)


def test_a_fault_of_ours_tells_no_detail() -> None:
    for error in (RuntimeError("secret"), errors.ConfigurationError("/secret/path")):
        refusal = write_error(error, Profile.OPENAI)
        assert refusal.status == 500
        assert b"secret" not in refusal.body


@pytest.mark.parametrize(("wait", "seconds"), [(0.2, "1"), (1.0, "1"), (1.5, "2"), (9999, "120"), (-5, "1")])
def test_a_full_queue_says_when_to_come_back_and_never_so_late_that_clients_give_up(wait: float, seconds: str) -> None:
    assert write_error(errors.Overloaded("m", retry_after=wait), Profile.SEED).headers["retry-after"] == seconds


def test_a_message_that_json_cannot_carry_is_mended() -> None:
    assert json.loads(write_error(errors.EngineFailed("\ud800"), Profile.SEED).body)["error"]["message"] == "?"
    assert (
        json.loads(write_error(errors.InvalidRequest("m", param="\ud800"), Profile.SEED).body)["error"]["param"] == "?"
    )
