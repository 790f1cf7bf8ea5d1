"""OpenAI's Images API and the seed's profile of it: bytes of JSON to core values and back. No HTTP, no I/O.

Fields are read by hand, not by a schema library: every refusal here names its field and says what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from urllib.parse import quote

import orjson
import pybase64

from pinxit.core.engine import ModelCard
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PICTURES, MAX_PROMPT, Background, Format, ImageRequest, Quality, Size
from pinxit.core.studio import ImageResult
from pinxit.dialects.profiles import Profile

_Word = TypeVar("_Word", Format, Background)

_KNOWN = frozenset(
    {"model", "prompt", "size", "n", "quality", "output_format", "output_compression"}
    | {"background", "seed", "user", "response_format", "stream"}
)
_BEARER = re.compile(r"bearer\s+", re.IGNORECASE)
_MAX_IGNORED = 16
_MAX_USER = 512


@dataclass(frozen=True, slots=True)
class Generation:
    """What a body asked for, how it named the size (None: left to the prompt), and the fields nobody reads."""

    request: ImageRequest
    size_said: str | None
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A JSON body in pieces, so that megabytes of base64 are never joined: `length` bytes in all."""

    length: int
    pieces: Iterator[bytes]


def read_credential(headers: Mapping[str, str]) -> str | None:
    """The key of `Authorization: Bearer KEY`, `Authorization: KEY`, `api-key` or `x-api-key`, in this order."""
    for name in ("authorization", "api-key", "x-api-key"):
        secret = _BEARER.sub("", headers.get(name, "").strip(), count=1).strip()
        if secret and secret.lower() != "bearer":
            return secret
    return None


def read_generation(body: bytes) -> Generation:
    """The JSON body of POST /v1/images/generations.

    Raises InvalidRequest, with `param` where one field is to blame. `null` means the default; fields that nobody
    reads are collected in `ignored`; numbers in strings are refused, since no client of this API sends them.
    """
    fields = _read_object(body)
    _refuse_unsupported(fields)
    size_said = _read_size(fields)
    request = ImageRequest(
        model=_read_required(fields, "model", "Name a model, for example `auto`; GET /v1/models lists them."),
        prompt=_read_prompt(fields),
        size=Size.parse(size_said) if size_said else None,
        n=_read_whole(fields, "n", (1, MAX_PICTURES), 1),
        quality=_read_quality(fields),
        format=_read_word(fields, "output_format", Format.PNG),
        compression=_read_whole(fields, "output_compression", (0, 100), 100),
        background=_read_word(fields, "background", Background.AUTO),
        seed=_read_whole(fields, "seed", (0, 2**63 - 1), -1) if fields.get("seed") is not None else None,
        user=_read_text(fields, "user", _MAX_USER),
    )
    return Generation(request, size_said, tuple(name for name in fields if name not in _KNOWN))


def write_ignored(names: Sequence[str]) -> str:
    """Names of ignored fields for a header: at most 16, at most 32 characters each, percent-encoded where needed."""
    # Sixteen names of four-byte characters stay below 7 kB: proxies refuse answers with longer heads.
    shown = [quote(name[:32], safe="[]!$&'()*+/:;=?@^`{|}~ ").strip() for name in names[:_MAX_IGNORED]]
    if len(names) > _MAX_IGNORED:
        shown.append(f"and {len(names) - _MAX_IGNORED} more")
    return ", ".join(shown)


