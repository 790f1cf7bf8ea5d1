"""Painting: oil and gouache; bristle strokes follow the forms, thick paint catches the light, canvas shows through."""

import numpy as np

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import (
    Bytes,
    Floats,
    bloom,
    blurred,
    curve,
    enlarged,
    finished,
    grade,
    illuminate,
    opened,
    shrunk,
    vignette,
)
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.strokes import overpaint


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Paint over in strokes, keep what is finely drawn, light the paint's relief, warm and cool the tones."""
    height, width = pixels.shape[:2]
    light = finish.light
    image = opened(overpaint(pixels, finish.unit, finish.seed))
    _keep_details(image, pixels, finish.unit)
    relief = _relief(image, light.x)
    illuminate(image, (light.x, light.y), light.key, light.shade, 0.2 + 0.3 * light.contrast)
    bloom(image, 0.3 * light.glow, light.key)
    grade(image, light.shade, light.key, 0.08)
    curve(image, 0.12)
    vignette(image, 0.16)
    relief += _canvas(width, height)
    for channel in range(3):
        image[..., channel] += relief
    return finished(image)


def _keep_details(image: Floats, pixels: Bytes, unit: int) -> None:
    """Eyes, letters and spokes are painted with the finest brush: there the drawing itself shines through."""
    height, width = image.shape[:2]
    factor = 3 if unit < 1500 else 6
    small = shrunk(pixels, factor)
    small *= np.float32(1 / 255)
    busy = np.asarray(np.abs(small - blurred(small, 2)).max(axis=2), np.float32)
    fine = blurred(busy, max(1, unit // (300 * factor)))
    share = enlarged(np.asarray(np.clip(fine * 9 - 0.12, 0, 0.72), np.float32), width, height)
    for channel in range(3):
        plane = image[..., channel]
        plane += (pixels[..., channel] * np.float32(1 / 255) - plane) * share


def _relief(image: Floats, side: float) -> Floats:
    """Light that rakes over the ridges of the paint, around 0."""
    level = image[..., 0] * 0.3 + image[..., 1] * 0.5 + image[..., 2] * 0.2
    slope: Floats = np.zeros(level.shape, np.float32)
    slope[1:-1, 1:-1] = level[2:, 2:] - level[:-2, :-2] if side < 0 else level[2:, :-2] - level[:-2, 2:]
    np.clip(slope * np.float32(0.26), -0.04, 0.04, out=slope)
    return slope


def _canvas(width: int, height: int) -> Floats:
    """The weave: threads over and under each other, every three pixels, hardly to be seen."""
    y, x = np.arange(height)[:, None], np.arange(width)
    weave = np.where((x // 3 + y // 3) % 2 == 0, x % 3 - 1, y % 3 - 1)
    return weave.astype(np.float32) * np.float32(0.008)


MEDIUM = Medium("painting", Manner(shading="soft", shade=0.66, shine=0.5, rim=0.35, gradient=0.75), develop, depth=0.1)
