"""A red hat with fur and a bobble."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    union,
)


@thing("santa hat", "christmas hat", "santa claus hat", cm=22, kind="clothes", attach="head", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 34, 44), "soft", "cloth")
    cone = organic("-52 0 -48 -40 -24 -78 10 -92 46 -80 72 -44 80 -14 66 -14 54 -34 52 0 0 8", 0.45)
    coat(pen, cone, what)
    with pen.on(cone):
        pen.line(stroke("10 -86 34 -66 46 -36"), darken(what.rgb, 0.35), 4, alpha=0.5, blur=2)
        pen.line(stroke("-20 -70 2 -52 8 -24"), darken(what.rgb, 0.3), 3, alpha=0.4, blur=2)
    white = (250, 248, 244)
    for x in range(-54, 55, 12):
        pen.fill(ellipse(x, 2 + 5 * (1 - (x / 56) ** 2), 13, 14), white, "soft", line=0)
    pen.fill(organic("-62 -2 0 -8 62 -2 64 14 0 24 -64 14", 0.4), white, "soft", line=0)
    pen.fill(
        union(*[ellipse(74 + 9 * math.cos(a), -4 + 9 * math.sin(a), 10) for a in range(6)]), white, "soft", line=0.8
    )
