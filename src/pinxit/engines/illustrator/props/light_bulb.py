"""A light bulb, lit."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("light bulb", "lightbulb", "bulb", "idea bulb", cm=12, kind="object", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((255, 220, 110))
    pen.glow(ellipse(0, -86, 84), rgb, alpha=0.45, blur=30)
    shape = halved("0 -136 32 -126 48 -94 42 -66 26 -48 18 -34 0 -32")
    pen.fill(shape, rgb, "glossy", alpha=0.9)
    pen.decal(ellipse(0, -92, 30, 32), lighten(rgb, 0.8), alpha=0.7, blur=10)
    pen.line(stroke("-8 -36 -14 -74 -6 -84 0 -74 6 -84 14 -74 8 -36"), (206, 110, 30), 2)
    for i, y in enumerate((-34, -25, -16)):
        pen.fill(box(-19 + i, y, 38 - 2 * i, 9, 4), (176, 182, 190), "metal", line=0.7)
    pen.fill(organic("-11 -7 11 -7 5 1 -5 1", 0.3), (70, 70, 78), "round", line=0.7)
    pen.decal(ellipse(-20, -108, 6, 13, 24), WHITE, alpha=0.8, blur=1)
