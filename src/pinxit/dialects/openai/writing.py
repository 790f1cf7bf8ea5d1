"""Answers of OpenAI's Images API: core values to JSON. No HTTP, no I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any
from urllib.parse import quote

import orjson
import pybase64

from pinxit.core.engine import Choice, ModelCard, Option, Text
from pinxit.core.images import MAX_PICTURES, MIN_SIDE, Picture, Usage
from pinxit.core.studio import ImageResult
from pinxit.dialects.profiles import Profile
from pinxit.dialects.wire import clean

_MAX_IGNORED = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """A JSON body in pieces, so that megabytes of base64 are never joined: `length` bytes in all."""

    length: int
    pieces: Iterator[bytes]


def write_ignored(names: Sequence[str]) -> str:
    """Names of ignored fields for a header: at most 16, at most 32 characters each, percent-encoded where needed."""
    # Sixteen names of four-byte characters stay below 7 kB: proxies refuse answers with longer heads.
    shown = [quote(name[:32], safe="[]!$&'()*+/:;=?@^`{|}~ ").strip() or '""' for name in names[:_MAX_IGNORED]]
    if len(names) > _MAX_IGNORED:
        shown.append(f"and {len(names) - _MAX_IGNORED} more")
    return ", ".join(shown)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer is worded: in which profile, and with what of the request repeated."""

    profile: Profile
    size_said: str | None = None
    safety_identifier: str | None = None


def pack_manner(manner: Manner, kind: str, *, as_urls: bool) -> dict[str, Any]:
    """A manner as a record of a job; `kind` is `image_generation` or `image_edit`."""
    return {
        "dialect": "openai",
        "kind": kind,
        "profile": str(manner.profile),
        "size_said": manner.size_said,
        "safety_identifier": manner.safety_identifier,
        "as_urls": as_urls,
    }


def unpack_manner(record: Mapping[str, Any]) -> Manner:
    """The manner of a job's record."""
    return Manner(Profile(record["profile"]), record["size_said"], record["safety_identifier"])


def write_images(result: ImageResult, manner: Manner, now: float, urls: Sequence[str] = ()) -> Answer:
    """The answer to a generation, with the pictures in base64 or, where there are any, as `urls`.

    `now` is in Unix seconds; the seed's profile tells it in milliseconds.
    """
    created = int(now * 1000) if manner.profile is Profile.SEED else int(now)
    lead = b'{"created":%d,"data":[' % created
    described = _describe(result, manner.size_said, manner.profile)
    if manner.safety_identifier is not None:
        described["safety_identifier"] = manner.safety_identifier
    tail = b"]," + orjson.dumps(described)[1:]
    key, mark = (b"url", b"") if urls else (b"b64_json", b'"')
    texts = [
        (
            b'%s{"%s":%s' % (b"," * bool(number), key, mark),
            b'%s,"revised_prompt":%s}' % (mark, quote_json(picture.description)),
        )
        for number, picture in enumerate(result.pictures)
    ]
    values = sum(len(quote_json(url)) for url in urls) or sum(_count(picture) for picture in result.pictures)
    length = len(lead) + len(tail) + values + sum(len(before) + len(after) for before, after in texts)

    def pieces() -> Iterator[bytes]:
        head = lead
        for number, (before, after) in enumerate(texts):
            yield head + before
            # Encoded here and not earlier: one picture in base64 at a time.
            yield quote_json(urls[number]) if urls else encode(result.pictures[number])
            head = after
        yield head + tail

    return Answer(length, pieces())


def encode(picture: Picture) -> bytes:
    """A picture in base64, which is not made anew where it came so."""
    return pybase64.b64encode(picture.data) if picture.text is None else picture.text


