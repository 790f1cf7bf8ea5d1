"""A painter's palette."""

import math

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    ellipse,
    minus,
    smooth,
)


@thing("palette", "paint palette", "artist palette", cm=24, kind="object", attach="hand", fit=80)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 150, 92), "soft", "wood")
    shape = organic("-82 -52 -56 -92 0 -106 60 -94 86 -56 70 -22 36 -26 20 -12 4 -2 -46 -10", 0.5)
    hole = ellipse(34, -44, 13, 10)
    coat(pen, minus(shape, hole), what)
    hues = (
        (214, 54, 50),
        (244, 150, 44),
        (250, 214, 70),
        (90, 166, 84),
        (66, 132, 200),
        (118, 76, 160),
        (250, 248, 242),
    )
    for (x, y), rgb in zip(points("-58 -46 -48 -70 -22 -86 8 -88 38 -82 62 -62 -34 -26"), hues, strict=True):
        blob = smooth(
            [
                (x + r * math.cos(k), y + r * 0.75 * math.sin(k))
                for k, r in zip((0.2, 1.2, 2.3, 3.3, 4.4, 5.5), (12, 9, 12, 10, 12, 10), strict=True)
            ]
        )
        pen.fill(blob, rgb, "glossy", line=0.5)
