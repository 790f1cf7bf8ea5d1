"""`:predict`, in the manner of Imagen: one prompt, several pictures."""

from __future__ import annotations

from typing import Any

import orjson

from pinxit.core.errors import Blocked, InvalidRequest
from pinxit.core.images import OptionValue, Source
from pinxit.core.sources import read_base64
from pinxit.core.studio import ImageResult
from pinxit.dialects.enclosures import Enclosures
from pinxit.dialects.gemini.conversations import Turn, read_text, settle
from pinxit.dialects.gemini.messages import list_unread, read_message
from pinxit.dialects.gemini.models import PredictInstance, PredictOutput, PredictParameters, PredictRequest
from pinxit.dialects.gemini.wishes import Shape, Wish, read_compression, read_format, read_seed, read_shape
from pinxit.dialects.openai import Answer
from pinxit.dialects.wire import clean

_OPTIONS = ("negative_prompt", "guidance_scale")  # the model's card says whether it knows them

# Parameters that are accepted though no picture depends on them.
_UNREAD = (
    "add_watermark",
    "enhance_prompt",
    "include_safety_attributes",
    "language",
    "person_generation",
    "safety_setting",
    "safety_filter_level",
)


def read_prediction(body: bytes, model: str) -> Wish:
    """The body of `:predict`. `model` is the name in the URL. Raises InvalidRequest, with the field's path as param."""
    message = read_message(PredictRequest, body)
    instance, wanted = message.instances[0], message.parameters or PredictParameters()
    output = wanted.output_options or PredictOutput()
    chosen = read_format(output.mime_type or wanted.output_mime_type, "parameters.outputOptions.mimeType")
    settled = settle([_read_turn(instance)], param="instances[0].prompt")
    options: list[tuple[str, OptionValue]] = [
        (name, value) for name in _OPTIONS if (value := getattr(wanted, name)) not in (None, "")
    ]
    return Wish(
        prompt=settled.prompt,
        references=settled.pictures,
        size=read_shape(Shape(wanted.aspect_ratio, _choose_size(wanted), "parameters"), model),
        seed=read_seed(wanted.seed),
        format=chosen,
        compression=read_compression(output.compression_quality, chosen, "parameters.outputOptions.compressionQuality"),
        words=False,
        n=wanted.sample_count or 1,
        options=tuple(options),
        ignored=list_unread(wanted, _UNREAD),
    )


def write_predictions(result: ImageResult) -> Answer:
    """The answer to `:predict`: the pictures, each with what was drawn."""
    sealed = Enclosures()
    predictions = [
        {
            "mimeType": picture.format.mime,
            "bytesBase64Encoded": sealed.enclose(picture).partition(",")[2],
            "prompt": clean(picture.description),
        }
        for picture in result.pictures
    ]
    return sealed.seal({"predictions": predictions})


def write_filtered(blocked: Blocked) -> bytes:
    """The answer where what was drawn may not be shown: no picture, and why."""
    predictions: list[dict[str, Any]] = [{"raiFilteredReason": clean(blocked.message)}]
    return orjson.dumps({"predictions": predictions})


def _read_turn(instance: PredictInstance) -> Turn:
    pieces = read_text(instance.prompt)
    if instance.image is not None:
        path = "instances[0].image.bytesBase64Encoded"
        pieces = (Source(read_base64(instance.image.bytes_base64_encoded, path), path), *pieces)
    return Turn(True, pieces)


def _choose_size(wanted: PredictParameters) -> str | None:
    sizes = {size.upper() for size in (wanted.sample_image_size, wanted.image_size) if size}
    if len(sizes) > 1:
        raise InvalidRequest(
            "`parameters.sampleImageSize` and `parameters.imageSize` contradict each other; leave one of them out.",
            param="parameters.sampleImageSize",
            code="invalid_value",
        )
    return next(iter(sizes), None)
