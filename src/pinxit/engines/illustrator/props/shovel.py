"""A shovel; a rake or hoe stands in for one."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import halved, points, stroke
from pinxit.engines.illustrator.shapes import (
    tube,
)


@thing("shovel", "spade", "trowel", cm=110, kind="object", attach="hand", fit=26)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (150, 156, 166), "metal")
    with pen.at(0, 0, turn=-8):
        coat(
            pen,
            tube(points("0 70 0 0 0 -76"), 8),
            Finish(look.part("handle", (190, 130, 74)), "glossy", "wood"),
            upright=True,
        )
        pen.line(stroke("-15 -80 -12 -96 12 -96 15 -80"), (70, 66, 66), 7)
        pen.line(stroke("-15 -80 0 -74 15 -80"), (70, 66, 66), 6)
        blade = halved("0 62 8 60 12 70 27 72 28 104 16 126 0 138", 0, 0.3)
        coat(pen, blade, what)
        pen.line(stroke("0 70 0 96 0 112"), darken(what.rgb, 0.35), 3, alpha=0.7)
