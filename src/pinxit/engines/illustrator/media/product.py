"""Product shot: softboxes, clean falloff, a polished ground that mirrors the thing; nothing distracts."""

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import Bytes, add_grain, bloom, curve, finished, opened, vignette
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.media.photo import clarify


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """A gentle falloff to the corners, a clean curve and a trace of grain."""
    image = opened(pixels)
    clarify(image, finish.unit, 0.25)
    bloom(image, 0.2)
    curve(image, 0.12)
    vignette(image, 0.26)
    add_grain(image, 0.007)
    return finished(image)


MEDIUM = Medium(
    "product",
    Manner(shading="soft", shade=0.6, shine=0.75, gloss="softbox", rim=0.4, gradient=0.8),
    develop,
    light="softbox",
    depth=0.3,
)
