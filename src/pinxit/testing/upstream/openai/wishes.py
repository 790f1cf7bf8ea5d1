"""What a request to the Images API asks for, once everything that OpenAI refuses has been refused."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pybase64
from PIL import Image, UnidentifiedImageError

from pinxit.testing.upstream.asking import Asked, Upload
from pinxit.testing.upstream.openai.errors import write_error
from pinxit.testing.upstream.openai.tables import ANY_SIZE, MODELS, Model
from pinxit.testing.upstream.replies import Refused

_COMMON = (
    "prompt model n size quality background output_format output_compression stream partial_images complexity"
    " safety_identifier user moderation frame_count frame_duration_ms svg response_format style seed"
).split()
_EDIT = "images mask markup input_fidelity".split()
_NOT_OURS = {"response_format", "style", "seed"}  # of models that are gone, and of peers
_WHOLE = {"n": (1, 10), "output_compression": (0, 100), "partial_images": (0, 3), "frame_count": (2, 16)}
_CHOICES = {
    "background": ("transparent", "opaque", "auto"),
    "moderation": ("low", "auto"),
    "complexity": ("low", "medium", "high"),
    "input_fidelity": ("high", "low"),
    "response_format": ("url", "b64_json"),
}
_LONGEST = 32_000  # characters of a prompt
_LARGEST = 50 * 2**20  # bytes of a picture
_MOST_SOURCES = 16
_SIZE = re.compile(r"(\d{2,5})x(\d{2,5})$")


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything resolved, as the answer names it: nothing here is "auto"."""

    model: Model
    prompt: str
    n: int
    width: int
    height: int
    quality: str
    background: str
    format: str
    stream: bool
    partials: int
    links: bool
    sources: tuple[tuple[int, int], ...]
    safety_identifier: str | None

    @property
    def size(self) -> str:
        return f"{self.width}x{self.height}"

    @property
    def text_tokens(self) -> int:
        return max(1, math.ceil(len(self.prompt) / 4))

    @property
    def source_tokens(self) -> int:
        """65 for a picture and 129 for each tile of 512 pixels, which is about what is seen."""
        return sum(65 + 129 * math.ceil(width / 512) * math.ceil(height / 512) for width, height in self.sources)


def read_wish(asked: Asked, models: Mapping[str, Model], *, edit: bool, deployment: str | None) -> Wish:
    """Raises Refused."""
    fields, files = _read_fields(asked, edit=edit)
    if deployment:
        fields["model"] = deployment
    model = _find_model(fields.get("model"), models)
    _check_names(fields, model, edit=edit)
    prompt = _check_prompt(fields.get("prompt"))
    numbers = {name: _read_whole(fields, name, *limits) for name, limits in _WHOLE.items()}
    chosen = {name: _read_choice(fields, name, names) for name, names in _CHOICES.items()}
    quality = _read_choice(fields, "quality", model.qualities) or "auto"
    form = _read_choice(fields, "output_format", model.formats) or "png"
    sources = _read_sources(fields, files) if edit else ()
    width, height = _read_size(fields.get("size") or "auto", model, sources)
    clear = chosen["background"] == "transparent"
    if clear and (form == "jpeg" or not model.transparent):
        raise _refuse(
            "Transparent background is not supported for this model or format.", "background", "invalid_value"
        )
    return Wish(
        model=model,
        prompt=prompt,
        n=numbers["n"] or 1,
        width=width,
        height=height,
        quality="medium" if quality == "auto" else quality,
        background="transparent" if clear else "opaque",
        format=form,
        stream=_read_truth(fields.get("stream")),
        partials=numbers["partial_images"] or 0,
        links=chosen["response_format"] == "url",
        sources=sources,
        safety_identifier=fields.get("safety_identifier"),
    )


def read_prompt(asked: Asked) -> str:
    fields = dict(asked.form) if asked.is_form else asked.json
    prompt = fields.get("prompt")
    return prompt if isinstance(prompt, str) else ""


def _read_fields(asked: Asked, *, edit: bool) -> tuple[dict[str, Any], list[tuple[str, Upload]]]:
    if edit and asked.is_form:
        try:
            parts = asked.form
        except ValueError as error:
            raise _refuse("Could not parse multipart form.", None, None) from error
        fields = {name: value for name, value in parts if isinstance(value, str)}
        return fields, [(name, value) for name, value in parts if isinstance(value, Upload)]
    if not asked.headers.get("content-type", "").startswith("application/json"):
        kind = asked.headers.get("content-type", "")
        message = f"Unsupported content type: '{kind}'. This API method only accepts 'application/json' requests."
        raise _refuse(message, None, "unsupported_content_type")
    try:
        value = asked.json
    except ValueError as error:
        raise _refuse("We could not parse the JSON body of your request.", None, None) from error
    if not isinstance(value, dict):
        raise _refuse("Invalid type for the body: expected an object.", None, "invalid_type")
    return {name: inner for name, inner in value.items() if inner is not None}, []


def _find_model(name: Any, models: Mapping[str, Model]) -> Model:
    if name is None:
        return MODELS["gpt-image-2"]
    if isinstance(name, str) and (model := models.get(name)):
        return model
    message = f"The model '{name}' does not exist."
    raise Refused(write_error(404, message, param="model", reason="model_not_found"))