def write_images(result: ImageResult, size_said: str | None, profile: Profile, now: float) -> Answer:
    """The answer to a generation. `now` is in Unix seconds; the seed's profile tells it in milliseconds."""
    created = int(now * 1000) if profile is Profile.SEED else int(now)
    lead = b'{"created":%d,"data":[' % created
    tail = b"]," + orjson.dumps(_describe(result, size_said, profile))[1:]
    texts = [
        (b',{"b64_json":"' if number else b'{"b64_json":"', b'","revised_prompt":' + _quote(picture.description) + b"}")
        for number, picture in enumerate(result.pictures)
    ]
    encoded = sum(4 * -(-len(picture.data) // 3) for picture in result.pictures)
    length = len(lead) + len(tail) + encoded + sum(len(before) + len(after) for before, after in texts)

    def pieces() -> Iterator[bytes]:
        head = lead
        for (before, after), picture in zip(texts, result.pictures, strict=True):
            yield head + before
            yield pybase64.b64encode(picture.data)  # here and not earlier: one picture in base64 at a time
            head = after
        yield head + tail

    return Answer(length, pieces())


def write_models(cards: Mapping[str, ModelCard]) -> bytes:
    """`GET /v1/models`: names (aliases too) with the card that serves each."""
    return orjson.dumps({"object": "list", "data": [_describe_model(name, card) for name, card in cards.items()]})


def write_model(name: str, card: ModelCard) -> bytes:
    """`GET /v1/models/{id}`."""
    return orjson.dumps(_describe_model(name, card))


def _describe_model(name: str, card: ModelCard) -> dict[str, Any]:
    described: dict[str, Any] = {"id": name, "object": "model", "created": card.created, "owned_by": card.owner}
    if name != card.name:
        described["served_by"] = card.name
    return described


def _describe(result: ImageResult, size_said: str | None, profile: Profile) -> dict[str, Any]:
    made = result.pictures[0]
    pixels = f"{made.size.width}x{made.size.height}"
    usage = result.usage
    return {
        "output_format": str(made.format),
        "quality": str(result.request.quality),
        "background": "transparent" if made.transparent else "opaque",
        "size": size_said or (made.size.ratio if profile is Profile.SEED else pixels),
        "usage": {
            "input_tokens": usage.input_tokens,
            "input_tokens_details": {"image_tokens": usage.image_tokens, "text_tokens": usage.text_tokens},
            "output_tokens": usage.output_tokens,
            "total_tokens": usage.total_tokens,
        },
    }


def _quote(text: str) -> bytes:
    # A description may carry half a surrogate pair from an engine; orjson would refuse the whole answer.
    return orjson.dumps(text.encode("utf-8", "replace").decode())


def _read_object(body: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise InvalidRequest(f"The body is not valid JSON: {error}.", code="invalid_json") from None
    if not isinstance(content, dict):
        raise InvalidRequest(
            f'The body must be a JSON object like {{"model": "auto", "prompt": "a fox"}}, not {_name(content)}.',
            code="invalid_json",
        )
    return cast("dict[str, Any]", content)


def _refuse_unsupported(fields: Mapping[str, Any]) -> None:
    stream = fields.get("stream")
    if stream not in (None, False) or _is_number(stream):
        raise InvalidRequest(
            "`stream` is not supported yet: leave it out or send false, and the answer comes whole.",
            param="stream",
            code="unsupported_value",
        )
    shape = fields.get("response_format")
    if shape == "url":
        raise InvalidRequest(
            "`response_format` url is not supported yet and comes with a later version: use b64_json.",
            param="response_format",
            code="unsupported_value",
        )
    if shape is not None and shape != "b64_json":
        raise _refuse("response_format", "b64_json", shape)


def _read_required(fields: Mapping[str, Any], name: str, advice: str) -> str:
    value = fields.get(name)
    if value is None:
        raise InvalidRequest(f"`{name}` is missing. {advice}", param=name, code="missing_required_parameter")
    if not isinstance(value, str):
        raise _refuse(name, "a string", value)
    if not value.strip():
        raise InvalidRequest(f"`{name}` is empty. {advice}", param=name, code="invalid_value")
    return value


def _read_prompt(fields: Mapping[str, Any]) -> str:
    prompt = _read_required(fields, "prompt", "Say what the picture should show.")
    if len(prompt) > MAX_PROMPT:
        raise InvalidRequest(
            f"`prompt` has {len(prompt):,} characters; the limit is {MAX_PROMPT:,}.",
            param="prompt",
            code="string_above_max_length",
        )
    return prompt


def _read_size(fields: Mapping[str, Any]) -> str | None:
    value = fields.get("size")
    if value is None:
        return None
    if not isinstance(value, str):
        raise _refuse("size", 'a string such as "16:9", "1024x1024" or "auto"', value)
    size = Size.parse(value)
    if size is None:
        return None
    said = value.strip().lower()
    # A ratio is echoed as it was asked for; pixels in OpenAI's spelling, however they were typed.
    return said if ":" in said else f"{size.width}x{size.height}"


def _read_whole(fields: Mapping[str, Any], name: str, limits: tuple[int, int], default: int) -> int:
    value = fields.get(name)
    if value is None:
        return default
    low, high = limits
    expected = f"a whole number from {low} to {high if high < 2**53 else '2^63 - 1'}"
    if isinstance(value, float) and value.is_integer() and abs(value) <= 2**53:
        value = int(value)  # JSON has one kind of number: 2.0 is 2
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise _refuse(name, expected, value)
    return value


def _read_quality(fields: Mapping[str, Any]) -> Quality:
    value = fields.get("quality")
    if value is None or value == "auto":
        return Quality.HIGH
    if not isinstance(value, str) or value not in list(Quality):
        raise _refuse("quality", "low, medium, high or auto", value)
    return Quality(value)


def _read_word(fields: Mapping[str, Any], name: str, default: _Word) -> _Word:
    value = fields.get(name)
    if value is None:
        return default
    words = list(type(default))
    if not isinstance(value, str) or value not in words:
        raise _refuse(name, f"{', '.join(words[:-1])} or {words[-1]}", value)
    return type(default)(value)


def _read_text(fields: Mapping[str, Any], name: str, limit: int) -> str | None:
    value = fields.get(name)
    if value is not None and (not isinstance(value, str) or len(value) > limit):
        raise _refuse(name, f"a string of at most {limit} characters", value)
    return value


def _refuse(name: str, expected: str, value: object) -> InvalidRequest:
    return InvalidRequest(f"`{name}` must be {expected}, not {_name(value)}.", param=name, code="invalid_value")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _name(value: object) -> str:
    # Never the repr of a list or object: a caller decides how deep those are.
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f"the string {value[:40]!r}"
    if isinstance(value, int | float):
        return str(value)
    return "a list" if isinstance(value, list) else "an object"
