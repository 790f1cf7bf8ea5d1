"""Requests of OpenAI's Images API, as JSON or as a form, to core values. No HTTP, no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pinxit.core.engine import ModelCard, Option, Span
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Animation, Background, Format, ImageRequest, OptionValue, Quality, Source
from pinxit.core.sizes import read_size
from pinxit.core.sources import FileId, Reference, read_reference
from pinxit.dialects.links import split_links
from pinxit.dialects.openai.models import (
    EditRequest,
    GenerationRequest,
    ImageReference,
    VariationRequest,
    Wishes,
)
from pinxit.dialects.wire import read_object, validate

_BEARER = re.compile(r"bearer\s+", re.IGNORECASE)
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_BRACKETS = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
_MAX_IMAGES = 16
_QUALITIES = {"standard": Quality.MEDIUM, "hd": Quality.HIGH, "auto": Quality.HIGH}
_OLD_MODELS = {"dall-e-2", "dall-e-3"}
_MILLISECONDS = 10  # a GIF counts hundredths of a second


@dataclass(frozen=True, slots=True)
class Asked:
    """What a body asks for. Its pictures are still to be fetched, so there is no ImageRequest yet.

    `size_said` is the size as an answer repeats it (None: left to the prompt). `extras` are fields that no dialect
    declares and that the model may know; `is_form` tells that numbers among them are written as texts. `detached` ones
    are answered at once, and `webhook` is told when they are over.
    """

    wish: Mapping[str, Any]
    references: tuple[Reference, ...] = ()
    mask: Reference | None = None
    size_said: str | None = None
    stream: bool = False
    safety_identifier: str | None = None
    as_urls: bool = False
    detached: bool = False
    webhook: str | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)
    is_form: bool = False

    @property
    def model(self) -> str:
        return str(self.wish["model"])

    @property
    def request(self) -> ImageRequest:
        """The request without its pictures. Raises InvalidRequest where it cannot be without them."""
        return ImageRequest(**self.wish)

    def ignored(self, card: ModelCard) -> tuple[str, ...]:
        """The fields that neither the dialect nor the model reads."""
        return tuple(name for name in self.extras if not _is_option(card, name, self.extras[name]))

    def with_pictures(self, card: ModelCard, sources: Sequence[Source], mask: Source | None) -> ImageRequest:
        """The whole request, with the extras that this model knows as its options. Raises InvalidRequest."""
        extras = {name: value for name, value in self.extras.items() if _is_option(card, name, value)}
        if self.is_form:
            extras = {name: _read_number(card.options[name], value) for name, value in extras.items()}
        options = {**extras, **dict(self.wish["options"])}
        mask = replace(mask, name="mask") if mask else None
        return ImageRequest(**{**self.wish, "options": tuple(options.items()), "sources": tuple(sources), "mask": mask})


@dataclass(frozen=True, slots=True)
class Form:
    """A multipart form: its texts by name, in order, and its files."""

    texts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, bytes], ...]


def read_credential(headers: Mapping[str, str], query: Mapping[str, str] | None = None) -> str | None:
    """The key of `Authorization: Bearer KEY` or `KEY`, `x-goog-api-key`, `?key=`, `api-key` or `x-api-key`."""
    said = [headers.get(name, "") for name in ("authorization", "x-goog-api-key")]
    said += [(query or {}).get("key", ""), headers.get("api-key", ""), headers.get("x-api-key", "")]
    for text in said:
        secret = _BEARER.sub("", text.strip(), count=1).strip()
        if secret and secret.lower() != "bearer":
            return secret
    return None


def read_generation(body: bytes, model: str | None = None) -> Asked:
    """The JSON body of POST /v1/images/generations. `model` is the one that the URL names, where it does.

    Raises InvalidRequest, with `param` where one field is to blame. `null` means the default; numbers in strings are
    refused, since no client of this API sends them.
    """
    fields = read_object(body)
    if model is not None:
        fields["model"] = model
    references, prompt = _take_links(fields)
    sent = validate(GenerationRequest, fields)
    wish, asked = _read_wishes(sent, sent.model, sent.prompt if prompt is None else prompt)
    return replace(asked, wish=wish, references=references)


def read_edit(body: bytes, model: str | None = None) -> Asked:
    """The JSON body of POST /v1/images/edits. Raises InvalidRequest."""
    fields = read_object(body)
    if model is not None:
        fields["model"] = model
    linked = _take_links(fields)
    sent = validate(EditRequest, fields)
    references = [_read_image(image, f"images[{i}]") for i, image in enumerate(sent.images or ())]
    texts = [sent.image] if isinstance(sent.image, str) else sent.image or []
    references += [read_reference(text, "image") for text in texts]
    mask = _read_image(sent.mask, "mask") if sent.mask is not None else None
    return _finish_edit(sent, references, mask, linked)


def read_edit_form(form: Form, model: str | None = None) -> Asked:
    """The form of POST /v1/images/edits: `image`, `image[]` or `images[]` are files, addresses or base64.

    Raises InvalidRequest.
    """
    references, mask, fields = _sort_form(form, ("image", "images", "url"), model)
    linked = _take_links(fields)
    return replace(_finish_edit(validate(EditRequest, fields, strings=True), references, mask, linked), is_form=True)


def read_variation(form: Form) -> Asked:
    """The form of POST /v1/images/variations: an edit without a prompt. Raises InvalidRequest."""
    references, mask, fields = _sort_form(form, ("image",), None)
    if mask is not None:
        raise _unsupported("mask", "A variation is of the whole picture: a mask belongs to /v1/images/edits.")
    sent = validate(VariationRequest, fields, strings=True)
    if len(references) != 1:
        raise _missing_image("A variation needs one picture in `image`.")
    wishes = Wishes(**{name: getattr(sent, name) for name in VariationRequest.model_fields if name != "model"})
    wish, asked = _read_wishes(wishes, sent.model or "auto", "")
    extras = dict(sent.model_extra or {})
    return replace(asked, wish=wish, references=tuple(references), extras=extras, is_form=True)


def _take_links(fields: dict[str, Any]) -> tuple[tuple[Reference, ...], str | None]:
    """Take the pictures out of the prompt, before its length is checked; what is left of it, None if there were none.

    Links alone ask for a variation; the field then keeps a word, since it must not be empty.
    """
    said = fields.get("prompt")
    references, prompt = split_links(said) if isinstance(said, str) else ((), "")
    if not references:
        return (), None
    fields["prompt"] = prompt if prompt.strip() else "a variation"
    return references, prompt


def _finish_edit(
    sent: EditRequest,
    references: Sequence[Reference],
    mask: Reference | None,
    linked: tuple[tuple[Reference, ...], str | None],
) -> Asked:
    references = (*references, *linked[0])
    prompt = sent.prompt if linked[1] is None else linked[1]
    if not references:
        raise _missing_image("An edit needs a picture: a file in `image`, or `images` with an `image_url`.")
    if len(references) > _MAX_IMAGES:
        raise InvalidRequest(f"At most {_MAX_IMAGES} pictures, not {len(references)}.", param="image")
    wish, asked = _read_wishes(sent, sent.model or "auto", prompt)
    if mask is not None and wish["format"] is Format.GIF:
        raise InvalidRequest("GIF takes no mask.", param="mask", code="unsupported_value")
    options = dict(wish["options"])
    if sent.input_fidelity is not None:
        options["input_fidelity"] = sent.input_fidelity
    if sent.markup is not None:
        options["markup"] = True
    wish = {**wish, "options": tuple(options.items())}
    return replace(asked, wish=wish, references=tuple(references), mask=mask)


def _read_wishes(sent: Wishes, model: str, prompt: str) -> tuple[dict[str, Any], Asked]:
    """What ImageRequest is made of, and the rest of what was asked."""
    kind = Format(sent.output_format or "png")
    _refuse_contradictions(sent, kind)
    size = read_size(sent.size, sent.aspect_ratio, sent.resolution)
    wish: dict[str, Any] = {
        "model": model,
        "prompt": prompt,
        "size": size.size,
        "tier": size.tier,
        "strict": bool(sent.strict),
        "n": sent.n or 1,
        "quality": _read_quality(sent.quality or "auto"),
        "format": kind,
        "format_said": sent.output_format is not None,
        "quality_said": sent.quality not in {None, "auto"},
        "pixels_said": size.pixels,
        "compression": 100 if sent.output_compression is None else sent.output_compression,
        "background": Background(sent.background or "auto"),
        "seed": sent.seed,
        "user": sent.safety_identifier or sent.user,
        "partials": sent.partial_images or 0,
        "animation": _read_animation(sent) if kind is Format.GIF else None,
        "options": tuple(_read_options(sent).items()),
    }
    extras = dict(sent.model_extra or {})
    asked = Asked(
        wish,
        size_said=size.said,
        stream=bool(sent.stream),
        safety_identifier=wish["user"],
        as_urls=_want_urls(sent, model),
        detached=bool(sent.detached),
        webhook=sent.webhook,
        extras=extras,
    )
    return wish, asked


def _want_urls(sent: Wishes, model: str) -> bool:
    """Addresses instead of base64? It is what OpenAI's older models gave, and tools made for those still expect it."""
    return (sent.response_format or ("url" if model in _OLD_MODELS and not sent.stream else "")) == "url"


