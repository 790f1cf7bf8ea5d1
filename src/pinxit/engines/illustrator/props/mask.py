"""A carnival mask."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import halved, organic
from pinxit.engines.illustrator.shapes import (
    ellipse,
    minus,
    union,
)


@thing("mask", "masquerade mask", "carnival mask", "venetian mask", cm=10, kind="clothes", attach="eyes", fit=84)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (104, 50, 140), "glossy")
    shape = organic(
        "0 -24 22 -34 52 -38 78 -50 70 -18 58 14 30 26 10 14 0 20 -10 14 -30 26 -58 14 -70 -18 -78 -50 -52 -38 -22 -34",
        0.4,
    )
    holes = union(ellipse(-32, -6, 17, 9, 10), ellipse(32, -6, 17, 9, -10))
    coat(pen, minus(shape, holes), what)
    gold = (238, 194, 84)
    pen.line(shape, gold, 3)
    pen.line(holes, gold, 2.4)
    pen.fill(halved("0 -52 9 -40 0 -26", 0), look.colour((214, 40, 70), 1), "glossy", line=0.6)
    for x in (-56, -44, 44, 56):
        pen.decal(ellipse(x, -26, 2.4), gold)
