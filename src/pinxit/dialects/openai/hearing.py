"""The other way round: what a service that speaks this API answers. No HTTP, no I/O.

Peers are read leniently: what they leave out is left out, and whatever form their errors have, there is a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import orjson

from pinxit.core.errors import Blocked, NoPicture, PinxitError, UpstreamFailed
from pinxit.core.images import MAX_PICTURES, Usage
from pinxit.dialects.wire import name_path

_NONSENSE = "upstream_nonsense"
_BLOCKED = {
    "moderation_blocked",
    "content_policy_violation",
    "content_filter",
    "content_blocked",
    "responsible_ai_policy_violation",
    "image_generation_user_error",
}
_EMPTY = {"no_image_generated", "no_picture"}
_SPENT = {
    "insufficient_quota",
    "billing_hard_limit_reached",
    "billing_not_active",
    "insufficient_user_quota",
    "payment_required",
}
_SPENT_WORDS = re.compile(r"insufficient (?:account )?(?:balance|quota|credit|funds)", re.IGNORECASE)
_POLICY_WORDS = re.compile(r"content policy violation", re.IGNORECASE)  # the seed's, which has no codes
_VIOLATIONS = re.compile(r"safety_violations=\[([\w,/ -]{1,80})\]")
_TITLE = re.compile(rb"<(title|h1)\b[^>]*>(.{1,200}?)</\1", re.IGNORECASE | re.DOTALL)
_WIDEST = 2**53
_TEXT = 300  # characters of a body that is no JSON


@dataclass(frozen=True, slots=True)
class Told:
    """A picture as it was told: in base64, which may be a data URL, or by an address, and in words."""

    base64: str | None = field(default=None, repr=False)
    url: str | None = field(default=None, repr=False)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer, or an event with one picture. `step` is that of an unfinished state; None: it is finished.

    `usage` is None where the service counts nothing.
    """

    pictures: tuple[Told, ...] = ()
    usage: Usage | None = None
    clear: bool | None = None
    """Is the background transparent? None: not told."""
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """An error in the service's own words. `spent`: its account has no money; `blocked`: what it declines, and why."""

    message: str
    code: str = ""
    param: str | None = None
    spent: bool = False
    blocked: PinxitError | None = None


def read_images(body: bytes) -> Reply | Complaint:
    """A body with status 200: pictures, or an error that came too late for another status.

    Raises UpstreamFailed for what is neither, and NoPicture where the pictures are none.
    """
    content = _load(body)
    if complaint := _find_error(content):
        return complaint
    items = content.get("data")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise _nonsense("JSON without a list of pictures in `data`")
    pictures = tuple(told for item in items[:MAX_PICTURES] if (told := _read_told(item)))
    if not pictures:
        raise NoPicture("The model answered without a picture.", reason="no_image", stage="output")
    return Reply(pictures, read_usage(content.get("usage")), _read_clear(content))


def read_event(data: bytes) -> Reply | Complaint | None:
    """The data of a stream's event: a finished picture, an unfinished state of one, an error, or nothing of that."""
    if data.strip() == b"[DONE]":
        return None
    content = _load(data)
    if complaint := _find_error(content):
        return complaint
    kind, told = str(content.get("type", "")), _read_told(content)
    if told is None:
        return None
    if kind.endswith(".partial_image"):
        step = content.get("partial_image_index")
        return Reply((told,), step=step if _is_count(step) else 0)
    if kind.endswith(".completed"):
        return Reply((told,), read_usage(content.get("usage")), _read_clear(content))
    return None


def read_complaint(body: bytes) -> Complaint:
    """The body of any error: OpenAI's envelope, other envelopes, a framework's list, a web page, or nothing."""
    if body.lstrip()[:1] == b"<":
        title = _TITLE.search(body[:16_384])
        return Complaint(f'a web page, "{_decode(title[2])}"' if title else "a web page")
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        return Complaint(_decode(body[:_TEXT]))
    if isinstance(content, dict):
        return _find_error(content) or Complaint(_say(content.get("message") or content.get("msg") or ""))
    return Complaint(_say(content))


def read_usage(said: object) -> Usage | None:
    """Tokens in OpenAI's names, or in those of its chats; None where there are none, or none that can be right."""
    if not isinstance(said, dict):
        return None
    output = _first(said, "output_tokens", "completion_tokens")
    entered = _first(said, "input_tokens", "prompt_tokens")
    if not output:
        return None
    inside = said.get("input_tokens_details") or said.get("prompt_tokens_details")
    image = _first(inside, "image_tokens") if isinstance(inside, dict) else 0
    outside = said.get("output_tokens_details") or said.get("completion_tokens_details")
    words = _first(outside, "text_tokens") if isinstance(outside, dict) else 0
    image, words = min(image, entered), min(words, output)
    return Usage(entered - image, image, output, words)


