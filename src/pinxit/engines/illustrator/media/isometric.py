"""Isometric: a small world on a tile, built of solids in 2:1 isometry, each face in a tone of its own."""

import numpy as np

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes, add_grain, bloom, curve, finished, opened
from pinxit.engines.illustrator.isometry.forms import recast
from pinxit.engines.illustrator.isometry.world import compose
from pinxit.engines.illustrator.media import Finish, Medium


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Clean planes; a trace of bloom and grain, so that they do not look empty."""
    image = opened(pixels)
    for channel in range(3):
        plane = image[..., channel]
        plane += plane * (1 - plane) * 0.22
    curve(image, 0.1)
    bloom(image, 0.06 + 0.3 * finish.light.glow, finish.light.key)
    add_grain(image, 0.005)
    return finished(image)


def develop_tone(rgb: Rgb) -> Rgb:
    """What this makes of one colour; bloom and grain are left to pixels."""
    image = opened(np.array(rgb, np.uint8).reshape(1, 1, 3))
    image += image * (1 - image) * np.float32(0.22)
    curve(image, 0.1)
    red, green, blue = (int(value) for value in np.clip(image[0, 0] * 255 + 0.5, 0, 255))
    return red, green, blue


MEDIUM = Medium(
    "isometric",
    Manner(shading="soft", shade=0.5, shine=0.4, rim=0.2, gradient=0.5, saturation=1.16),
    develop,
    shadows=0.0,
    recast=recast,
    compose=compose,
    vector=develop_tone,
)
