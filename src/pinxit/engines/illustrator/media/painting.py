"""Painting: oil and gouache; bristle strokes follow the forms, thick paint catches the light, canvas shows through."""

import numpy as np
import numpy.typing as npt

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

STRIP = 512  # rows that are worked on at a time, to be sparing with memory
FINE = 2000  # steps of the relief in the whole range of tones


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Paint over in strokes, keep what is finely drawn, light the paint's relief, warm and cool the tones."""
    height, width = pixels.shape[:2]
    light = finish.light
    image = opened(overpaint(pixels, finish.unit, finish.seed))
    _keep_details(image, pixels, finish.unit)
    relief = _relief(image, light.x, finish.unit)
    illuminate(image, (light.x, light.y), light.key, light.shade, 0.2 + 0.3 * light.contrast)
    bloom(image, 0.3 * light.glow, light.key)
    grade(image, light.shade, light.key, 0.08)
    curve(image, 0.12)
    vignette(image, 0.16)
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        raised = relief[rows] * np.float32(1 / FINE) + _canvas(width, rows)
        for channel in range(3):
            image[rows, :, channel] += raised
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


def _relief(image: Floats, side: float, unit: int) -> npt.NDArray[np.int8]:
    """Light that rakes over the ridges of the paint, in 1 / `FINE`: fine bristles, and the body of whole strokes."""
    height, width = image.shape[:2]
    near = max(1, round(unit / 1000))
    relief = np.zeros((height, width), np.int8)
    for top in range(0, height, STRIP):
        bottom, halo = min(top + STRIP, height), near * 3
        first, last = max(top - halo, 0), min(bottom + halo, height)
        part = image[first:last]
        level = part[..., 0] * np.float32(0.3) + part[..., 1] * np.float32(0.5) + part[..., 2] * np.float32(0.2)
        slope = _slope(level, near, side) * np.float32(0.34) + _slope(level, near * 3, side) * np.float32(0.12)
        relief[top:bottom] = (np.clip(slope, -0.055, 0.055) * FINE)[top - first : bottom - first]
    return relief


def _slope(level: Floats, step: int, side: float) -> Floats:
    """How much brighter it is one step towards the light's far corner than one step towards it."""
    slope: Floats = np.zeros(level.shape, np.float32)
    wide = 2 * step
    if min(level.shape) <= wide:
        return slope
    if side < 0:
        slope[step:-step, step:-step] = level[wide:, wide:] - level[:-wide, :-wide]
    else:
        slope[step:-step, step:-step] = level[wide:, :-wide] - level[:-wide, wide:]
    return slope


def _canvas(width: int, rows: slice) -> Floats:
    """The weave: threads over and under each other, every three pixels, hardly to be seen."""
    y, x = np.arange(rows.start, rows.stop)[:, None], np.arange(width)
    weave = np.where((x // 3 + y // 3) % 2 == 0, x % 3 - 1, y % 3 - 1)
    return weave.astype(np.float32) * np.float32(0.0055)


MEDIUM = Medium(
    "painting",
    Manner(shading="soft", shade=0.66, shine=0.5, rim=0.35, gradient=0.75),
    develop,
    depth=0.1,
    lens=False,
)
