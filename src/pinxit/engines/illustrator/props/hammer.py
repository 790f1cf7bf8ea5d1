"""A hammer."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    tube,
)


@thing("hammer", "mallet", "claw hammer", "war hammer", cm=32, kind="object", attach="hand", fit=46)
def draw(pen: Pen, look: Look) -> None:
    head = finish(look, (150, 156, 166), "metal")
    with pen.at(0, 0, turn=18):
        coat(
            pen,
            tube(points("0 30 0 -40 0 -108"), [13, 11, 9]),
            Finish(look.part("handle", (196, 134, 76)), "glossy", "wood"),
            upright=True,
        )
        pen.fill(box(-7, -6, 14, 40, 6), (44, 44, 52), "round", line=0.7)
        coat(pen, organic("-14 -128 14 -128 16 -108 -14 -104 -34 -112 -56 -96 -44 -124", 0.25), head)
        coat(pen, box(12, -132, 34, 30, 4), head.tone(-0.05))
        pen.line(curve((38, -130), (38, -104)), lighten(head.rgb, 0.5), 1.6)
