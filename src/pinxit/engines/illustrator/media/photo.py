"""Photographic: soft shading, shallow depth of field, halation, a film's curve and grain. As near as drawing comes."""

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
    """Light from its side, beams in a low sun, halation, split toning, vignette and grain."""
    light = finish.light
    image = opened(pixels)
    illuminate(image, (light.x, light.y), light.key, light.shade, 0.25 + 0.45 * light.contrast)
    if light.name in {"golden hour", "window", "sunset"}:
        shafts(image, (light.x, light.y), light.key, 0.2, finish.seed % 29)
    bloom(image, 0.22 + 0.5 * light.glow, (255, 214, 186))
    curve(image, 0.16)
    grade(image, light.shade, light.key, 0.07 + 0.1 * light.contrast)
    vignette(image, 0.26 + 0.25 * light.contrast)
    add_grain(image, 0.014, finish.seed % 31)
    return finished(image)


MEDIUM = Medium("photo", Manner(shading="soft", shade=0.6, shine=0.6, rim=0.35, gradient=0.65), develop, depth=0.45)
