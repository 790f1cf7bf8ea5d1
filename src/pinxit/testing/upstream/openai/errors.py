"""OpenAI's error envelope, and Azure's where it differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.replies import Reply, write_json

_STAGES = {"input", "output", "unknown"}
_TYPES = {
    401: ("invalid_request_error", "invalid_api_key"),
    403: ("invalid_request_error", "unsupported_country_region_territory"),
    404: ("invalid_request_error", None),
    409: ("invalid_request_error", "conflict"),
    429: ("requests", "rate_limit_exceeded"),
}
_WORDS = {
    401: "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.",
    403: "Your organization must be verified to use this model. Please go to:"
    " https://platform.openai.com/settings/organization/general and click on Verify Organization.",
    429: "Rate limit reached for this model in organization org-fake on images per min: Limit 5, Used 5, Requested 1.",
    500: "The server had an error while processing your request. Sorry about that!",
    502: "Bad gateway.",
    503: "The server is currently overloaded with other requests. Sorry about that! Please retry your request"
    " after a brief wait.",
}


def describe_error(
    message: str, *, kind: str = "invalid_request_error", param: str | None = None, reason: str | None = None
) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": param, "code": reason}}


def write_error(
    status: int,
    message: str,
    *,
    param: str | None = None,
    reason: str | None = None,
    kind: str = "invalid_request_error",
) -> Reply:
    return write_json(describe_error(message, kind=kind, param=param, reason=reason), status=status)


def write_bad_key(key: str | None, *, azure: bool) -> Reply:
    if azure:
        message = (
            "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for"
            " an active subscription and use a correct regional API endpoint for your resource."
        )
        return write_json({"error": {"code": "401", "message": message}}, status=401)
    if not key:
        message = (
            "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer"
            " auth (i.e. Authorization: Bearer YOUR_KEY)."
        )
        return write_error(401, message)
    shown = f"{key[:3]}{'*' * max(len(key) - 7, 4)}{key[-4:]}" if len(key) > 12 else "*" * len(key)
    link = "You can find your API key at https://platform.openai.com/account/api-keys."
    return write_error(401, f"Incorrect API key provided: {shown}. {link}", reason="invalid_api_key")


def describe_refusal(way: Misbehaviour) -> tuple[int, dict[str, Any], Mapping[str, str]]:
    """Status, envelope and headers of a misbehaviour by number."""
    if way.name == "quota":
        message = (
            "You exceeded your current quota, please check your plan and billing details. For more information on this"
            " error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors."
        )
        kind = "insufficient_quota"
        return 429, describe_error(message, kind=kind, reason=kind), {"x-should-retry": "false"}
    if way.name == "invalid":
        return 400, describe_error(way.argument or "Invalid value.", reason="invalid_value"), {}
    status = 401 if way.name == "denied" else int(way.name)
    kind, reason = _TYPES.get(status, ("server_error" if status >= 500 else "invalid_request_error", None))
    headers = {}
    if way.retry is not None:
        headers = {"retry-after-ms": f"{way.retry * 1000:.0f}", "retry-after": f"{way.retry:g}"}
    return status, describe_error(_WORDS.get(status, "Invalid request."), kind=kind, reason=reason), headers


def describe_block(way: Misbehaviour, request_id: str) -> dict[str, Any]:
    """What the safety system says. Where `moderation_details` stands is taken from third parties."""
    message = (
        "Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com"
        f" and include the request ID {request_id}. safety_violations=[sexual]."
    )
    shown = describe_error(message, kind="image_generation_user_error", reason="moderation_blocked")
    stage = way.argument.lower() if way.argument.lower() in _STAGES else "input"
    shown["error"]["moderation_details"] = {"categories": ["sexual"], "moderation_stage": stage}
    return shown
