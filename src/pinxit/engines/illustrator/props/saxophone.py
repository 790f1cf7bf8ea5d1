"""A saxophone."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import points, stroke
from pinxit.engines.illustrator.shapes import (
    capsule,
    curve,
    ellipse,
    tube,
)


@thing("saxophone", "sax", cm=66, kind="object", attach="hand", fit=56)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (232, 180, 66), "metal")
    pen.line(stroke("-44 -96 -34 -112 -12 -108 -4 -94"), what.rgb, 7)
    pen.fill(capsule(-56, -90, -42, -98, 8, 7), (40, 38, 42), "glossy")
    body = tube(points("-4 -96 4 -40 10 30 26 62 50 58 58 28 66 -8"), [10, 15, 21, 26, 27, 30, 46])
    coat(pen, body, what)
    pen.fill(ellipse(67, -12, 24, 9, 12), darken(what.rgb, 0.45), "flat", line=0.8)
    pen.line(ellipse(67, -12, 24, 9, 12), lighten(what.rgb, 0.5), 2.4)
    for i, y in enumerate(range(-76, 50, 17)):
        pen.fill(ellipse(1 + i * 1.6, y, 6.4, 6), (250, 240, 214), "glossy", line=0.7)
        pen.line(curve((12 + i * 1.6, y - 8), (12 + i * 1.8, y + 9)), darken(what.rgb, 0.35), 2.4)
