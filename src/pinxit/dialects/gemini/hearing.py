"""The other way round: what a service that speaks this dialect answers, from bytes to values.

Whatever comes is read or refused as UpstreamFailed, never with a KeyError. Of a service's own words at most 300
characters are passed on in an error, and 8,000 beside a picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from pydantic import ValidationError

from pinxit.core.errors import Blocked, NoPicture, UpstreamFailed
from pinxit.core.images import Usage
from pinxit.dialects.gemini.models import Candidate, Part, UsageMetadata
from pinxit.dialects.gemini.reasons import Outcome, find_outcome
from pinxit.dialects.wire import clean

_SHOWN = 300  # characters of a service's words in an error
_TOLD = 8_000  # characters of what a model says beside its picture
_DEEP = 12  # levels of an answer that are of interest
_MOST = 10**9  # tokens; more is nonsense, which must not become a bill
_WORD = re.compile(r"[A-Z][A-Z0-9_]{0,59}", re.IGNORECASE)
_DELAY = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)s")
# Reasons of google.rpc.ErrorInfo that are about our key or account and come with the status 400 of a caller's mistake.
_DENIALS = re.compile(r"API_KEY_|CONSUMER_|BILLING_|SERVICE_DISABLED|ACCESS_TOKEN_|ACCOUNT_STATE_|USER_PROJECT_DENIED")
_KEY = re.compile(r"API key (not valid|expired|not found)", re.IGNORECASE)
_CODE = "upstream_garbled"


@dataclass(frozen=True, slots=True)
class Heard:
    """A picture, in base64 as it came, and what came with it: words, a signature, tokens, and earlier thoughts of it.

    `usage` is None where the service told nothing that can be believed.
    """

    picture: str = field(repr=False)
    description: str = ""
    signature: str | None = field(default=None, repr=False)
    thoughts: tuple[str, ...] = field(default=(), repr=False)
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """An error that a service answers with: HTTP's status, its own words, its name or reason of it.

    `denied` says that our key or account is to blame, `spent` that it has nothing left for today, `wait` after how many
    seconds to come back.
    """

    status: int
    message: str = ""
    code: str = ""
    denied: bool = False
    spent: bool = False
    wait: float | None = None


def read_answer(body: bytes) -> Heard | Complaint:
    """The answer to `:generateContent` with the status 200.

    Of several pictures the last one that is no thought counts. Raises Blocked for a wish that was declined, NoPicture
    for an answer without a picture, and UpstreamFailed for what is no such answer.
    """
    content = _read_object(body)
    if isinstance(content.get("error"), dict):
        return _describe(content["error"], 200)
    candidates = content.get("candidates") or []
    if not isinstance(candidates, list) or not all(isinstance(one, dict) for one in candidates):
        raise _garble("candidates that are none")
    feedback = content.get("promptFeedback")
    if not candidates:
        return _refuse_prompt(feedback if isinstance(feedback, dict) else {})
    read = [_read_candidate(candidate) for candidate in candidates]
    usage = read_usage(content.get("usageMetadata"))
    for candidate in read:
        heard = _find_picture(candidate, usage)
        if heard is not None:
            return heard
    return _refuse_candidate(read[0])


def read_complaint(status: int, body: bytes) -> Complaint:
    """The error of an answer with another status than 200; of a page that is no error of Google's, only the status."""
    try:
        content: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        return Complaint(status)
    if isinstance(content, list) and content:  # what a stream that is no stream of events answers
        content = content[0]
    error = content.get("error") if isinstance(content, dict) else None
    return _describe(error, status) if isinstance(error, dict) else Complaint(status)


