"""A framed landscape."""

from pinxit.engines.illustrator.colours import (
    INK,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    minus,
    moved,
)


@thing(
    "picture frame",
    "painting",
    "picture",
    "photo frame",
    "frame",
    "artwork",
    "framed painting",
    "portrait painting",
    cm=60,
    kind="object",
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (198, 150, 70), "metal")
    coat(pen, box(-92, -136, 184, 136, 3), what)
    coat(pen, box(-84, -128, 168, 120, 2), what.tone(-0.3), line=0.5)
    coat(pen, box(-81, -125, 162, 114, 2), what.tone(0.12), line=0.4)
    canvas = box(-70, -114, 140, 92)
    pen.fill(canvas, Gradient((0, -114), (0, -50), ((0, (108, 164, 208)), (1, (250, 214, 170)))), "flat", line=0.6)
    with pen.on(canvas):
        pen.decal(ellipse(30, -72, 13), (255, 236, 170))
        pen.decal(organic("-80 -58 -44 -92 -16 -68 10 -86 44 -60 80 -76 80 -10 -80 -10", 0.3), (112, 118, 162))
        pen.decal(organic("-80 -48 -30 -62 20 -46 80 -58 80 -10 -80 -10"), (92, 140, 92))
        pen.decal(organic("-80 -30 -20 -42 50 -26 80 -34 80 -10 -80 -10"), (64, 108, 70))
        for x in (-50, -40, 46, 54):
            pen.decal(facet(f"{x} -66 {x + 8} -34 {x - 8} -34"), (42, 78, 58))
        pen.decal(minus(canvas, moved(canvas, 3, 4)), INK, alpha=0.5, blur=2)
    pen.anchor("inside", 0, -68, 130)
    pen.anchor("text", 0, -68, 120)
