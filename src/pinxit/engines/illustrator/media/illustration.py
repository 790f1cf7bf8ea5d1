"""Illustration: the house style for prompts that name no medium; soft light on clean shapes."""

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import (
    Bytes,
    add_grain,
    bloom,
    curve,
    finished,
    grade,
    illuminate,
    opened,
    shafts,
    vignette,
)
from pinxit.engines.illustrator.media import Finish, Medium


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """The light comes from its side; a little bloom, one colour for the shadows and one for the lights."""
    light = finish.light
    image = opened(pixels)
    illuminate(image, (light.x, light.y), light.key, light.shade, 0.1 + 0.5 * max(0.0, light.contrast - 0.3))
    if light.name in {"golden hour", "window", "sunset"}:
        shafts(image, (light.x, light.y), light.key, 0.13, finish.seed % 29)
    bloom(image, 0.1 + 0.45 * light.glow, light.key)
    grade(image, light.shade, light.key, 0.05 + 0.07 * light.contrast)
    curve(image, 0.08)
    vignette(image, 0.14)
    add_grain(image, 0.006)
    return finished(image)


MEDIUM = Medium(
    "illustration", Manner(shading="soft", shade=0.54, shine=0.6, rim=0.3, gradient=0.6), develop, depth=0.1
)
