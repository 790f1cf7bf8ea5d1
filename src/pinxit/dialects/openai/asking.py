"""The other way round: a wish as a request of this API, for a service that speaks it. No HTTP, no I/O.

A field goes out only to models that know it: OpenAI's own refuse `response_format`, while others send an address
instead of a picture without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson

from pinxit.core.images import Background, ImageRequest, Size, Tier
from pinxit.core.sizes import load_tiers
from pinxit.dialects.openai.models import EditRequest, GenerationRequest
from pinxit.dialects.openai.reading import Form
from pinxit.dialects.wire import clean

_VARIATION = "Make a variation of this picture."
_USER = 32  # characters


class Shape(StrEnum):
    """How a service is told a size: `1344x768`; `16:9`; `aspect_ratio` and `resolution` as fields of their own; or
    those two where the caller named no pixels either.
    """

    PIXELS = "pixels"
    RATIO = "ratio"
    PARTS = "parts"
    AS_SAID = "as_said"


@dataclass(frozen=True, slots=True)
class Habits:
    """How a model wants to be asked. `fields` are those of these that it knows: response_format, quality, background,
    output_format, output_compression, seed, user, resolution and animation. Its options go by their own names.

    `many`: it makes several pictures in one request; others are asked once for each. `streams`: with `stream`, it
    tells each picture as it is finished.
    """

    fields: frozenset[str] = frozenset({"response_format", "seed"})
    shape: Shape = Shape.PIXELS
    many: bool = True
    streams: bool = False


def write_generation(request: ImageRequest, habits: Habits, n: int) -> bytes:
    """The body of `POST /images/generations` that asks for `n` of the request's pictures."""
    asked = GenerationRequest(prompt=_write_prompt(request), **_write_wishes(request, habits, n))
    return orjson.dumps(asked.model_dump(exclude_none=True, by_alias=True))


def write_edit(request: ImageRequest, habits: Habits, n: int) -> Form:
    """The form of `POST /images/edits`, in the names that official clients give: `image`, or `image[]` for several."""
    asked = EditRequest(prompt=_write_prompt(request), **_write_wishes(request, habits, n))
    name = "image" if len(request.sources) == 1 else "image[]"
    files = [(name, source.data) for source in request.sources]
    if request.mask is not None:
        files.append(("mask", request.mask.data))
    return Form(tuple(_flatten(asked.model_dump(exclude_none=True, by_alias=True))), tuple(files))


def _write_prompt(request: ImageRequest) -> str:
    return clean(request.prompt) if request.prompt.strip() else _VARIATION


def _write_wishes(request: ImageRequest, habits: Habits, n: int) -> dict[str, Any]:
    """What generations and edits have in common; None for what is not sent."""
    known: dict[str, Any] = {
        "response_format": "b64_json",
        "quality": str(request.quality) if request.quality_said else None,
        "output_format": str(request.format) if request.format_said else None,
        "output_compression": request.compression if request.compression != 100 else None,
        "background": None if request.background is Background.AUTO else str(request.background),
        "seed": request.seed,
        "user": None if request.user is None else _hide(request.user),
        "resolution": request.tier if request.size is None else None,
    }
    wishes: dict[str, Any] = {name: value for name, value in known.items() if name in habits.fields}
    if request.animation is not None and "animation" in habits.fields:
        wishes |= {"frame_count": request.animation.frames, "frame_duration_ms": request.animation.milliseconds}
    if request.partials and habits.streams:
        wishes |= {"stream": True, "partial_images": request.partials}
    if request.size is not None:
        wishes |= _write_size(request.size, habits.shape, in_pixels=request.pixels_said)
    for name, value in request.options:
        _put(wishes, name.split("."), value)
    return {"model": request.model, "n": n if n > 1 else None, **wishes}


def _write_size(size: Size, shape: Shape, *, in_pixels: bool) -> dict[str, Any]:
    plain = shape is Shape.PIXELS or (shape is Shape.AS_SAID and in_pixels)
    if not plain and (named := name_ratio(size)):
        ratio, tier = named
        return {"size": ratio} if shape is Shape.RATIO else {"aspect_ratio": ratio, "resolution": tier}
    return {"size": f"{size.width}x{size.height}"}


def name_ratio(size: Size) -> tuple[str, Tier | None] | None:
    """The ratio, and the class of resolution, that a size of one of the tables has; None for others.

    The seed's sizes have no class: a ratio alone asks for them.
    """
    if ":" in size.ratio:
        return size.ratio, None
    found = ((ratio, tier) for ratio, row in load_tiers().items() for tier, pixels in row.items() if pixels == size)
    return next(found, None)


def _hide(user: str) -> str:
    """A caller's user as a service may know them: always the same, and nobody's name."""
    return hashlib.sha256(user.encode("utf-8", "surrogatepass")).hexdigest()[:_USER]


def _put(fields: dict[str, Any], steps: list[str], value: object) -> None:
    """Put `svg.model` where it belongs."""
    for step in steps[:-1]:
        fields = fields.setdefault(step, {})
    fields[steps[-1]] = value


def _flatten(fields: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, str]]:
    """Fields of a form: inner objects in brackets, as official clients write them."""
    for key, value in fields.items():
        name = f"{within}[{key}]" if within else key
        if isinstance(value, Mapping):
            yield from _flatten(value, name)
        elif isinstance(value, bool):
            yield name, "true" if value else "false"
        else:
            yield name, str(value)
