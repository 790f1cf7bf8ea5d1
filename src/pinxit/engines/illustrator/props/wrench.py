"""A wrench."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    minus,
    union,
)


@thing("wrench", "spanner", cm=22, kind="object", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (168, 174, 184), "metal")
    with pen.at(0, 0, turn=24):
        head = minus(ellipse(0, -100, 31, 29), facet("-12 -140 12 -140 12 -100 0 -90 -12 -100", 2))
        tail = minus(ellipse(0, 28, 22), ellipse(0, 28, 11))
        coat(pen, minus(union(head, tail, facet("-11 -80 11 -80 9 14 -9 14")), ellipse(0, 28, 11)), what)
        pen.fill(box(-4, -66, 8, 68, 4), darken(what.rgb, 0.25), "flat", line=0.3)
