"""Photographic: soft shading, shallow depth of field, halation, a film's curve and grain. As near as drawing comes."""

import numpy as np

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import (
    Bytes,
    Floats,
    add_grain,
    bloom,
    blurred,
    curve,
    enlarged,
    finished,
    grade,
    illuminate,
    opened,
    shafts,
    shrunk,
    vignette,
)
from pinxit.engines.illustrator.media import Finish, Medium


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Light from its side, beams in a low sun, halation, split toning, vignette and grain."""
    light = finish.light
    image = opened(pixels)
    clarify(image, finish.unit, 0.3)
    illuminate(image, (light.x, light.y), light.key, light.shade, 0.25 + 0.45 * light.contrast)
    if light.name in {"golden hour", "window", "sunset"}:
        shafts(image, (light.x, light.y), light.key, 0.2, finish.seed % 29)
    bloom(image, 0.22 + 0.5 * light.glow, (255, 214, 186))
    curve(image, 0.16)
    grade(image, light.shade, light.key, 0.07 + 0.1 * light.contrast)
    vignette(image, 0.26 + 0.25 * light.contrast)
    add_grain(image, 0.014, finish.seed % 31)
    return finished(image)


def clarify(image: Floats, unit: int, amount: float) -> None:
    """What a good lens does, in place: forms stand out from what is around them, without harder edges."""
    height, width = image.shape[:2]
    factor = max(2, unit // 128)
    small = shrunk(image, factor)
    level = small @ np.array([0.3, 0.5, 0.2], np.float32)
    # Dark next to bright gets darker; in the middle tones most, so that nothing clips.
    lift = (
        (level - blurred(level, max(1, min(level.shape) // 14))) * (1 - np.abs(2 * level - 1)) * np.float32(amount * 2)
    )
    field = enlarged(np.asarray(lift, np.float32), width, height)
    for channel in range(3):
        image[..., channel] *= 1 + field


MEDIUM = Medium("photo", Manner(shading="soft", shade=0.66, shine=0.7, rim=0.4, gradient=0.75), develop, depth=0.5)
