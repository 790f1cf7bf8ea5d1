"""A table radio."""

from pinxit.engines.illustrator.colours import (
    INK,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import scatter
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.rigs.trace import stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    scaled,
)


@thing("radio", "boombox", "vintage radio", cm=24, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 84, 58), "glossy")
    pen.line(curve((60, -100), (92, -158)), (176, 180, 188), 3)
    pen.line(stroke("-40 -102 -36 -120 36 -120 40 -102"), darken(what.rgb, 0.4), 7)
    rounded_block(pen, (-96, 0, 0), (176, 104, 26), 14, what)
    grille = ellipse(-46, -52, 38)
    pen.fill(grille, (242, 226, 194), "round", line=0.8)
    for x, y in scatter(scaled(grille, 0.9, 0.9, -46, -52), 90, look.random("grille")):
        pen.decal(ellipse(x, y, 1.5), (110, 80, 64))
    pen.fill(box(4, -90, 66, 26, 4), (250, 236, 190), "flat", line=0.7)
    for i in range(9):
        pen.line(curve((10 + i * 6.6, -84), (10 + i * 6.6, -76 if i % 2 else -72)), INK, 0.9)
    pen.line(curve((36, -88), (36, -66)), (206, 40, 40), 1.8)
    for x in (18, 56):
        pen.fill(ellipse(x, -32, 15), (226, 186, 104), "metal", line=0.8)
        pen.line(curve((x, -32), (x + 7, -41)), INK, 2)
