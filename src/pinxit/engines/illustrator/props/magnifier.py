"""A magnifying glass."""

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    minus,
    tube,
)


@thing("magnifying glass", "magnifier", "loupe", cm=22, kind="object", attach="hand", fit=52)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 162, 78), "metal")
    with pen.at(0, 0, turn=34):
        coat(
            pen,
            tube(points("0 40 0 0 0 -34"), [15, 12, 10]),
            Finish(look.part("handle", (96, 56, 40)), "glossy", "wood"),
        )
        pen.fill(box(-6, -48, 12, 16, 2), what.rgb, "metal", line=0.7)
        pen.fill(ellipse(0, -92, 44), (206, 230, 240), "glass")
        coat(pen, minus(ellipse(0, -92, 49), ellipse(0, -92, 41)), what)
        pen.decal(organic("-30 -104 -16 -126 -6 -128 -20 -100"), WHITE, alpha=0.7, blur=1)
