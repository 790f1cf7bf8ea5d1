"""Google's error envelope."""

from __future__ import annotations

from typing import Any

from pinxit.testing.upstream.gemini.tables import MESSAGES, STATUSES
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.replies import Reply, write_json

_RPC = "type.googleapis.com/google.rpc."


def write_error(status: int, message: str, details: list[dict[str, Any]] | None = None) -> Reply:
    return write_json(describe_error(status, message, details), status=status)


def describe_error(status: int, message: str, details: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    name = STATUSES.get(status, "FAILED_PRECONDITION" if status < 500 else "INTERNAL")
    error: dict[str, Any] = {"code": status, "message": message, "status": name}
    return {"error": error | ({"details": details} if details else {})}


def write_wrong_field(path: str, words: str) -> Reply:
    violation = {"field": path, "description": words} if path else {"description": words}
    return write_error(400, words, [{"@type": f"{_RPC}BadRequest", "fieldViolations": [violation]}])


def write_bad_key() -> Reply:
    message = "API key not valid. Please pass a valid API key."
    return write_error(400, message, [_info("API_KEY_INVALID"), _localized(message)])


def write_missing_key() -> Reply:
    return write_error(
        403,
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other"
        " form of API consumer identity to call this API.",
    )


def write_bad_token() -> Reply:
    message = (
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid"
        " authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project."
    )
    return write_error(401, message, [_info("ACCESS_TOKEN_TYPE_UNSUPPORTED")])


def write_refusal(way: Misbehaviour) -> Reply:
    """What a misbehaviour by number looks like here."""
    reply = describe_refusal(way)
    return write_json(reply, status=reply["error"]["code"])


def describe_refusal(way: Misbehaviour) -> dict[str, Any]:
    if way.name == "denied":
        return describe_error(403, MESSAGES[403], [_info("SERVICE_DISABLED")])
    if way.name == "invalid":
        return describe_error(400, way.argument or "Request contains an invalid argument.")
    status = 429 if way.name == "quota" else int(way.name)
    details: list[dict[str, Any]] = []
    if status == 429:
        period = "PerDay" if way.name == "quota" else "PerMinute"
        details.append({"@type": f"{_RPC}QuotaFailure", "violations": [_violation(period)]})
        link = {
            "description": "Learn more about Gemini API quotas",
            "url": "https://ai.google.dev/gemini-api/docs/rate-limits",
        }
        details.append({"@type": f"{_RPC}Help", "links": [link]})
    if way.retry is not None:
        details.append({"@type": f"{_RPC}RetryInfo", "retryDelay": f"{way.retry:g}s"})
    return describe_error(status, MESSAGES.get(status, "Request contains an invalid argument."), details)


def _violation(period: str) -> dict[str, Any]:
    return {
        "quotaMetric": "generativelanguage.googleapis.com/generate_content_paid_tier_requests",
        "quotaId": f"GenerateRequests{period}PerProjectPerModel",
        "quotaDimensions": {"location": "global", "model": "gemini-image"},
        "quotaValue": "100",
    }


def _info(reason: str) -> dict[str, Any]:
    metadata = {"service": "generativelanguage.googleapis.com"}
    return {"@type": f"{_RPC}ErrorInfo", "reason": reason, "domain": "googleapis.com", "metadata": metadata}


def _localized(message: str) -> dict[str, Any]:
    return {"@type": f"{_RPC}LocalizedMessage", "locale": "en-US", "message": message}