def read_usage(told: object) -> Usage | None:
    """The tokens of `usageMetadata`. Without details all that came out is of the picture, but for the thoughts."""
    if not isinstance(told, dict):
        return None
    fields = {"promptTokenCount": 0, "totalTokenCount": 0, **told}
    for name in ("promptTokensDetails", "candidatesTokensDetails"):
        said = fields.get(name)
        fields[name] = [one for one in said if _is_counted(one)] if isinstance(said, list) else []
    try:
        usage = UsageMetadata.model_validate(fields)
    except ValidationError:
        return None
    made, thought = usage.candidates_token_count or 0, usage.thoughts_token_count or 0
    came, tools = usage.prompt_token_count, usage.tool_use_prompt_token_count or 0
    # A picture of no tokens is none that anybody counted.
    if not made or not all(0 <= tokens <= _MOST for tokens in (made, thought, came, tools)):
        return None
    shown = _sum(usage, "IMAGE", made) if _has(usage, "IMAGE") else made - _sum(usage, "TEXT", made)
    pictures = min(came, sum(one.token_count for one in usage.prompt_tokens_details if one.modality == "IMAGE"))
    return Usage(came + tools - pictures, pictures, made + thought, made - shown + thought)


def _is_counted(detail: object) -> bool:
    if not isinstance(detail, dict) or detail.get("modality") not in {"TEXT", "IMAGE"}:
        return False
    count = detail.get("tokenCount")
    return isinstance(count, int) and not isinstance(count, bool) and 0 <= count <= _MOST


def _has(usage: UsageMetadata, modality: str) -> bool:
    return any(one.modality == modality for one in usage.candidates_tokens_details or ())


def _sum(usage: UsageMetadata, modality: str, most: int) -> int:
    counted = (one.token_count for one in usage.candidates_tokens_details or () if one.modality == modality)
    return min(most, sum(counted))


