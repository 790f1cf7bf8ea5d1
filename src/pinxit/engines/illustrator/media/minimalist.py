"""Minimalist: one delicate subject, much air, a soft long shadow on an even ground."""

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import Bytes, add_grain, finished, illuminate, opened
from pinxit.engines.illustrator.media import Finish, Medium


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Light that falls off across the sheet and a breath of paper grain, so that the empty ground is not dead."""
    image = opened(pixels)
    illuminate(image, (finish.light.x, finish.light.y), finish.light.key, (176, 172, 180), 0.24)
    add_grain(image, 0.007)
    return finished(image)


MEDIUM = Medium(
    "minimalist",
    Manner(shading="soft", shade=0.45, shine=0.4, rim=0.2, gradient=0.5),
    develop,
    scenic=False,
    light="softbox",
)