def _count(picture: Picture) -> int:
    """Characters of a picture's base64."""
    return 4 * -(-len(picture.data) // 3)


def write_models(cards: Mapping[str, ModelCard]) -> bytes:
    """`GET /v1/models`: names (aliases too) with the card that serves each."""
    return orjson.dumps({"object": "list", "data": [_describe_model(name, card) for name, card in cards.items()]})


def write_model(name: str, card: ModelCard, *, schema: bool = False) -> bytes:
    """`GET /v1/models/{id}`; with `schema`, also what the model can do."""
    described = _describe_model(name, card)
    if schema:
        described["capabilities"] = describe_card(card)
    return orjson.dumps(described)


def describe_card(card: ModelCard) -> dict[str, Any]:
    """What a model can do: for every parameter its values, or its range and default."""
    sizes: dict[str, Any] = {"type": "any", "min_side": MIN_SIDE, "max_side": card.sizes.max_side}
    sizes |= {"max_pixels": card.sizes.max_pixels, "multiple": card.sizes.multiple}
    if card.sizes.min_pixels:
        sizes["min_pixels"] = card.sizes.min_pixels
    if isfinite(card.sizes.max_ratio):
        sizes["max_ratio"] = card.sizes.max_ratio
    if card.sizes.table:
        sizes = {"type": "fixed", "values": [f"{size.width}x{size.height}" for size in card.sizes.table]}
    described: dict[str, Any] = {
        "title": card.title,
        "deterministic": card.deterministic,
        "native_sizes": sizes,
        "source_images": {"type": "range", "min": 0, "max": card.sources},
        "mask": {"type": "boolean", "supported": card.masks},
        "partial_images": {"type": "range", "min": 0, "max": card.partials},
        "n": {"type": "range", "min": 1, "max": MAX_PICTURES, "default": 1},
        "output_format": {"type": "enum", "values": list(card.formats), "default": str(card.formats[0])},
        "quality": {"type": "enum", "values": list(card.qualities)},
        "background": {"type": "enum", "values": ["transparent"] * card.transparency + ["opaque", "auto"]},
    }
    return described | {name: _describe_option(option) for name, option in card.options.items()}


def _describe_option(option: Option) -> dict[str, Any]:
    if isinstance(option, Choice):
        told: dict[str, Any] = {"type": "enum", "values": list(option.words)}
    elif isinstance(option, Text):
        told = {"type": "text", "max_length": option.length}
    else:
        told = {"type": "range", "min": option.low, "max": option.high}
        told |= {"fractions": True} if option.fractions else {}
    return told | ({} if option.default is None else {"default": option.default})


def describe_usage(usage: Usage, profile: Profile = Profile.OPENAI) -> dict[str, Any]:
    """Tokens in OpenAI's words."""
    described: dict[str, Any] = {
        "input_tokens": usage.input_tokens,
        "input_tokens_details": {"image_tokens": usage.image_tokens, "text_tokens": usage.text_tokens},
        "output_tokens": usage.output_tokens,
        "total_tokens": usage.total_tokens,
    }
    if profile is Profile.OPENAI:
        described["output_tokens_details"] = {
            "image_tokens": usage.output_image_tokens,
            "text_tokens": usage.output_text_tokens,
        }
    return described


def quote_json(text: str) -> bytes:
    """A JSON string. An engine's words may carry half a surrogate pair, for which orjson would refuse all of it."""
    return orjson.dumps(clean(text))


def _describe_model(name: str, card: ModelCard) -> dict[str, Any]:
    described: dict[str, Any] = {"id": name, "object": "model", "created": card.created, "owned_by": card.owner}
    if name != card.name:
        described["served_by"] = card.name
    if card.retires is not None:
        described["shutdown_date"] = card.retires
    return described


def _describe(result: ImageResult, size_said: str | None, profile: Profile) -> dict[str, Any]:
    made = result.pictures[0]
    pixels = f"{made.size.width}x{made.size.height}"
    return {
        "output_format": str(made.format),
        "quality": str(result.request.quality),
        "background": "transparent" if made.transparent else "opaque",
        "size": size_said or (made.size.ratio if profile is Profile.SEED else pixels),
        "usage": describe_usage(result.usage, profile),
    }
