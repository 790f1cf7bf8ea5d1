"""A violin with its bow."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, halved, organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    scaled,
)


@thing("cello", cm=120, kind="object", attach="hand", fit=44)
@thing("violin", "fiddle", "viola", cm=60, kind="object", attach="hand", fit=44)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 84, 38), "glossy", "wood")
    with pen.at(0, -60):
        body = halved("0 -44 22 -42 30 -24 18 -8 16 10 30 22 36 44 24 66 0 70", 0, 0.45)
        coat(pen, body, what)
        pen.line(scaled(body, 0.93, 0.95, 0, 12), darken(what.rgb, 0.5), 1)
        for side in (-1, 1):
            pen.line(stroke(f"{15 * side} -10 {10 * side} -2 {14 * side} 10 {10 * side} 18"), (44, 24, 20), 2.2)
        coat(pen, facet("-4 -128 4 -128 7 26 -7 26"), Finish((48, 32, 30), "glossy"))
        coat(pen, organic("-6 -124 -7 -142 0 -152 7 -142 6 -124"), what.tone(-0.15))
        for y in (-132, -140):
            pen.line(curve((-13, y), (13, y + 2)), (48, 30, 26), 3)
        pen.fill(box(-12, 12, 24, 4, 1), (232, 190, 130), "flat", line=0.5)
        pen.fill(facet("-8 30 8 30 5 62 -5 62", 2), (48, 32, 30), "glossy", line=0.6)
        for x in (-3, -1, 1, 3):
            pen.line(curve((x, -130), (x * 1.3, 34)), (236, 230, 214), 0.5)
        pen.line(curve((58, -120), (42, 66)), (112, 62, 36), 3)
        pen.line(curve((55, -116), (38, 62)), (246, 240, 226), 1.6)
        pen.fill(box(36, 50, 9, 14, 2), (48, 32, 30), "round", line=0.5)
