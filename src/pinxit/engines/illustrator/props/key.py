"""A key."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    minus,
    union,
)


@thing("key", "old key", "skeleton key", "golden key", "keys", cm=8, kind="object", attach="hand", fit=90)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 160, 74), "metal")
    with pen.at(0, -60, turn=-24):
        bow_shape = union(ellipse(-58, 0, 25), ellipse(-78, -18, 15), ellipse(-78, 18, 15))
        hole = union(ellipse(-58, 0, 11), ellipse(-78, -18, 6), ellipse(-78, 18, 6))
        shaft = union(box(-40, -6, 118, 12, 4), box(48, 2, 10, 28, 1), box(62, 2, 12, 22, 1), box(-34, -10, 9, 20, 2))
        coat(pen, minus(union(bow_shape, shaft), hole), what)
        pen.line(curve((-22, -2.5), (74, -2.5)), lighten(what.rgb, 0.7), 1.6, alpha=0.8)
