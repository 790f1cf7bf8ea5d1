"""Google's envelope of errors: which status and which words for which error of the core."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from pinxit.core import errors
from pinxit.dialects.profiles import Refusal, choose_wait, own, tell, write_wait
from pinxit.dialects.wire import clean

_TYPE = "type.googleapis.com/google.rpc."
_DOMAIN = "googleapis.com"
_UPPER = re.compile(r"(?<=[a-z0-9])([A-Z])")

_BAD_KEY = "API key not valid. Please pass a valid API key."
_NO_KEY = (
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other "
    "form of API consumer identity to call this API: send it in the header `x-goog-api-key`."
)
NO_KEY_CODE = "missing_api_key"
"""The code of an Unauthenticated error that says that no key was sent at all."""

# Fields of the core's request, where one of them is to blame, in the names of this dialect.
_FIELDS = {
    "prompt": "contents",
    "image": "contents",
    "mask": "contents",
    "n": "generation_config.candidate_count",
    "size": "generation_config.image_config",
    "output_format": "generation_config.image_config.output_mime_type",
    "output_compression": "generation_config.image_config.output_compression_quality",
    "seed": "generation_config.seed",
}


@dataclass(frozen=True, slots=True)
class Words:
    """An HTTP status, Google's name of it, the reason of its ErrorInfo, and the code that interactions have for it."""

    status: int
    name: str
    reason: str | None
    code: str


_INVALID = Words(400, "INVALID_ARGUMENT", None, "invalid_request")

# The nearest class on the way up an error's own tree decides.
_TABLE: dict[type[errors.PinxitError], Words] = {
    errors.PinxitError: Words(500, "INTERNAL", None, "internal_error"),
    errors.InvalidRequest: _INVALID,
    errors.UnknownModel: Words(404, "NOT_FOUND", None, "not_found"),
    errors.Unsupported: _INVALID,
    errors.SourceUnavailable: _INVALID,
    errors.Blocked: Words(400, "INVALID_ARGUMENT", "CONTENT_BLOCKED", "content_blocked"),
    errors.RequestTooLarge: Words(413, "INVALID_ARGUMENT", "REQUEST_TOO_LARGE", "request_too_large"),
    errors.RequestTooSlow: Words(408, "DEADLINE_EXCEEDED", "REQUEST_TOO_SLOW", "deadline_exceeded"),
    errors.Unauthenticated: Words(400, "INVALID_ARGUMENT", "API_KEY_INVALID", "invalid_api_key"),
    errors.KeyReused: Words(422, "INVALID_ARGUMENT", "IDEMPOTENCY_KEY_REUSED", "invalid_request"),
    errors.Forbidden: Words(403, "PERMISSION_DENIED", "PERMISSION_DENIED", "permission_denied"),
    errors.BudgetSpent: Words(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "quota_exceeded"),
    errors.Cancelled: Words(499, "CANCELLED", None, "cancelled"),
    errors.NotFound: Words(404, "NOT_FOUND", None, "not_found"),
    errors.MethodNotAllowed: Words(405, "UNIMPLEMENTED", "METHOD_NOT_ALLOWED", "method_not_allowed"),
    errors.UnsupportedMedia: Words(415, "INVALID_ARGUMENT", "UNSUPPORTED_MEDIA_TYPE", "unsupported_media_type"),
    errors.Overloaded: Words(429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED", "rate_limit_exceeded"),
    errors.UpstreamAway: Words(503, "UNAVAILABLE", "UPSTREAM_AWAY", "unavailable"),
    errors.Stopping: Words(503, "UNAVAILABLE", "SERVER_STOPPING", "unavailable"),
    errors.EngineFailed: Words(500, "INTERNAL", None, "internal_error"),
    errors.UpstreamFailed: Words(502, "UNAVAILABLE", "UPSTREAM_FAILED", "unavailable"),
    errors.UpstreamTimeout: Words(504, "DEADLINE_EXCEEDED", "UPSTREAM_TIMEOUT", "deadline_exceeded"),
    errors.UpstreamDenied: Words(502, "INTERNAL", "UPSTREAM_DENIED", "internal_error"),
    errors.MemoryShort: Words(503, "UNAVAILABLE", "OUT_OF_MEMORY", "unavailable"),
    errors.EngineMissing: Words(501, "UNIMPLEMENTED", "ENGINE_MISSING", "unimplemented"),
    errors.StorageAway: Words(503, "UNAVAILABLE", "STORAGE_UNAVAILABLE", "unavailable"),
    errors.ConfigurationError: Words(500, "INTERNAL", None, "internal_error"),
}
_MISSING = Words(403, "PERMISSION_DENIED", "API_KEY_MISSING", "permission_denied")


def write_error(error: Exception, allow: str | None = None) -> Refusal:
    """Any exception as `{"error": {"code", "message", "status", "details"}}`.

    What is not a PinxitError is a fault of ours: 500, and its text stays in the log. `allow` is 405's list of verbs.
    """
    error = own(error)
    words = find_words(error)
    body: dict[str, Any] = {"code": words.status, "message": choose_message(error), "status": words.name}
    if details := list_details(error, words):
        body["details"] = details
    return Refusal(words.status, orjson.dumps({"error": body}), choose_headers(error, allow))


def find_words(error: errors.PinxitError) -> Words:
    """The row of the table for an error."""
    if isinstance(error, errors.Unauthenticated) and error.code == NO_KEY_CODE:
        return _MISSING
    return next(_TABLE[kind] for kind in type(error).__mro__ if kind in _TABLE)


def choose_message(error: errors.PinxitError) -> str:
    """What the caller reads."""
    if isinstance(error, errors.Unauthenticated):
        return _NO_KEY if error.code == NO_KEY_CODE else _BAD_KEY
    return clean(tell(error))


def list_details(error: errors.PinxitError, words: Words, fields: Mapping[str, str] = _FIELDS) -> list[dict[str, Any]]:
    """The typed objects beside a message: what is wrong with which field, why, and when to come back.

    `fields` are names of the core's fields in the message that the error is about.
    """
    details: list[dict[str, Any]] = []
    if words.reason is not None:
        info: dict[str, Any] = {"@type": f"{_TYPE}ErrorInfo", "reason": words.reason, "domain": _DOMAIN}
        if isinstance(error, errors.Unauthenticated):
            info["metadata"] = {"service": "generativelanguage.googleapis.com"}
        details.append(info)
    if words.status == 400 and error.param is not None:
        field = _UPPER.sub(lambda match: f"_{match[1].lower()}", fields.get(error.param, error.param))
        violation = {"field": clean(field), "description": choose_message(error)}
        details.append({"@type": f"{_TYPE}BadRequest", "fieldViolations": [violation]})
    if isinstance(error, errors.Overloaded):
        details.append(
            {"@type": f"{_TYPE}RetryInfo", "retryDelay": f"{choose_wait(error):.3f}".rstrip("0").rstrip(".") + "s"}
        )
    return details


def choose_headers(error: errors.PinxitError, allow: str | None = None) -> dict[str, str]:
    """The headers that go with an error."""
    headers = write_wait(error)
    if allow is not None:
        headers["allow"] = allow
    return headers
