"""Sources and masks as files become what a pipeline paints on, and what it painted is laid over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.core.images import Source
from pinxit.engines.diffusers.work import Item, Manner, Still

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Share = np.ndarray[Any, np.dtype[np.float32]]

_SEAM = 6  # pixels, inside of what is made anew
_OPEN = 26  # of 255: what is less transparent stays
_SHOWN = 1024 * 1024  # pixels of a reference: models reduce larger ones themselves
_LEAST = 64
_LONGEST = 8  # times the short side
_WHITE = (255, 255, 255)


@dataclass(frozen=True, eq=False)
class Canvas:
    """What an item works from.

    `pictures` are for the pipeline, the first at the size of the result unless it is a mere reference. `mask` is white
    where it is made anew. `ground` (height x width x 3) shows where `share` (height x width, 0 to 1) is below one.
    """

    pictures: tuple[Image.Image, ...]
    mask: Image.Image | None = None
    ground: Pixels | None = field(default=None, repr=False)
    share: Share | None = field(default=None, repr=False)

    def lay_over(self, still: Still) -> Still:
        """What was painted, on the ground that stays: outside of the mask the source to the bit.

        A preview is smaller, and so is what it is laid on.
        """
        if self.ground is None or self.share is None:
            return still
        ground, share = self.ground, self.share
        if ground.shape[:2] != (still.height, still.width):
            size = (still.width, still.height)
            ground = np.asarray(Image.fromarray(ground).resize(size, Image.Resampling.BOX))
            share = np.asarray(Image.fromarray(share).resize(size, Image.Resampling.BOX))
        painted = np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 3)
        mixed = np.rint(ground * (1 - share[..., None]) + painted * share[..., None]).astype(np.uint8)
        return Still(still.width, still.height, mixed.tobytes())


def prepare_canvas(item: Item, manner: Manner, references: int) -> Canvas:
    """Reads an item's files; `references` is how many pictures the model is shown, 0 where it paints over the first.

    Raises InvalidRequest, with param `image` or `mask`, for files that are no such thing, and Unsupported for more
    pictures than the model can be shown.
    """
    from pinxit.engines.illustrator.sources import reading  # noqa: PLC0415  # Skia comes along: only who edits waits

    if not item.sources:
        raise InvalidRequest("Send a picture to work from in `image`.", param="image")
    if len(item.sources) > max(1, references):
        raise Unsupported(
            f"This model works from {max(1, references)} picture(s), not from {len(item.sources)}; leave some out.",
            param="image",
            code="unsupported_edit",
        )
    sources = [Source(data) for data in item.sources]
    photos = [reading.decode(source) for source in sources]
    more = tuple(_reference(Image.fromarray(photo.on(_WHITE))) for photo in photos[1:])
    if manner.edit == "image" and references:
        return Canvas((_reference(Image.fromarray(photos[0].on(_WHITE))), *more))
    size = (manner.width, manner.height)
    picture = Image.fromarray(photos[0].on(_WHITE))
    if manner.edit == "image":
        return Canvas((_fit(picture, size),))
    if manner.edit == "outpaint":
        ground, opening = _set_in_the_middle(picture, size)
    else:
        ground = np.asarray(_fit(picture, size))
        opening = np.asarray(_fit(Image.fromarray(_read_opening(item, sources[0], photos[0])), size))
    return _mask_canvas(ground, opening, more, outwards=manner.edit == "outpaint")


def _mask_canvas(ground: Pixels, opening: Pixels, more: tuple[Image.Image, ...], *, outwards: bool) -> Canvas:
    opened = opening >= _OPEN
    if not opened.any():
        raise InvalidRequest(
            "The mask is nowhere transparent where it lies in the picture, so nothing would be made anew.", param="mask"
        )
    share = np.minimum(_soften(opened), np.where(opened, opening, 0).astype(np.float32) / 255)
    mask = Image.fromarray(np.where(opened, 255, 0).astype(np.uint8))
    return Canvas((Image.fromarray(ground), *more), mask, ground, _soften(opened) if outwards else share)


def _read_opening(item: Item, source: Source, photo: Any) -> Pixels:
    """How much each pixel of the photo is to be made anew, 0 to 255: by the mask, else by its own transparency."""
    from pinxit.engines.illustrator.sources.stencil import read_stencil  # noqa: PLC0415  # as above

    if item.mask is not None:
        opening = read_stencil(Source(item.mask, "mask"), source, photo).open
        return np.rint(np.asarray(opening) * 255).astype(np.uint8)
    if photo.alpha is None:
        raise InvalidRequest(
            "Send a `mask` that is transparent (alpha 0) where the picture is to be made anew.", param="mask"
        )
    return np.asarray(255 - photo.alpha, np.uint8)


def _soften(opened: Any) -> Share:
    """1 deep inside of what is open, falling to its border over some pixels; 0 outside.

    The middle of a thin stroke is as deep as it gets there, and is painted in full.
    """
    inner = Image.fromarray(np.where(opened, 1, 0).astype(np.uint8))
    depth = np.asarray(inner, np.uint8).copy()
    for _ in range(_SEAM - 1):
        inner = inner.filter(ImageFilter.MinFilter(3))
        depth += np.asarray(inner)
    deepest = Image.fromarray(depth)
    for _ in range(_SEAM):
        deepest = deepest.filter(ImageFilter.MaxFilter(3))
    return np.asarray(depth / np.maximum(np.asarray(deepest), 1), np.float32)


def _fit(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The middle of the picture in that shape and size; untouched where it has it already."""
    return picture if picture.size == size else ImageOps.fit(picture, size, Image.Resampling.LANCZOS)


def _set_in_the_middle(picture: Image.Image, size: tuple[int, int]) -> tuple[Pixels, Pixels]:
    """The whole picture on a canvas of another shape, and what is open around it (255).

    Around it its own edges are drawn out and blurred: colours and light to go on from, and no second subject.
    """
    inner = ImageOps.contain(picture, size, Image.Resampling.LANCZOS)
    left, top = (size[0] - inner.width) // 2, (size[1] - inner.height) // 2
    margins = ((top, size[1] - inner.height - top), (left, size[0] - inner.width - left))
    if not any(sum(margins, ())):
        raise InvalidRequest(
            "The picture has the wanted shape already, so there is nothing to paint around it; ask for another size.",
            param="size",
        )
    drawn_out = Image.fromarray(np.pad(np.asarray(inner), (*margins, (0, 0)), mode="edge"))
    ground = drawn_out.filter(ImageFilter.GaussianBlur(max(2, max(size) // 48)))
    ground.paste(inner, (left, top))
    opening = np.full((size[1], size[0]), 255, np.uint8)
    opening[top : top + inner.height, left : left + inner.width] = 0
    return np.asarray(ground), opening


def _reference(picture: Image.Image) -> Image.Image:
    """A picture as models can be shown it: not too small, too large or too long."""
    width, height = picture.size
    if max(width, height) > _LONGEST * min(width, height):
        raise InvalidRequest(
            f"A picture of {width}x{height} pixels is too long for this model: at most {_LONGEST} to 1; cut it first.",
            param="image",
        )
    factor = min(1.0, (_SHOWN / (width * height)) ** 0.5)
    factor = max(factor, _LEAST / min(width, height))
    if factor == 1.0:
        return picture
    size = (max(_LEAST, round(width * factor)), max(_LEAST, round(height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)
