"""A cone of paper with dots and a pompon."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    union,
)


@thing("party hat", "birthday hat", cm=18, kind="clothes", attach="head", fit=110)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (70, 150, 206), "round")
    cone = organic("-42 0 0 -98 42 0 0 13", 0.12)
    coat(pen, cone, what)
    with pen.on(cone):
        for i, (x, y) in enumerate(((-18, -8), (14, -14), (-4, -38), (12, -52), (-2, -72), (34, -2), (-30, 6), (2, 4))):
            pen.decal(ellipse(x, y, 6, 6.4), look.colour(((250, 214, 80), (240, 100, 130), WHITE)[i % 3], 1))
    pen.fill(
        union(*[ellipse(9 * math.cos(a), -98 + 9 * math.sin(a), 6) for a in range(7)]), (250, 206, 80), "soft", line=0.7
    )
    pen.line(stroke("-42 0 0 13 42 0"), (250, 240, 220), 3)