def _check_names(fields: Mapping[str, Any], model: Model, *, edit: bool) -> None:
    strange = set() if model.peer else set(_NOT_OURS)
    strange |= set() if model.complexity else {"complexity"}
    for name in fields:
        if name in strange or name not in _COMMON + (_EDIT if edit else []):
            raise _refuse(f"Unknown parameter: '{name}'.", name, "unknown_parameter")


def _check_prompt(prompt: Any) -> str:
    if not isinstance(prompt, str) or not prompt:
        raise _refuse("Missing required parameter: 'prompt'.", "prompt", "missing_required_parameter")
    if len(prompt) > _LONGEST:
        words = f"Expected a string with maximum length {_LONGEST}, but got a string with length {len(prompt)} instead."
        raise _refuse(f"Invalid 'prompt': string too long. {words}", "prompt", "string_above_max_length")
    return prompt


def _read_whole(fields: Mapping[str, Any], name: str, low: int, high: int) -> int | None:
    value = fields.get(name)
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse(f"Invalid type for '{name}': expected an integer.", name, "invalid_type")
    if not low <= value <= high:
        kind, bound = ("below minimum", f">= {low}") if value < low else ("above maximum", f"<= {high}")
        message = f"Invalid '{name}': integer {kind} value. Expected a value {bound}, but got {value} instead."
        raise _refuse(message, name, "integer_below_min_value" if value < low else "integer_above_max_value")
    return value


def _read_choice(fields: Mapping[str, Any], name: str, names: tuple[str, ...]) -> str | None:
    value = fields.get(name)
    if value is None or (isinstance(value, str) and value in names):
        return value
    listed = ", ".join(f"'{choice}'" for choice in names[:-1])
    message = f"Invalid value: '{value}'. Supported values are: {listed}, and '{names[-1]}'."
    raise _refuse(message, name, "invalid_value")


def _read_truth(value: Any) -> bool:
    if value is None or isinstance(value, bool) or value in ("true", "false"):
        return value in (True, "true")
    raise _refuse("Invalid type for 'stream': expected a boolean.", "stream", "invalid_type")


def _read_size(text: Any, model: Model, sources: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    if text == "auto":
        width, height = sources[0] if sources else (1, 1)
        return (1536, 1024) if width > height * 1.2 else (1024, 1536) if height > width * 1.2 else (1024, 1024)
    match = _SIZE.match(text) if isinstance(text, str) else None
    if match and (text in ANY_SIZE or model.peer or (model.free and _is_fit(int(match[1]), int(match[2])))):
        return int(match[1]), int(match[2])
    listed = ", ".join(f"'{size}'" for size in ANY_SIZE)
    raise _refuse(f"Invalid value: '{text}'. Supported values are: {listed}.", "size", "invalid_value")


def _is_fit(width: int, height: int) -> bool:
    shaped = width % 16 == 0 and height % 16 == 0 and 1 / 3 <= width / height <= 3
    return shaped and max(width, height) <= 3840 and 655_360 <= width * height <= 8_294_400


def _read_sources(fields: Mapping[str, Any], files: list[tuple[str, Upload]]) -> tuple[tuple[int, int], ...]:
    pictures = [upload.data for name, upload in files if name in {"image", "image[]"}]
    references = fields.get("images") or []
    pictures += [_read_reference(item) for item in (references if isinstance(references, list) else [references])]
    for name, _ in files:
        if name not in {"image", "image[]", "mask", "markup"}:
            raise _refuse(f"Unknown parameter: '{name}'.", name, "unknown_parameter")
    if not pictures:
        raise _refuse("Missing required parameter: 'image'.", "image", "missing_required_parameter")
    if len(pictures) > _MOST_SOURCES:
        raise _refuse(f"Invalid 'image': at most {_MOST_SOURCES} images.", "image", "array_above_max_length")
    sizes = tuple(_open(data, place + 1, lambda image: image.size) for place, data in enumerate(pictures))
    masks = [upload.data for name, upload in files if name == "mask"]
    masks += [_read_reference(fields["mask"])] if isinstance(fields.get("mask"), dict) else []
    for data in masks:
        size, alpha = _open(
            data, 0, lambda image: (image.size, "A" in image.getbands() or "transparency" in image.info)
        )
        if size != sizes[0]:
            raise _refuse("Invalid mask image format - mask size does not match image size", "mask", "invalid_mask")
        if not alpha:
            raise _refuse("Invalid mask image format - mask image missing alpha channel", "mask", "invalid_mask")
    return sizes


def _read_reference(reference: Any) -> bytes:
    link = reference.get("image_url") if isinstance(reference, dict) else None
    if not isinstance(link, str) or not link.startswith("data:") or ";base64," not in link:
        raise _refuse("Invalid value for 'image_url': the stand-in takes data URLs only.", "images", "invalid_value")
    try:
        return pybase64.b64decode(link.partition(";base64,")[2], validate=True)
    except ValueError as error:
        raise _refuse("Invalid base64 in 'image_url'.", "images", "invalid_value") from error


def _open(data: bytes, place: int, look: Callable[[Image.Image], Any]) -> Any:
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.format in {"PNG", "JPEG", "WEBP"} and len(data) < _LARGEST:
                return look(image)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        pass
    what = f"image {place}" if place else "mask"
    message = f"Invalid image file or mode for {what}, please check your image file."
    raise _refuse(message, "image" if place else "mask", "invalid_image_file")


def _refuse(message: str, param: str | None, reason: str | None) -> Refused:
    return Refused(write_error(400, message, param=param, reason=reason))
