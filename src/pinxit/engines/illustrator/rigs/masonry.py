"""Courses of masonry that keep in every medium: stones with an edge of their own where the medium draws one."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import box


def stones(  # limit: a wall, its paint, its courses
    pen: Pen, wall: skia.Path, rgb: Rgb, size: tuple[float, float], rng: random.Random, share: float = 0.3
) -> None:
    """Stones about `size` wide and high, in staggered courses; `share` (0 to 1) of them are drawn."""
    edge = wall.getBounds()
    wide, tall = size
    rows = int(edge.height() / tall) + 1
    with pen.on(wall):
        for row in range(rows):
            left = edge.left() - rng.uniform(0.2, 0.8) * wide
            while left < edge.right():
                long = wide * rng.uniform(0.75, 1.25)
                if rng.random() < share:
                    tone = rng.choice((lighten(rgb, 0.14), darken(rgb, 0.14), darken(rgb, 0.24)))
                    stone = box(left + 0.6, edge.top() + row * tall + 0.6, long - 1.2, tall - 1.2, tall * 0.16)
                    pen.fill(stone, tone, "flat", line=0.32)
                left += long
