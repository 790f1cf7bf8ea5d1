"""Answers of Gemini's API: a result, the chunks of a stream, a refusal, tokens, models."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from pinxit.core.engine import ModelCard
from pinxit.core.errors import Blocked, InvalidRequest, NoPicture
from pinxit.core.images import MAX_PROMPT, Partial, Picture, Usage
from pinxit.core.studio import ImageResult
from pinxit.core.tokens import PICTURE_TOKENS, count_text
from pinxit.dialects.enclosures import Enclosures
from pinxit.dialects.gemini.reasons import name_reasons
from pinxit.dialects.openai import Answer
from pinxit.dialects.wire import clean

MAX_PAGE = 1000
_PAGE = 50
_METHODS = ["generateContent", "streamGenerateContent", "countTokens", "predict"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What every chunk of an answer repeats, its id and the model that serves it, and whether it is told in words."""

    id: str
    model: str
    words: bool = True

    def _sign(self, content: dict[str, Any]) -> dict[str, Any]:
        return content | {"modelVersion": self.model, "responseId": self.id}

    def write_whole(self, result: ImageResult) -> Answer:
        """The answer to `:generateContent`: words first, then the picture."""
        sealed = Enclosures()
        said = [clean(picture.description) for picture in result.pictures] if self.words else []
        told = [{"text": text} for text in said if text]
        parts = [*told, *(_enclose(sealed, picture) for picture in result.pictures)]
        return sealed.seal(self._sign(_describe_candidate(parts) | self._count(result)))

    def write_words(self, picture: Picture) -> bytes:
        """A chunk of a stream that tells what was drawn."""
        content = {"parts": [{"text": clean(picture.description)}], "role": "model"}
        return orjson.dumps(self._sign({"candidates": [{"content": content, "index": 0}]}))

    def write_thought(self, partial: Partial) -> bytes:
        """A chunk of a stream that shows an unfinished state, as Gemini shows those that it has while it thinks."""
        blob = {"mimeType": partial.format.mime, "data": base64.b64encode(partial.data).decode()}
        content = {"parts": [{"inlineData": blob, "thought": True}], "role": "model"}
        return orjson.dumps(self._sign({"candidates": [{"content": content, "index": 0}]}))

    def write_picture(self, result: ImageResult) -> bytes:
        """The last chunk of a stream: the picture whole, why it ended, and what it cost."""
        sealed = Enclosures()
        parts = [_enclose(sealed, picture) for picture in result.pictures]
        return b"".join(sealed.seal(self._sign(_describe_candidate(parts) | self._count(result))).pieces)

    def write_refusal(self, blocked: Blocked, usage: Usage) -> bytes:
        """A declined wish, which Gemini answers with 200. `usage` is of the input."""
        before, after = name_reasons(blocked)
        said = clean(blocked.message)
        if blocked.stage == "input" and not isinstance(blocked, NoPicture):
            content: dict[str, Any] = {"promptFeedback": {"blockReason": before, "blockReasonMessage": said}}
        else:
            content = {"candidates": [{"finishReason": after, "finishMessage": said, "index": 0}]}
        counted = {"promptTokenCount": usage.input_tokens, "totalTokenCount": usage.input_tokens}
        content["usageMetadata"] = counted | {"promptTokensDetails": _split(usage)}
        return orjson.dumps(self._sign(content))

    def _count(self, result: ImageResult) -> dict[str, Any]:
        usage = result.usage
        words = 0
        if self.words and not usage.output_text_tokens:
            words = sum(count_text(picture.description) for picture in result.pictures)
        made = [("TEXT", words + usage.output_text_tokens), ("IMAGE", usage.output_image_tokens)]
        return {
            "usageMetadata": {
                "promptTokenCount": usage.input_tokens,
                "candidatesTokenCount": usage.output_tokens + words,
                "totalTokenCount": usage.total_tokens + words,
                "promptTokensDetails": _split(usage),
                "candidatesTokensDetails": [
                    {"modality": modality, "tokenCount": tokens} for modality, tokens in made if tokens
                ],
            }
        }


def write_count(usage: Usage) -> bytes:
    """The answer to `:countTokens`. `usage` is of the input."""
    return orjson.dumps({"totalTokens": usage.input_tokens, "promptTokensDetails": _split(usage)})


def write_model(name: str, card: ModelCard) -> bytes:
    """`GET /v1beta/models/NAME`."""
    return orjson.dumps(_describe_model(name, card))


def write_models(cards: Mapping[str, ModelCard], size: str | None = None, token: str | None = None) -> bytes:
    """A page of models: `size` and `token` are `pageSize` and `pageToken` as they were sent.

    Raises InvalidRequest for a size that is no number and for a token that no page gave.
    """
    names = list(cards)
    start, count = _read_token(token, names), _read_page(size)
    page: dict[str, Any] = {"models": [_describe_model(name, cards[name]) for name in names[start : start + count]]}
    if start + count < len(names):
        page["nextPageToken"] = base64.urlsafe_b64encode(names[start + count].encode()).decode()
    return orjson.dumps(page)


def _read_page(size: str | None) -> int:
    if not size:
        return _PAGE
    if not size.removeprefix("-").isdecimal() or len(size) > 10 or not size.isascii():
        raise InvalidRequest(
            f"Invalid value at 'page_size' (TYPE_INT32), {size[:40]!r}", param="page_size", code="invalid_value"
        )
    if int(size) < 0:
        raise InvalidRequest("`pageSize` must be 0 to 1000.", param="page_size", code="invalid_value")
    return min(int(size), MAX_PAGE) or _PAGE


def _read_token(token: str | None, names: Sequence[str]) -> int:
    if not token:
        return 0
    try:
        return names.index(base64.urlsafe_b64decode(token).decode())
    except (binascii.Error, ValueError):
        raise InvalidRequest(
            "The page token is not valid: send the `nextPageToken` of the page before, or none for the first page.",
            param="page_token",
            code="invalid_value",
        ) from None


def _describe_model(name: str, card: ModelCard) -> dict[str, Any]:
    served = "" if name == card.name else f", served by {card.name}"
    described = {
        "name": f"models/{name}",
        "baseModelId": card.name,
        "version": "001",
        "displayName": card.title,
        "description": f"{card.title}{served}.",
        "inputTokenLimit": MAX_PROMPT,  # one character costs one token at most
        "outputTokenLimit": PICTURE_TOKENS * 18 + MAX_PROMPT,  # the largest picture and its description
        "supportedGenerationMethods": _METHODS,
        "thinking": False,
    }
    return described


def _describe_candidate(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    content = {"parts": parts, "role": "model"}
    return {"candidates": [{"content": content, "finishReason": "STOP", "index": 0}]}


def _enclose(sealed: Enclosures, picture: Picture) -> dict[str, Any]:
    mark = sealed.enclose(picture).partition(",")[2]  # bare base64: the type has a field of its own
    part: dict[str, Any] = {"inlineData": {"mimeType": picture.format.mime, "data": mark}}
    return part if picture.signature is None else part | {"thoughtSignature": clean(picture.signature)}


def _split(usage: Usage) -> list[dict[str, Any]]:
    counted = (("TEXT", usage.text_tokens), ("IMAGE", usage.image_tokens))
    return [{"modality": modality, "tokenCount": tokens} for modality, tokens in counted if tokens]
