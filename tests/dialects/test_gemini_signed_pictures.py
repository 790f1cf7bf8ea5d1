"""What a model signed a picture with goes through this dialect in both directions."""

from __future__ import annotations

import base64
import json
from typing import Any

import orjson
from google.genai import types

from pinxit.core.errors import Blocked, NoPicture
from pinxit.core.images import Format, ImageRequest, Picture, Size, Source, Usage
from pinxit.core.studio import ImageResult
from pinxit.dialects.gemini import reading, writing

_PNG = b"\x89PNG\r\n\x1a\n"
_DATA = base64.b64encode(_PNG).decode()


def _read(*turns: dict[str, Any]) -> list[Source]:
    references = reading.read_generation(json.dumps({"contents": turns}).encode(), "gemini-3-pro-image").references
    return [reference for reference in references if isinstance(reference, Source)]


def _turn(role: str, **fields: Any) -> dict[str, Any]:
    return {"role": role, "parts": [{"inlineData": {"mimeType": "image/png", "data": _DATA}, **fields}]}


_EDIT = {"role": "user", "parts": [{"text": "make it blue"}]}


def _write(signature: str | None, description: str = "A fox.") -> dict[str, Any]:
    picture = Picture(0, _PNG, Size(64, 64), Format.PNG, 0, description, signature=signature)
    result = ImageResult(ImageRequest(model="m", prompt="a fox"), (picture,), "google", "m", Usage(1, 0, 1290))
    body = b"".join(writing.Reply("r", "m").write_whole(result).pieces)
    types.GenerateContentResponse.model_validate_json(body)
    content: dict[str, Any] = orjson.loads(body)
    return content


def test_the_signature_of_the_models_picture_is_read() -> None:
    (source,) = _read(_turn("model", thoughtSignature="c2ln"), _EDIT)
    assert (source.data, source.signature) == (_PNG, "c2ln")
    (snake,) = _read(_turn("model", thought_signature="c2ln"), _EDIT)
    assert snake.signature == "c2ln"


def test_a_picture_of_the_user_is_not_signed() -> None:
    (source,) = _read(_turn("user", thoughtSignature="c2ln"), _EDIT)
    assert source.signature is None


def test_the_signature_goes_out_beside_the_picture() -> None:
    words, shown = _write("c2ln")["candidates"][0]["content"]["parts"]
    assert words == {"text": "A fox."}
    assert shown == {"inlineData": {"mimeType": "image/png", "data": _DATA}, "thoughtSignature": "c2ln"}
    assert "thoughtSignature" not in json.dumps(_write(None))


def test_what_is_not_described_has_no_empty_text() -> None:
    (shown,) = _write(None, "")["candidates"][0]["content"]["parts"]
    assert set(shown) == {"inlineData"}


def test_a_picture_that_was_not_made_for_want_of_tokens_says_so() -> None:
    def tell(blocked: Blocked) -> str:
        content: dict[str, Any] = orjson.loads(writing.Reply("r", "m").write_refusal(blocked, Usage(1, 0, 0)))
        reason: str = content["candidates"][0]["finishReason"]
        return reason

    assert tell(NoPicture("none", reason="max_tokens", stage="output")) == "MAX_TOKENS"
    assert tell(NoPicture("none", reason="prose", stage="output")) == "NO_IMAGE"
    assert tell(Blocked("none", reason="recitation", stage="output")) == "IMAGE_RECITATION"