def _read_object(body: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        start = body[:256].lstrip().lower()
        what = "a page" if start.startswith(b"<") else "nothing" if not body.strip() else "broken JSON"
        raise _garble(what) from None
    if not isinstance(content, dict):
        raise _garble("JSON that is no object")
    return {name: value for name, value in _drop_nulls(content, _DEEP).items() if isinstance(name, str)}


def _drop_nulls(value: Any, deep: int) -> Any:
    """JSON without its nulls: in Google's messages they stand for fields that are not there."""
    if deep and isinstance(value, dict):
        return {name: _drop_nulls(one, deep - 1) for name, one in value.items() if one is not None}
    if deep and isinstance(value, list):
        return [_drop_nulls(one, deep - 1) for one in value if one is not None]
    return value


def _read_candidate(candidate: dict[str, Any]) -> Candidate:
    """A candidate; its number and whose turn it is do not matter, so they cannot be wrong."""
    content = candidate.get("content")
    kept = {name: value for name, value in candidate.items() if name not in {"index", "content"}}
    if isinstance(content, dict):
        kept["content"] = {name: value for name, value in content.items() if name != "role"}
    try:
        return Candidate.model_validate(kept)
    except ValidationError:
        raise _garble("a candidate that cannot be read") from None


def _find_picture(candidate: Candidate, usage: Usage | None) -> Heard | None:
    """The picture of a candidate that was let through; None where it has none."""
    if find_outcome(candidate.finish_reason or "STOP") in {Outcome.BLOCKED, Outcome.DENIED}:
        return None
    parts = candidate.content.parts if candidate.content else []
    shown = [part for part in parts if _holds_picture(part)]
    final = next((part for part in reversed(shown) if not part.thought), None)
    if final is None or final.inline_data is None:
        return None
    thoughts = [part.inline_data.data for part in shown if part.thought and part.inline_data]
    return Heard(
        picture=final.inline_data.data,
        description=_tell(parts),
        signature=final.thought_signature or next((one.thought_signature for one in parts if _is_signed(one)), None),
        # Each once, and without the last one where it is the picture itself.
        thoughts=tuple(data for data in dict.fromkeys(thoughts) if data != final.inline_data.data),
        usage=usage,
    )


def _holds_picture(part: Part) -> bool:
    blob = part.inline_data
    return blob is not None and bool(blob.data) and (blob.mime_type or "image/").lower().startswith("image/")


def _is_signed(part: Part) -> bool:
    return bool(part.thought_signature) and not part.thought


def _tell(parts: list[Part]) -> str:
    said = "\n".join(part.text.strip() for part in parts if part.text and part.text.strip() and not part.thought)
    return clean(said[:_TOLD])


def _refuse_prompt(feedback: Mapping[str, Any]) -> Complaint:
    word = feedback.get("blockReason")
    if not isinstance(word, str) or not word:
        raise UpstreamFailed("The upstream answered without a candidate and without a reason.", code="upstream_empty")
    if find_outcome(word) is Outcome.DENIED:
        return Complaint(403, code=_name(word), denied=True)
    said = _quote(feedback.get("blockReasonMessage"))
    raise Blocked(
        f"The model's service declined the request ({_name(word)}){said} Change the prompt or the pictures.",
        reason=_name(word).lower(),
    )


def _refuse_candidate(candidate: Candidate) -> Complaint:
    word = _name(candidate.finish_reason or "STOP")
    outcome = find_outcome(word)
    said = _quote(candidate.finish_message)
    if outcome is Outcome.DENIED:
        return Complaint(403, code=word, denied=True)
    if outcome is Outcome.FAILED:
        raise UpstreamFailed(f"The upstream broke off without a picture ({word}){said}", code="upstream_broke_off")
    if outcome is Outcome.BLOCKED:
        raise Blocked(
            f"The model's service withheld the picture ({word}){said} Change the prompt or the pictures.",
            reason=word.lower(),
            stage="output",
        )
    words = _tell(candidate.content.parts) if candidate.content else ""
    raise NoPicture(
        f"The model answered without a picture ({word}){_quote(words) if words else said} Say more clearly in the "
        "prompt what the picture should show.",
        reason="no_image" if word == "STOP" else word.lower(),
        stage="output",
    )


def _describe(error: Mapping[str, Any], status: int) -> Complaint:
    """Google's envelope of errors, as far as it is one."""
    code, message, name = error.get("code"), error.get("message"), error.get("status")
    message = message if isinstance(message, str) else ""
    details = error.get("details")
    details = [one for one in details if isinstance(one, dict)] if isinstance(details, list) else []
    reason, wait = _read_details(details)
    if status == 200:
        status = code if isinstance(code, int) and 400 <= code < 600 else 500
    name = reason or (_name(name) if isinstance(name, str) else "")
    denied = status in {401, 403} or bool(_KEY.search(message)) or bool(_DENIALS.match(reason))
    # Not the caller's country, but ours, and our account that has no billing.
    denied = denied or (status == 400 and error.get("status") == "FAILED_PRECONDITION")
    return Complaint(status, _shorten(message), name, denied, _is_spent(details), wait)


def _read_details(details: list[dict[str, Any]]) -> tuple[str, float | None]:
    """The reason of ErrorInfo, empty for none, and the seconds of RetryInfo."""
    reason, wait = "", None
    for one in details:
        kind = _find_kind(one)
        if kind == "ErrorInfo" and isinstance(one.get("reason"), str):
            reason = _name(one["reason"])
        elif kind == "RetryInfo" and isinstance(delay := one.get("retryDelay"), str):
            found = _DELAY.fullmatch(delay.strip())
            wait = float(found[1]) if found else wait
    return reason, wait


def _is_spent(details: list[dict[str, Any]]) -> bool:
    """Is a quota used up that is of a day? Its RetryInfo, where there is one, tells some seconds all the same."""
    for one in details:
        violations = one.get("violations")
        if _find_kind(one) == "QuotaFailure" and isinstance(violations, list):
            return any("PerDay" in str(each.get("quotaId")) for each in violations if isinstance(each, dict))
    return False


def _find_kind(detail: dict[str, Any]) -> str:
    return str(detail.get("@type")).rpartition(".")[2]


def _name(word: str) -> str:
    """A word of Google's, as a header or a log may show it."""
    return word.upper() if _WORD.fullmatch(word) else "OTHER"


def _quote(said: object) -> str:
    """What a service says, behind a colon and with a full stop; a full stop where it says nothing."""
    text = _shorten(said) if isinstance(said, str) else ""
    return f": {text}" + ("" if text.endswith((".", "!", "?", "...")) else ".") if text else "."


def _shorten(text: str) -> str:
    """One line of at most 300 characters."""
    line = " ".join(clean(text[: 4 * _SHOWN]).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 3] + "..."


def _garble(what: str) -> UpstreamFailed:
    return UpstreamFailed(f"The upstream answered with {what}.", code=_CODE)
