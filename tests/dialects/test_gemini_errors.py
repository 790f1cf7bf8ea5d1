"""Errors of the core in Google's envelope, and in that of the interactions."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from pinxit.core import errors
from pinxit.dialects.gemini import interactions
from pinxit.dialects.gemini.errors import NO_KEY_CODE, write_error
from pinxit.dialects.gemini.interaction_resources import write_failure
from pinxit.dialects.gemini.messages import read_message
from pinxit.dialects.gemini.models import ErrorEnvelope, InteractionErrorEnvelope

_TYPE = "type.googleapis.com/google.rpc."


def _tell(error: Exception) -> dict[str, Any]:
    refusal = write_error(error)
    told = read_message(ErrorEnvelope, refusal.body).error
    assert told.code == refusal.status
    body: dict[str, Any] = orjson.loads(refusal.body)["error"]
    return body


def _detail(body: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(detail for detail in body["details"] if detail["@type"] == _TYPE + kind)


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (errors.InvalidRequest("x"), 400, "INVALID_ARGUMENT"),
        (errors.Unsupported("x"), 400, "INVALID_ARGUMENT"),
        (errors.SourceUnavailable("x"), 400, "INVALID_ARGUMENT"),
        (errors.Blocked("x"), 400, "INVALID_ARGUMENT"),
        (errors.UnknownModel("x", param="model"), 404, "NOT_FOUND"),
        (errors.NotFound("x"), 404, "NOT_FOUND"),
        (errors.MethodNotAllowed("x"), 405, "UNIMPLEMENTED"),
        (errors.RequestTooLarge("x"), 413, "INVALID_ARGUMENT"),
        (errors.RequestTooSlow("x"), 408, "DEADLINE_EXCEEDED"),
        (errors.UnsupportedMedia("x"), 415, "INVALID_ARGUMENT"),
        (errors.Overloaded("x", retry_after=3), 429, "RESOURCE_EXHAUSTED"),
        (errors.EngineFailed("x"), 500, "INTERNAL"),
        (errors.EngineMissing("x"), 501, "UNIMPLEMENTED"),
        (errors.MemoryShort("x"), 503, "UNAVAILABLE"),
        (errors.PinxitError("x"), 500, "INTERNAL"),
    ],
)
def test_every_error_has_its_status_and_googles_name_of_it(error: Exception, code: int, status: str) -> None:
    body = _tell(error)
    assert (body["code"], body["status"], body["message"]) == (code, status, "x")


def test_a_wrong_key_is_400_with_the_reason_that_clients_look_for() -> None:
    body = _tell(errors.Unauthenticated("The API key is wrong or revoked."))
    assert (body["code"], body["status"]) == (400, "INVALID_ARGUMENT")
    assert body["message"] == "API key not valid. Please pass a valid API key."
    info = _detail(body, "ErrorInfo")
    assert (info["reason"], info["domain"]) == ("API_KEY_INVALID", "googleapis.com")
    assert info["metadata"] == {"service": "generativelanguage.googleapis.com"}


def test_a_missing_key_is_403() -> None:
    body = _tell(errors.Unauthenticated("No API key was sent.", code=NO_KEY_CODE))
    assert (body["code"], body["status"]) == (403, "PERMISSION_DENIED")
    assert "unregistered callers" in body["message"]


def test_a_full_queue_says_when_to_come_back_in_the_body_and_in_headers() -> None:
    error = errors.Overloaded("x", retry_after=2.5)
    assert _detail(_tell(error), "RetryInfo")["retryDelay"] == "2.5s"
    assert write_error(error).headers == {"retry-after": "3", "retry-after-ms": "2500"}
    assert _detail(_tell(errors.Overloaded("x", retry_after=9999)), "RetryInfo")["retryDelay"] == "120s"


@pytest.mark.parametrize(
    ("param", "field"),
    [
        ("generationConfig.imageConfig.aspectRatio", "generation_config.image_config.aspect_ratio"),
        ("contents[0].parts[1].inlineData.data", "contents[0].parts[1].inline_data.data"),
        ("prompt", "contents"),
        ("output_format", "generation_config.image_config.output_mime_type"),
    ],
)
def test_the_field_to_blame_is_named_as_google_names_it(param: str, field: str) -> None:
    violations = _detail(_tell(errors.InvalidRequest("Wrong.", param=param)), "BadRequest")["fieldViolations"]
    assert violations == [{"field": field, "description": "Wrong."}]


def test_a_fault_of_ours_tells_nothing_of_its_inside() -> None:
    assert "secret" not in write_error(RuntimeError("secret detail")).body.decode()
    assert "secret" not in write_error(errors.ConfigurationError("secret path")).body.decode()


def test_half_a_surrogate_pair_in_a_message_breaks_nothing() -> None:
    assert _tell(errors.InvalidRequest("a \ud83d b", param="c\ud83d"))["message"] == "a ? b"


def test_a_wrong_verb_is_told_the_right_ones() -> None:
    assert write_error(errors.MethodNotAllowed("x"), "GET").headers["allow"] == "GET"


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (errors.InvalidRequest("x", param="prompt"), 400, "invalid_request"),
        (errors.UnknownModel("x"), 404, "not_found"),
        (errors.Overloaded("x", retry_after=1), 429, "rate_limit_exceeded"),
        (errors.EngineFailed("x"), 500, "internal_error"),
        (RuntimeError("secret"), 500, "internal_error"),
    ],
)
def test_interactions_have_words_as_codes(error: Exception, status: int, code: str) -> None:
    refusal = interactions.write_error(error)
    told = read_message(InteractionErrorEnvelope, refusal.body).error
    assert (refusal.status, told.code) == (status, code)
    assert b"secret" not in refusal.body


def test_interactions_name_their_own_fields() -> None:
    body = orjson.loads(interactions.write_error(errors.InvalidRequest("x", param="prompt")).body)
    assert body["error"]["details"][0]["fieldViolations"][0]["field"] == "input"


def test_an_error_in_the_middle_of_a_streamed_interaction_is_an_event() -> None:
    lines = write_failure(errors.EngineFailed("x")).decode().split("\n")
    assert lines[0] == "event: error"
    assert orjson.loads(lines[1].removeprefix("data: ")) == {
        "event_type": "error",
        "error": {"code": "internal_error", "message": "x"},
    }
