"""Requests, results and errors as JSON values, so that they outlive the process. Pictures stand in them by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pinxit.core import errors
from pinxit.core.images import (
    Animation,
    Background,
    Format,
    ImageRequest,
    Picture,
    Quality,
    Size,
    Source,
    Tier,
    Usage,
)
from pinxit.core.jobs import Job
from pinxit.core.studio import ImageResult

_PLAIN = ("model", "prompt", "n", "compression", "seed", "user", "partials", "strict")
_SAID = ("format_said", "quality_said", "pixels_said")
_KEPT = _PLAIN + _SAID
_VARIATION = "a variation"
_INTERRUPTED = "The server stopped before the picture was done; send the request again. Nothing was charged."


def pack_request(request: ImageRequest, names: Sequence[str] = (), mask: str | None = None) -> dict[str, Any]:
    """A request as a record. `names` and `mask` are what its pictures are called, in an archive or by their digests."""
    record: dict[str, Any] = {name: getattr(request, name) for name in _KEPT}
    record["size"] = _pack_size(request.size)
    record["quality"], record["format"] = str(request.quality), str(request.format)
    record["background"] = str(request.background)
    record["tier"] = None if request.tier is None else str(request.tier)
    record["animation"] = None
    if request.animation is not None:
        record["animation"] = [request.animation.frames, request.animation.milliseconds]
    record["options"] = [[name, value] for name, value in request.options]
    record["sources"] = [
        [name, source.name, source.signature] for name, source in zip(names, request.sources, strict=True)
    ]
    record["mask"] = mask
    return record


def unpack_request(record: Mapping[str, Any], pictures: Mapping[str, bytes] | None) -> ImageRequest:
    """The request of a record; `pictures` are the bytes of those that it names, None leaves them out."""
    animation = record["animation"]
    plain = {name: record[name] for name in _PLAIN}
    plain |= {name: record.get(name, True) for name in _SAID}  # records of 0.5 have none
    if pictures is None:
        record = {**record, "sources": [], "mask": None}
        plain["prompt"] = plain["prompt"].strip() or _VARIATION  # only a source may stand without words
    return ImageRequest(
        **plain,
        size=_unpack_size(record["size"]),
        quality=Quality(record["quality"]),
        format=Format(record["format"]),
        background=Background(record["background"]),
        tier=None if record["tier"] is None else Tier(record["tier"]),
        animation=None if animation is None else Animation(*animation),
        options=tuple((name, value) for name, value in record["options"]),
        sources=tuple(Source((pictures or {})[name], *said) for name, *said in record["sources"]),
        mask=None if record["mask"] is None else Source((pictures or {})[record["mask"]], "mask"),
    )


def name_pictures(record: Mapping[str, Any]) -> list[str]:
    """The names of the source pictures that a request's record needs, the mask last."""
    return [name for name, *_ in record["sources"]] + ([record["mask"]] if record["mask"] else [])


def pack_result(result: ImageResult, names: Sequence[str], seconds: float) -> dict[str, Any]:
    """What came of a request, without the request; `names` are those of its pictures in the archive."""
    return {
        "engine": result.engine,
        "model": result.model,
        "instead": result.instead,
        "missed": result.missed,
        "quality": str(result.request.quality),
        "usage": _pack_usage(result.usage),
        "pictures": [_pack_picture(picture, name) for picture, name in zip(result.pictures, names, strict=True)],
        "seconds": round(seconds, 3),
    }


def unpack_asked(job: Job) -> ImageRequest:
    """As much of a completed attached job's request, which is not kept, as its answer repeats."""
    quality = Quality((job.outcome or {}).get("quality", Quality.HIGH))
    return ImageRequest(model=job.model, prompt=_VARIATION, n=job.n, quality=quality)


def unpack_result(record: Mapping[str, Any], request: ImageRequest, data: Mapping[str, bytes]) -> ImageResult:
    """The result of a record; `data` are the bytes of the pictures that it names."""
    pictures = tuple(_unpack_picture(picture, data[picture["name"]]) for picture in record["pictures"])
    usage = Usage(*record["usage"])
    result = ImageResult(request, pictures, record["engine"], record["model"], usage)
    return replace(result, instead=record.get("instead", ""), missed=record.get("missed", 0))


def _pack_picture(picture: Picture, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "index": picture.index,
        "size": _pack_size(picture.size),
        "format": str(picture.format),
        "seed": picture.seed,
        "description": picture.description,
        "missing": list(picture.missing),
        "transparent": picture.transparent,
        "native": _pack_size(picture.native),
        "signature": picture.signature,
        "usage": None if picture.usage is None else _pack_usage(picture.usage),
    }


def _unpack_picture(record: Mapping[str, Any], data: bytes) -> Picture:
    size = _unpack_size(record["size"])
    assert size is not None  # noqa: S101  (a picture has one)
    return Picture(
        index=record["index"],
        data=data,
        size=size,
        format=Format(record["format"]),
        seed=record["seed"],
        description=record["description"],
        missing=tuple(record["missing"]),
        transparent=record["transparent"],
        native=_unpack_size(record["native"]),
        signature=record.get("signature"),
        usage=Usage(*record["usage"]) if record.get("usage") else None,
    )


def _pack_usage(usage: Usage) -> list[int]:
    return [usage.text_tokens, usage.image_tokens, usage.output_tokens, usage.output_text_tokens]


def _pack_size(size: Size | None) -> list[int] | None:
    return None if size is None else [size.width, size.height]


def _unpack_size(pair: Sequence[int] | None) -> Size | None:
    return None if pair is None else Size(*pair)


def pack_error(error: Exception) -> dict[str, Any]:
    """An error as a record. What is not a PinxitError is a fault of ours, whose words stay in the log."""
    if not isinstance(error, errors.PinxitError):
        error = errors.EngineFailed("Something broke in the server; its log says what. Nothing was charged.")
    extra = {name: getattr(error, name) for name in _EXTRAS if hasattr(error, name)}
    return {
        "kind": type(error).__name__,
        "message": error.message,
        "param": error.param,
        "code": error.code,
        **extra,
    }


def unpack_error(record: Mapping[str, Any]) -> errors.PinxitError:
    """The error of a record; of a kind that this version does not know, an EngineFailed with its words."""
    kind = getattr(errors, str(record.get("kind")), None)
    if not (isinstance(kind, type) and issubclass(kind, errors.PinxitError)):
        kind = errors.EngineFailed
    error = kind.__new__(kind)
    Exception.__init__(error, record["message"])
    error.message, error.param, error.code = record["message"], record.get("param"), record.get("code")
    for name in _EXTRAS:
        if name in record:
            setattr(error, name, record[name])
    return error


_EXTRAS = ("reason", "stage", "retry_after", "resets", "undone")

INTERRUPTED: Mapping[str, Any] = {
    "kind": "EngineFailed",
    "message": _INTERRUPTED,
    "param": None,
    "code": "interrupted",
}
"""The failure of an attached job whose server died."""
