"""What a request to Gemini asks for, once everything that Google refuses has been refused."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pybase64
from PIL import Image, UnidentifiedImageError

from pinxit.testing.upstream.gemini.errors import write_error, write_wrong_field
from pinxit.testing.upstream.gemini.fields import WrongField, read_request
from pinxit.testing.upstream.gemini.tables import MODELS, Model
from pinxit.testing.upstream.replies import Refused

_MIMES = {"image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"}
_MOST_SOURCES = 14
_PLACEHOLDERS = {"skip_thought_signature_validator", "context_engineering_is_the_way_to_go"}
"""Signatures that Google takes in place of its own, for pictures that come from elsewhere."""
_TILE, _SMALL = 768, 384  # pixels


@dataclass(frozen=True, slots=True)
class Wish:
    """`width` and `height` are those of the picture. `source_tokens` are of all pictures that came in."""

    model: Model
    prompt: str
    width: int
    height: int
    tokens: int
    words: bool
    pictures: bool
    thoughts: bool
    text_tokens: int
    source_tokens: int


class Signatures:
    """Thought signatures that were given out."""

    def __init__(self, strict: bool, keep: int = 100_000) -> None:
        self.strict = strict
        self._given: dict[str, None] = {}
        self._keep = keep

    def give(self, signature: str) -> str:
        self._given[signature] = None
        if len(self._given) > self._keep:
            self._given.pop(next(iter(self._given)))
        return signature

    def check(self, contents: list[dict[str, Any]], model: Model) -> None:
        """Raises Refused where a signature is not ours, or where a picture of a model that thinks has none."""
        for place, content in enumerate(contents if self.strict else ()):
            for number, part in enumerate(content.get("parts") or ()):
                signature = part.get("thoughtSignature")
                missing = model.thinks and content.get("role") == "model" and "inlineData" in part
                if signature is None and missing and not part.get("thought"):
                    raise Refused(write_error(400, _MISSING.format(place + 1, number + 1)))
                if signature is not None and not self._is_known(signature):
                    raise Refused(write_error(400, "Thought signature is not valid."))

    def _is_known(self, signature: str) -> bool:
        # Clients send the bytes back in either alphabet of base64, and placeholders with or without it.
        plain = signature.translate({45: "+", 95: "/"})
        return bool({signature, plain} & self._given.keys()) or bool({signature, _decode(plain)} & _PLACEHOLDERS)


_MISSING = (
    "Image part is missing a thought_signature in content position {}, part position {}. Please refer to"
    " https://ai.google.dev/gemini-api/docs/thought-signatures for more details."
)


def _decode(text: str) -> str:
    try:
        return pybase64.b64decode(text, validate=True).decode("ascii", "replace")
    except ValueError:
        return ""


def read_wish(body: Any, name: str, signatures: Signatures, *, vertex: bool) -> Wish:
    """Raises Refused."""
    try:
        request = read_request(body, vertex=vertex)
    except WrongField as error:
        raise Refused(write_wrong_field(error.path, str(error))) from error
    model = MODELS[name]
    contents = request.get("contents") or []
    _check_contents(contents)
    config = request.get("generationConfig") or {}
    if (config.get("candidateCount") or 1) > 1:
        raise Refused(write_error(400, "Multiple candidates is not enabled for this model"))
    signatures.check(contents, model)
    sources = list(_measure_sources(contents))
    modalities = config.get("responseModalities") or ["TEXT", "IMAGE"]
    width, height, tokens = _choose_pixels(config, model, sources)
    thinking = config.get("thinkingConfig") or {}
    return Wish(
        model=model,
        prompt=read_prompt(body),
        width=width,
        height=height,
        tokens=tokens,
        words="TEXT" in modalities,
        pictures="IMAGE" in modalities,
        thoughts=bool(thinking.get("includeThoughts")) and model.thinks,
        text_tokens=count_text(_read_texts([*contents, request.get("systemInstruction") or {}])),
        source_tokens=sum(_count_source(source, model) for source in sources),
    )


def read_prompt(body: Any) -> str:
    """The words of the last turn, of any body whatever."""
    contents = body.get("contents") if isinstance(body, dict) else None
    turns = contents if isinstance(contents, list) else [contents]
    return _read_texts([turn for turn in turns[-1:] if isinstance(turn, dict)])


def count_text(text: str) -> int:
    """About four characters are a token."""
    return max(1, math.ceil(len(text) / 4))


def _read_texts(contents: list[dict[str, Any]]) -> str:
    parts = [part for turn in contents for part in _list(turn.get("parts")) if isinstance(part, dict)]
    return "\n".join(part["text"] for part in parts if isinstance(part.get("text"), str) and not part.get("thought"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _check_contents(contents: list[dict[str, Any]]) -> None:
    if not contents:
        raise Refused(write_error(400, "* GenerateContentRequest.contents: contents is not specified\n"))
    for place, content in enumerate(contents):
        if content.get("role") not in {None, "user", "model"}:
            raise Refused(write_error(400, "Please use a valid role: user, model."))
        if not content.get("parts"):
            message = f"* GenerateContentRequest.contents[{place}].parts: contents.parts must not be empty.\n"
            raise Refused(write_error(400, message))
        for number, part in enumerate(content["parts"]):
            if not part.keys() - {"thought", "thoughtSignature"}:
                where = f"GenerateContentRequest.contents[{place}].parts[{number}].data"
                words = "required oneof field 'data' must have one initialized field"
                raise Refused(write_error(400, f"* {where}: {words}\n"))


def _measure_sources(contents: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    count = 0
    for place, content in enumerate(contents):
        for number, part in enumerate(content["parts"]):
            if part.get("fileData"):
                raise Refused(write_error(403, "You do not have permission to access the File or it may not exist."))
            if data := part.get("inlineData"):
                count += 1
                if count > _MOST_SOURCES:
                    raise Refused(write_error(400, f"Too many images: at most {_MOST_SOURCES} are supported."))
                yield _measure(data, f"contents[{place}].parts[{number}].inline_data.data")


def _measure(data: dict[str, Any], path: str) -> tuple[int, int]:
    mime = (data.get("mimeType") or "").lower()
    if mime not in _MIMES:
        raise Refused(write_error(400, f"Unsupported MIME type: {mime}"))
    try:
        text = (data.get("data") or "").translate({45: "+", 95: "/"}).rstrip("=")
        raw = pybase64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError as error:
        shown = f'Base64 decoding failed for "{(data.get("data") or "")[:60]}"'
        raise Refused(write_wrong_field(path, f"Invalid value at '{path}' (TYPE_BYTES), {shown}")) from error
    try:
        with Image.open(io.BytesIO(raw)) as image:
            return image.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        message = "Unable to process input image. Please retry or report in "
        link = "https://developers.generativeai.google/guide/troubleshooting"
        raise Refused(write_error(400, message + link)) from error


def _choose_pixels(config: dict[str, Any], model: Model, sources: list[tuple[int, int]]) -> tuple[int, int, int]:
    image = config.get("imageConfig") or (config.get("responseFormat") or {}).get("image") or {}
    ratio, size = image.get("aspectRatio"), image.get("imageSize")
    if ratio and ratio not in model.ratios:
        listed = ", ".join(f"'{name}'" for name in model.ratios)
        raise Refused(write_error(400, f"aspect_ratio must be one of the following values: {listed}."))
    if size and (size not in model.sizes or not model.thinks):
        raise Refused(write_error(400, f"Invalid image size: {size}. Supported: {', '.join(sorted(model.sizes))}."))
    ratio = ratio or (model.find_ratio(*sources[-1]) if sources else "1:1")
    size = size or model.sizes[0]
    return *model.measure(ratio, size), model.tokens[size]


def _count_source(source: tuple[int, int], model: Model) -> int:
    width, height = source
    if model.source_tokens != 258 or max(width, height) <= _SMALL:
        return model.source_tokens
    return 258 * math.ceil(width / _TILE) * math.ceil(height / _TILE)
