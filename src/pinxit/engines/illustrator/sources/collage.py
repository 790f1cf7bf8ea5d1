"""Collage: several pictures on one sheet; and a cut-out with a white rim, as stickers have."""

from __future__ import annotations

import math

import numpy as np
import skia

from pinxit.core.images import Size
from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.sources.canvas import cropped, natural
from pinxit.engines.illustrator.sources.flattening import mean, shifted
from pinxit.engines.illustrator.sources.framing import image_of
from pinxit.engines.illustrator.sources.reading import Photo

_PAPER = (250, 249, 246)
_LONGEST = 6  # pictures in one row or column; more would be strips


def assembled(photos: list[Photo], way: str, size: Size | None) -> Photo:
    """Two to sixteen pictures in a row, in a column or in a grid, with even gaps."""
    count = len(photos)
    ratio = float(np.exp(np.mean([np.log(p.width / p.height) for p in photos])))
    columns = _columns(count, way)
    rows = -(-count // columns)
    if size is None:
        size = natural(round(1000 * ratio * columns), 1000 * rows)
    gap = min(size.width, size.height) * 0.02
    high = (size.height - gap * (rows + 1)) / rows
    surface = skia.Surface(size.width, size.height)
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    left = iter(photos)
    with surface as canvas:
        canvas.clear(colour4(_PAPER))
        for row in range(rows):
            here = count // rows + (row < count % rows)  # as even as can be; a row of fewer has wider ones
            width = (size.width - gap * (here + 1)) / here
            for column in range(here):
                spot = skia.Rect.MakeXYWH(gap + column * (width + gap), gap + row * (high + gap), width, high)
                canvas.drawImageRect(image_of(cropped(next(left), width / high)), spot, sampling)
    return Photo(np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]))


def _columns(count: int, way: str) -> int:
    if way == "column":
        return 1 if count <= _LONGEST else 2
    if way == "row" and count <= _LONGEST:
        return count
    return count if count <= 3 else math.ceil(math.sqrt(count))


def die_cut(photo: Photo) -> Bytes:
    """A cut-out with a white rim and a shadow, on a light ground: height x width x 3."""
    height, width = photo.height, photo.width
    unit = min(height, width)
    alpha = (photo.alpha if photo.alpha is not None else np.full((height, width), 255, np.uint8)).astype(
        np.float32
    ) / 255
    # Drawn a little smaller, so that the rim has room.
    surface = skia.Surface(width, height)
    with surface as canvas:
        canvas.clear(skia.ColorTRANSPARENT)
        canvas.translate(width * 0.06, height * 0.06)
        canvas.scale(0.88, 0.88)
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        canvas.drawImage(image_of(Photo(photo.rgb, (alpha * 255).astype(np.uint8))), 0, 0, sampling)
    drawn = surface.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32)
    body = drawn[..., 3] / 255
    rim = max(3, unit // 55)
    white = np.clip(mean(mean(np.clip(body * 3, 0, 1), rim // 2), rim // 2) * rim * 0.9, 0, 1)
    shadow = shifted(mean(mean(white, rim), rim), rim // 2, rim) * 0.34
    ground = np.empty((height, width, 3), np.float32)
    ground[:] = (226, 232, 230)
    ground *= 1 - shadow[..., None]
    ground += (255 - ground) * white[..., None]
    result = ground * (1 - body[..., None]) + drawn[..., :3]
    return np.asarray(np.clip(result, 0, 255), np.uint8)
