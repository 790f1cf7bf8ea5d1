"""Why there is no picture: one table between the reasons of engines and Google's words, for both directions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pinxit.core.errors import Blocked, NoPicture


class Outcome(StrEnum):
    """What a reason comes to: the wish is declined, there is no picture, the service is at fault, or our account is."""

    BLOCKED = "blocked"
    NONE = "none"
    FAILED = "failed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Words:
    """Google's `blockReason` for a reason before anything was drawn, its `finishReason` after it, and what it means."""

    before: str
    after: str
    outcome: Outcome = Outcome.BLOCKED


_FAILED = Words("OTHER", "IMAGE_OTHER", Outcome.FAILED)
UNKNOWN = Words("OTHER", "IMAGE_OTHER")

# The reason of an engine, which for those that Google gives is its word in lower case.
REASONS: Mapping[str, Words] = {
    "safety": Words("SAFETY", "IMAGE_SAFETY"),
    "image_safety": Words("IMAGE_SAFETY", "IMAGE_SAFETY"),
    "prohibited_content": Words("PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT"),
    "image_prohibited_content": Words("PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT"),
    "blocklist": Words("BLOCKLIST", "BLOCKLIST"),
    "recitation": Words("OTHER", "IMAGE_RECITATION"),
    "image_recitation": Words("OTHER", "IMAGE_RECITATION"),
    "spii": Words("OTHER", "SPII"),
    "language": Words("OTHER", "LANGUAGE"),
    "jailbreak": Words("JAILBREAK", "IMAGE_PROHIBITED_CONTENT"),
    "model_armor": Words("MODEL_ARMOR", "MODEL_ARMOR"),
    "escalation": Words("OTHER", "ESCALATION"),
    "other": UNKNOWN,
    "image_other": UNKNOWN,
    "blocked_reason_unspecified": UNKNOWN,
    # It came to its end, or to ours, without having drawn.
    "stop": Words("OTHER", "NO_IMAGE", Outcome.NONE),
    "no_image": Words("OTHER", "NO_IMAGE", Outcome.NONE),
    "max_tokens": Words("OTHER", "MAX_TOKENS", Outcome.NONE),
    # A picture uses no tools, and answers of pictures are not continued: something went wrong there.
    "finish_reason_unspecified": _FAILED,
    "malformed_function_call": _FAILED,
    "malformed_response": _FAILED,
    "unexpected_tool_call": _FAILED,
    "too_many_tool_calls": _FAILED,
    "missing_thought_signature": _FAILED,
    "continuation": _FAILED,
    # Google has limited the account for what was asked by it before.
    "pup_limited_disabled": Words("OTHER", "IMAGE_OTHER", Outcome.DENIED),
}


def name_reasons(blocked: Blocked) -> tuple[str, str]:
    """Google's `blockReason` and `finishReason` for a declined wish."""
    words = REASONS.get(blocked.reason.lower(), UNKNOWN)
    if isinstance(blocked, NoPicture) and words.outcome is not Outcome.NONE:
        words = REASONS["no_image"]
    return words.before, words.after


def find_outcome(word: str) -> Outcome:
    """What a `blockReason` or `finishReason` of Google's means.

    One that is newer than this table is a declined picture where it begins with IMAGE_, else a fault of the service.
    """
    found = REASONS.get(word.lower())
    if found is not None:
        return found.outcome
    return Outcome.BLOCKED if word.upper().startswith("IMAGE_") else Outcome.FAILED
