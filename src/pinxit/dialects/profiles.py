"""Two manners of speaking one dialect: the seed's and OpenAI's. They differ in the clock and in the words of errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson

from pinxit.core import errors
from pinxit.dialects.wire import clean


class Profile(StrEnum):
    """SEED counts milliseconds and names errors by their status; OPENAI counts seconds and uses OpenAI's words."""

    SEED = "seed"
    OPENAI = "openai"


def choose_profile(headers: Mapping[str, str], setting: str) -> Profile:
    """The profile that a setting fixes; with `auto`, OpenAI's for its official clients, which send x-stainless-*."""
    if setting != "auto":
        return Profile(setting)
    stainless = any(name.startswith("x-stainless-") for name in headers)
    return Profile.OPENAI if stainless else Profile.SEED


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error as it goes out: a status, the body's bytes and headers."""

    status: int
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Words:
    status: int
    type: str
    code: str
    retry: bool | None = None
    """What official clients are told by x-should-retry where the status alone would tell them wrong."""


_INVALID = "invalid_request_error"

# The nearest class on the way up an error's own tree decides.
_TABLE: dict[type[errors.PinxitError], _Words] = {
    errors.PinxitError: _Words(500, "server_error", "internal_error"),
    errors.InvalidRequest: _Words(400, _INVALID, "invalid_value"),
    errors.UnknownModel: _Words(404, _INVALID, "model_not_found"),
    errors.Unsupported: _Words(400, _INVALID, "unsupported_value"),
    errors.SourceUnavailable: _Words(400, _INVALID, "invalid_image_url"),
    # A 400, not the 5xx that some gateways make of it: official clients would send the same prompt again and again.
    errors.Blocked: _Words(400, "image_generation_user_error", "moderation_blocked"),
    errors.NoPicture: _Words(400, "image_generation_user_error", "no_image_generated"),
    errors.RequestTooLarge: _Words(413, _INVALID, "request_too_large"),
    errors.RequestTooSlow: _Words(408, _INVALID, "request_timeout", retry=False),
    errors.Unauthenticated: _Words(401, _INVALID, "invalid_api_key"),
    errors.KeyReused: _Words(422, _INVALID, "idempotency_key_reused"),
    errors.Forbidden: _Words(403, _INVALID, "permission_denied"),
    # OpenAI's words for an empty purse: its clients know them, and need not try again.
    errors.BudgetSpent: _Words(429, "insufficient_quota", "insufficient_quota", retry=False),
    errors.UpstreamCapped: _Words(429, "insufficient_quota", "upstream_budget_spent", retry=False),
    errors.Cancelled: _Words(409, _INVALID, "job_cancelled", retry=False),
    errors.NotFound: _Words(404, _INVALID, "not_found"),
    errors.MethodNotAllowed: _Words(405, _INVALID, "method_not_allowed"),
    errors.UnsupportedMedia: _Words(415, _INVALID, "unsupported_media_type"),
    # 429 rather than 503: official clients retry both, but the seed's table gives 503 to blocked content.
    errors.Overloaded: _Words(429, "rate_limit_error", "rate_limit_exceeded"),
    errors.RateLimited: _Words(429, "rate_limit_error", "rate_limit_exceeded"),
    errors.UpstreamBusy: _Words(429, "rate_limit_error", "upstream_busy"),
    errors.UpstreamAway: _Words(503, "server_error", "upstream_away", retry=True),
    errors.Stopping: _Words(503, "server_error", "server_stopping", retry=True),
    errors.EngineFailed: _Words(500, "server_error", "engine_failed"),
    errors.EngineMissing: _Words(501, "server_error", "engine_missing", retry=False),
    # Nothing else is in the way: the same request never fits.
    errors.MemoryShort: _Words(503, "server_error", "out_of_memory", retry=False),
    errors.UpstreamFailed: _Words(502, "server_error", "upstream_failed"),
    errors.UpstreamTimeout: _Words(504, "server_error", "upstream_timeout"),
    # The caller's key is good: ours is not, and no retry mends that.
    errors.UpstreamDenied: _Words(502, "server_error", "upstream_denied", retry=False),
    errors.StorageFailed: _Words(500, "server_error", "storage_failed"),
    errors.StorageAway: _Words(503, "server_error", "storage_unavailable", retry=True),
    errors.ConfigurationError: _Words(500, "server_error", "configuration_error", retry=False),
}

# Official clients give up at once when they are told to wait longer than two minutes.
_LONGEST_WAIT = 120.0
_AWAY = 2.0  # seconds after which a storage that is away may be back


def write_error(error: Exception, profile: Profile, allow: str | None = None) -> Refusal:
    """Any exception in the envelope `{"error": {"message", "type", "code", "param"}}`.

    What is not a PinxitError is a fault of ours: 500, and its text stays in the log. `allow` is 405's list of verbs.
    """
    error = own(error)
    words = next(_TABLE[kind] for kind in type(error).__mro__ if kind in _TABLE)
    body: dict[str, Any] = {
        "message": clean(_choose_message(error, profile)),
        "type": str(words.status) if profile is Profile.SEED else words.type,
        # OpenAI has one code for every key that will not do.
        "code": words.code if isinstance(error, errors.Unauthenticated) else error.code or words.code,
        "param": None if error.param is None else clean(error.param),
    }
    if isinstance(error, errors.Blocked):
        body["moderation_details"] = {"categories": [error.reason], "moderation_stage": error.stage}
    return Refusal(words.status, orjson.dumps({"error": body}), _choose_headers(error, words, allow))


def own(error: Exception) -> errors.PinxitError:
    """The error itself, or, for a fault of ours, one that tells nothing of it."""
    if isinstance(error, errors.PinxitError):
        return error
    return errors.PinxitError("Something broke in the server; its log says what. The request may be sent again.")


def tell(error: errors.PinxitError) -> str:
    """What a caller may read of an error. A wrong setting's message may name files: not for callers."""
    if isinstance(error, errors.ConfigurationError):
        return "The server is set up wrongly; its log says how."
    return error.message


def choose_wait(error: errors.Overloaded) -> float:
    """Seconds until a caller should come back."""
    return min(max(error.retry_after, 0.1), _LONGEST_WAIT)


def write_wait(error: errors.PinxitError) -> dict[str, str]:
    """The headers that say when to come back, for errors that tell."""
    if isinstance(error, errors.StorageAway):
        wait = _AWAY
    elif isinstance(error, errors.Overloaded):
        wait = choose_wait(error)
    else:
        return {}
    return {"retry-after": str(-int(-wait // 1)), "retry-after-ms": str(round(1000 * wait))}


def _choose_message(error: errors.PinxitError, profile: Profile) -> str:
    if isinstance(error, errors.Unauthenticated) and profile is Profile.SEED:
        return "Invalid signature"
    return tell(error)


def _choose_headers(error: errors.PinxitError, words: _Words, allow: str | None) -> dict[str, str]:
    headers = write_wait(error)
    if words.retry is not None:
        headers["x-should-retry"] = "true" if words.retry else "false"
    if words.status == 401:
        headers["www-authenticate"] = "Bearer"
    if allow is not None:
        headers["allow"] = allow
    return headers