@dataclass(slots=True)
class EventReader:
    """Cuts a stream of server-sent events into their data, however the pieces fall."""

    _left: bytearray = field(default_factory=bytearray)
    _seen: int = 0
    _data: list[bytes] = field(default_factory=list)

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The data of every event that ends in this piece."""
        self._left += piece
        while (end := self._left.find(b"\n", self._seen)) >= 0:
            line = bytes(self._left[:end]).rstrip(b"\r")
            del self._left[: end + 1]
            self._seen = 0
            if line.startswith(b"data:"):
                self._data.append(line[5:].removeprefix(b" "))
            elif not line and self._data:
                yield self._take()
        self._seen = len(self._left)

    def end(self) -> Iterator[bytes]:
        """The data of a last event that no blank line ends."""
        yield from self.feed(b"\n\n")

    def _take(self) -> bytes:
        data, self._data = b"\n".join(self._data), []
        return data


def _load(body: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        what = "a web page" if body.lstrip()[:1] == b"<" else "nothing" if not body.strip() else "broken JSON"
        raise _nonsense(f"{what} where a picture was expected") from None
    if not isinstance(content, dict):
        raise _nonsense("JSON that is no object")
    return cast("dict[str, Any]", content)


def _read_told(item: Mapping[str, Any]) -> Told | None:
    text, url, words = item.get("b64_json"), item.get("url"), item.get("revised_prompt")
    described = words if isinstance(words, str) else ""
    if isinstance(text, str) and text:
        return Told(base64=text, words=described)
    if isinstance(url, str) and url:
        return Told(base64=url, words=described) if url[:5].lower() == "data:" else Told(url=url, words=described)
    return None


def _read_clear(content: Mapping[str, Any]) -> bool | None:
    return {"transparent": True, "opaque": False}.get(str(content.get("background")))


def _find_error(content: Mapping[str, Any]) -> Complaint | None:
    error = content.get("error") or content.get("detail") or content.get("errors")
    if not error:
        return None
    if not isinstance(error, dict):
        message = _say(error)
        return Complaint(message, spent=bool(_SPENT_WORDS.search(message)))
    message = _say(error.get("message") or error.get("detail") or error.get("msg") or error.get("error") or "")
    code, kind = (_word(error.get(name)) for name in ("code", "type"))
    param = error.get("param")
    return Complaint(
        message,
        code=code or kind,
        param=param if isinstance(param, str) and param else None,
        spent=bool({code, kind} & _SPENT or _SPENT_WORDS.search(message)),
        blocked=_read_block(error, message, code or kind),
    )


def _read_block(error: Mapping[str, Any], message: str, word: str) -> PinxitError | None:
    """Blocked or NoPicture, where the word of an error means that: a refusal of the wish, which is the caller's."""
    empty = word in _EMPTY
    if not empty and word not in _BLOCKED and not _POLICY_WORDS.search(message):
        return None
    details = error.get("moderation_details")
    details = details if isinstance(details, dict) else {}
    categories = details.get("categories")
    found = [_word(category) for category in categories] if isinstance(categories, list) else []
    if not found and (told := _VIOLATIONS.search(message)):
        found = [_word(word) for word in told[1].split(",")]
    stage = "output" if details.get("moderation_stage") == "output" else "input"
    if empty:
        said = message or "The model answered without a picture."
        return NoPicture(said, reason=next(filter(None, found), "no_image"), stage="output")
    said = message or "The model declines to draw this; say it in other words."
    return Blocked(said, reason=next(filter(None, found), "safety"), stage=stage)


def _say(said: object, depth: int = 3) -> str:
    """Whatever stands in the place of a message, in words; of lists in lists, no more than `depth`."""
    if isinstance(said, str) or not depth:
        return said if isinstance(said, str) else ""
    if isinstance(said, list):
        return "; ".join(filter(None, (_say(item, depth - 1) for item in said[:3])))
    if isinstance(said, dict):
        text = _say(said.get("msg") or said.get("message") or "", depth - 1)
        path = said.get("loc")
        steps = [step for step in path if isinstance(step, str | int)] if isinstance(path, list) else []
        return f"{name_path(steps)}: {text}" if steps else text
    return ""


def _word(said: object) -> str:
    """A code or a category as one word in lower case."""
    return re.sub(r"[^a-z0-9_.-]+", "_", said.lower())[:64].strip("_") if isinstance(said, str) else ""


def _first(fields: Mapping[str, Any], *names: str) -> int:
    return next((fields[name] for name in names if _is_count(fields.get(name))), 0)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _WIDEST


def _decode(text: bytes) -> str:
    return " ".join(text.decode("utf-8", "replace").split())


def _nonsense(what: str) -> UpstreamFailed:
    return UpstreamFailed(f"The upstream answered with {what}.", code=_NONSENSE)