def _refuse_contradictions(sent: Wishes, kind: Format) -> None:
    """Fields that are right by themselves and wrong beside each other."""
    if sent.stream and sent.response_format == "url":
        raise _unsupported("response_format", "A stream carries its pictures: leave `response_format` out.")
    if sent.stream and sent.detached:
        raise _unsupported("async", "A stream is heard while it is drawn: leave out `stream` or `async`.")
    if sent.stream and kind in {Format.GIF, Format.SVG}:
        raise _unsupported("stream", f"{kind.upper()} comes whole: leave `stream` out, or ask for png, jpeg or webp.")
    if sent.partial_images and not (sent.stream or sent.detached):
        raise _unsupported("partial_images", "`partial_images` is for streams and jobs: send `stream` or `async` true.")
    for name in ("frame_count", "frame_duration_ms"):
        if getattr(sent, name) is not None and kind is not Format.GIF:
            raise _unsupported(name, f"`{name}` is for output_format gif.")
    if sent.svg is not None and kind is not Format.SVG:
        raise _unsupported("svg", "`svg` is for output_format svg.")
    if kind is Format.SVG and (sent.n or 1) > 1:
        raise _unsupported("n", "SVG comes alone: `n` must be 1.")


def _read_animation(sent: Wishes) -> Animation:
    plain = Animation()
    time = plain.milliseconds if sent.frame_duration_ms is None else sent.frame_duration_ms
    frames = plain.frames if sent.frame_count is None else sent.frame_count
    return Animation(frames, (time + _MILLISECONDS // 2) // _MILLISECONDS * _MILLISECONDS)


def _read_options(sent: Wishes) -> dict[str, OptionValue]:
    """The wishes that only some models know, where they were sent. `auto` asks for nothing."""
    options: dict[str, OptionValue] = {}
    for name in ("complexity", "style", "moderation"):
        value = getattr(sent, name)
        if value is not None and value != "auto":
            options[name] = value
    if sent.svg is not None and sent.svg.model is not None:
        options["svg.model"] = sent.svg.model
    if sent.svg is not None and sent.svg.reasoning is not None and sent.svg.reasoning.effort is not None:
        options["svg.reasoning.effort"] = sent.svg.reasoning.effort
    return options


def _read_quality(said: str) -> Quality:
    return _QUALITIES.get(said) or Quality(said)


def _read_image(image: ImageReference | str, name: str) -> Reference:
    if isinstance(image, str):
        return read_reference(image, name)
    if image.file_id is not None:
        param = f"{name}.file_id"
        if image.image_url is not None:
            raise _unsupported(param, f"`{name}` is given by `file_id` or by `image_url`, not by both.")
        return FileId(image.file_id, param)
    if image.image_url is None:
        param = f"{name}.image_url"
        raise InvalidRequest(f"`{param}` is missing.", param=param, code="missing_required_parameter")
    return read_reference(image.image_url, f"{name}.image_url")


def _sort_form(
    form: Form, pictures: tuple[str, ...], model: str | None
) -> tuple[list[Reference], Reference | None, dict[str, Any]]:
    """The pictures of a form, its mask, and its other fields as an object."""
    references: list[Reference] = []
    mask: Reference | None = None
    fields: dict[str, Any] = {}
    for name, data in form.files:
        stem = name.partition("[")[0]
        if stem in pictures:
            references.append(Source(data, "image"))
        elif stem == "mask":
            mask = _only(mask, Source(data, "mask"))
        elif stem == "markup":
            fields["markup"] = "file"
        else:
            raise InvalidRequest(f"There is no file field {name[:40]!r}.", param=name[:40], code="unknown_parameter")
    for name, text in form.texts:
        stem = name.partition("[")[0]
        if stem in pictures:
            references.append(read_reference(text, "image"))
        elif stem == "mask":
            mask = _only(mask, read_reference(text, "mask"))
        else:
            _put(fields, name, text)
    if model is not None:
        fields["model"] = model
    return references, mask, fields


def _only(before: Reference | None, mask: Reference) -> Reference:
    if before is not None:
        raise _refuse_second("mask")
    return mask


def _put(fields: dict[str, Any], name: str, text: str) -> None:
    """Put `svg[model]` where it belongs: official clients write nested objects in brackets."""
    match = _BRACKETS.fullmatch(name)
    steps = [match[1], *re.findall(r"\[([^\[\]]*)\]", match[2])] if match else [name]
    for step in steps[:-1]:
        inner = fields.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        fields = inner
    if steps[-1] in fields:
        raise _refuse_second(name[:40])
    if steps[-1]:
        fields[steps[-1]] = text


def _is_option(card: ModelCard, name: str, value: object) -> bool:
    return name in card.options and isinstance(value, str | int | float | bool)


def _read_number(option: Option, value: OptionValue) -> OptionValue:
    """A text of a form as the number that the option takes; as it is where it is none, for the card to refuse."""
    if not (isinstance(option, Span) and isinstance(value, str) and _NUMBER.fullmatch(value)):
        return value
    return float(value) if "." in value else int(value)


def _refuse_second(param: str) -> InvalidRequest:
    return InvalidRequest(f"`{param}` came more than once; send it once.", param=param, code="invalid_value")


def _missing_image(message: str) -> InvalidRequest:
    return InvalidRequest(message, param="image", code="missing_required_parameter")


def _unsupported(param: str, message: str) -> InvalidRequest:
    return InvalidRequest(message, param=param, code="unsupported_value")
