"""A tennis racket."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    minus,
    tube,
)


@thing("tennis racket", "racket", "badminton racket", "tennis racquet", cm=68, kind="object", attach="hand", fit=36)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 54, 54), "glossy")
    with pen.at(0, 0, turn=24):
        hoop = ellipse(0, -112, 36, 46)
        with pen.on(hoop):
            for i in range(-8, 9):
                pen.line(curve((i * 6, -160), (i * 6, -60)), (128, 122, 112), 1.1)
                pen.line(curve((-40, -112 + i * 6), (40, -112 + i * 6)), (128, 122, 112), 1.1)
        coat(pen, minus(ellipse(0, -112, 39, 50), ellipse(0, -112, 33, 44)), what)
        for side in (-1, 1):
            coat(pen, tube([(22 * side, -74), (10 * side, -52), (3 * side, -32)], 6), what, line=0.7)
        coat(pen, facet("-6 -40 6 -40 6 22 -6 22", 2), Finish((44, 44, 52), "round"))
        for y in range(-20, 22, 7):
            pen.line(curve((-6, y + 4), (6, y - 2)), (90, 90, 102), 1.2)
